"""What verifying a library found."""

from __future__ import annotations

from typing import NamedTuple

from clauselint.library.problems import Problem

__all__ = ["Cell", "Fault", "Refus", "Verification"]

Cell = tuple[str, str, str]
"""A document, a clause, a variant."""


class Fault(NamedTuple):
    """What is wrong in a contract that the library wrote, and the smallest mission that shows it.

    `file` and `line` (from 1; 0 for the whole file) are of the library. `rule` is the rule broken,
    or a word for what else is wrong: `redaction` (a text that can't be written), `relecture` (a
    clause that is not read back for what it is), `mission`, `programme`. `base` is the mission
    file that `options` change, each as « clé: valeur »; `missions` counts those that showed it.
    """

    file: str
    line: int
    rule: str
    document: str
    message: str
    base: str = ""
    options: tuple[str, ...] = ()
    missions: int = 1
    mission: str = ""

    @property
    def signature(self) -> tuple[str, str, str]:
        """What makes two faults the same one."""
        return self.file, self.rule, self.document


class Refus(NamedTuple):
    """Options that the library refuses together, and why: clauses that exclude each other, a value
    that the price can't bear, a clause that can't be left out.
    """

    options: tuple[str, ...]
    message: str


class Verification(NamedTuple):
    """The whole of a verification.

    `errors` and `unused` are found without building anything; `unused` serve nothing and stop
    nobody. `mandatory` are the clauses (after the example’s file) that a mission can't leave out.
    `matrix` counts the contracts built with each (document, clause, variant).
    """

    faults: tuple[Fault, ...]
    errors: tuple[Problem, ...]
    unused: tuple[Problem, ...]
    refused: tuple[Refus, ...]
    mandatory: tuple[tuple[str, str], ...]
    matrix: dict[Cell, int]
    missions: int
    contracts: int
    through_word: int
    untried: int = 0
    """Pairs of choices that no mission holds, for they are refused by a third one each time."""

    @property
    def holds(self) -> bool:
        return not self.faults and not self.errors
