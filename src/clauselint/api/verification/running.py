"""A library verified: its missions planned, tried on all cores, and the faults made small."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from clauselint.api.verification.factors import (
    Factor,
    chosen,
    factors_of,
    named_clauses,
    optional_clauses,
    random_row,
)
from clauselint.api.verification.missions import Base, Change, Choix, bases, mission_text
from clauselint.api.verification.pairwise import Pair, Single, pairs_of, pairwise
from clauselint.api.verification.random_values import random_values
from clauselint.api.verification.results import Cell, Fault, Refus, Verification
from clauselint.api.verification.statics import outlines_of, static_problems
from clauselint.api.verification.workers import (
    Case,
    reason_of,
    shrink,
    shrink_refusal,
    start,
    try_case,
)
from clauselint.library import Gravite, load_library
from clauselint.library.library import Library
from clauselint.library.outline import Outline

__all__ = ["VerifyOptions", "verify"]

_EACH = 4  # missions handed to a process at a time
_TURNS = 4  # rounds of combinations, each without what the last ones saw refused
_SHRUNK = 24  # faults whose mission is made small; the others keep the mission that showed them

Phase = Callable[[str, int], Callable[[], None]]
Signature = tuple[str, str, str]


class VerifyOptions(NamedTuple):
    """How to verify: processes (0: one a core), random missions for each example that has options,
    their seed, the severities that are a fault, the missions to vary (none: all examples).
    """

    jobs: int = 0
    random_missions: int = 40
    seed: int = 3219
    severities: tuple[Gravite, ...] = (Gravite.ERREUR,)
    missions: tuple[Path, ...] = ()


_DEFAULTS = VerifyOptions()


def _silent(_name: str, _total: int) -> Callable[[], None]:
    return lambda: None


def verify(
    libraries: Sequence[Path] = (),
    options: VerifyOptions = _DEFAULTS,
    *,
    phase: Phase = _silent,
) -> Verification:
    """Try the missions that the standard library allows, with the folders `libraries` over it.

    `phase` is told the name and the number of missions of each phase, and gives what to call when
    one of them is done. Raises `LibraryError` for a library that can't be read.
    """
    library = load_library(libraries)
    examples = bases(library, options.missions)
    with (
        TemporaryDirectory() as folder,
        ProcessPoolExecutor(
            options.jobs or os.cpu_count() or 1,
            get_context("spawn"),
            initializer=start,
            initargs=(tuple(libraries), options.severities, folder),
        ) as pool,
    ):
        run = _Run(library, examples, options, pool, phase)
        run.all()
        faults = tuple(run.shrunk())
    errors, unused = static_problems(library, examples, run.cells)
    return Verification(
        faults,
        errors,
        unused,
        tuple(dict.fromkeys(run.refused)),
        tuple(run.mandatory),
        dict(sorted(run.cells.items())),
        run.missions,
        run.contracts,
        run.through_word,
        run.untried,
    )


class _Run:
    """The missions tried so far and what they showed."""

    def __init__(
        self,
        library: Library,
        examples: tuple[Base, ...],
        options: VerifyOptions,
        pool: ProcessPoolExecutor,
        phase: Phase,
    ) -> None:
        self._library = library
        self._bases = examples
        self._options = options
        self._pool = pool
        self._phase = phase
        self._first: dict[Signature, tuple[Fault, Case]] = {}
        self._times: Counter[Signature] = Counter()
        self._refusals: dict[str, tuple[str, Case]] = {}
        self.cells: Counter[Cell] = Counter()
        self.refused: list[Refus] = []
        self.mandatory: list[tuple[str, str]] = []
        self.missions = self.contracts = self.through_word = self.untried = 0

    def all(self) -> None:
        """The examples as they are; every pair of choices of the first with each work contract;
        some missions at random of the others, which share its clauses.
        """
        whole = [Case(base, (), through_word=True) for base in self._bases]
        built = self._try("Missions d’exemple", whole)
        known: set[str] = set()
        for base, documents in zip(self._bases, built, strict=True):
            outlines = outlines_of(self._library, documents)
            if not outlines:
                continue
            if base.travail in known:
                factors = factors_of(self._library, base, outlines, ())
                self._random(base, factors, self._options.random_missions // 4)
            else:
                known.add(base.travail)
                self._vary(base, outlines)

    def _vary(self, base: Base, outlines: tuple[Outline, ...]) -> None:
        removable = self._removals(base, outlines)
        factors = factors_of(self._library, base, outlines, removable)
        self._pairs(base, factors)
        self._random(base, factors, self._options.random_missions)

    def _pairs(self, base: Base, factors: Sequence[Factor]) -> None:
        """Every pair of choices, but those that the library refuses together."""
        sizes = [len(factor.choix) for factor in factors]
        forbidden: set[frozenset[Single]] = set()
        covered: set[Pair] = set()
        for turn in range(_TURNS):
            rows = pairwise(sizes, forbidden, covered)
            cases = [
                Case(base, chosen(factors, row), through_word=not turn and not rank)
                for rank, row in enumerate(rows)
            ]
            built = self._try(f"Combinaisons ({base.shown})", cases)
            for row, documents in zip(rows, built, strict=True):
                covered |= pairs_of(row) if documents else set()
            if not self._refusals:
                return
            forbidden.update(self._conflicts(base, factors))
        left = pairwise(sizes, forbidden, covered)
        self.untried += sum(len(pairs_of(row) - covered) for row in left)

    def _conflicts(self, base: Base, factors: Sequence[Factor]) -> Iterator[frozenset[Single]]:
        """The choices that are refused together, one set for each reason of the last phase."""
        singles = {
            str(choice): (rank, level)
            for rank, factor in enumerate(factors)
            for level, choice in enumerate(factor.choix)
        }
        reasons = tuple(self._refusals)
        done = self._phase(f"Refus ({base.shown})", len(reasons))
        cases = [self._refusals[reason][1] for reason in reasons]
        for reason, choices in zip(
            reasons, self._pool.map(shrink_refusal, cases, reasons), strict=True
        ):
            done()
            changes = tuple(str(change) for choice in choices for change in choice.changes)
            self.refused.append(Refus(changes, self._refusals[reason][0]))
            yield frozenset(singles[str(choice)] for choice in choices)

    def _removals(self, base: Base, outlines: tuple[Outline, ...]) -> tuple[str, ...]:
        """The clauses that the mission may leave out; the law or a clause requires the others."""
        kinds = [k for k in named_clauses(outlines) if k not in optional_clauses(outlines)]
        cases = [
            Case(base, (Choix(kind, (Change(("clauses", kind), "non"),)),), removal=True)
            for kind in kinds
        ]
        built = self._try(f"Clauses retirées ({base.shown})", cases)
        removable = tuple(kind for kind, ok in zip(kinds, built, strict=True) if ok)
        self.mandatory += [(base.shown, kind) for kind in kinds if kind not in removable]
        return removable

    def _random(self, base: Base, factors: Sequence[Factor], count: int) -> None:
        random = Random(self._options.seed)
        cases = [
            Case(
                base, (*chosen(factors, random_row(factors, random)), *random_values(base, random))
            )
            for _ in range(count)
        ]
        self._try(f"Missions au hasard ({base.shown})", cases)

    def _try(self, name: str, cases: Sequence[Case]) -> list[tuple[str, ...]]:
        """The types of the contracts that each case built; none for one refused or at fault."""
        done = self._phase(name, len(cases))
        built = []
        self._refusals.clear()
        for case, outcome in zip(
            cases, self._pool.map(try_case, cases, chunksize=_EACH), strict=True
        ):
            done()
            self.missions += 1
            self.contracts += outcome.contracts
            self.through_word += outcome.contracts if case.through_word else 0
            self.cells.update(outcome.cells)
            for refusal in outcome.refused:
                self._refusals.setdefault(reason_of(refusal), (refusal, case))
            for fault in outcome.faults:
                if case.removal:
                    break
                self._first.setdefault(fault.signature, (fault, case))
                self._times[fault.signature] += 1
            documents = tuple(dict.fromkeys(document for document, _, _ in outcome.cells))
            built.append(() if outcome.refused or (case.removal and outcome.faults) else documents)
        return built

    def shrunk(self) -> Iterable[Fault]:
        """The faults, each with the smallest mission found that shows it."""
        found = list(self._first.values())
        done = self._phase("Plus petites missions", min(len(found), _SHRUNK))
        small = self._pool.map(
            shrink,
            [case for _, case in found[:_SHRUNK]],
            [fault.signature for fault, _ in found[:_SHRUNK]],
        )
        for (fault, _), case in zip(found, small, strict=False):
            done()
            yield self._told(fault, case)
        for fault, case in found[_SHRUNK:]:
            yield self._told(fault, case)

    def _told(self, fault: Fault, case: Case) -> Fault:
        return fault._replace(
            base=case.base.shown,
            options=tuple(map(str, case.changes)),
            missions=self._times[fault.signature],
            mission=mission_text(case.base, case.changes),
        )
