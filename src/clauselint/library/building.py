"""The library made from its YAML files: all of them read, all their problems gathered.

Runs when a file has changed; else the cache gives the same library.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from clauselint.library.clause_schema import ClauseModel, clause_of, clause_problems, link_problems
from clauselint.library.definitions import Clause, Rule
from clauselint.library.layers import read_layers
from clauselint.library.library import LibraryFile
from clauselint.library.problems import LibraryError, Problem
from clauselint.library.rule_building import RuleBuilder
from clauselint.library.rule_schema import RuleModel
from clauselint.library.yaml_source import Located

__all__ = ["build"]


def build(files: Sequence[LibraryFile]) -> tuple[tuple[Clause, ...], tuple[Rule, ...]]:
    """The clauses sorted by kind and the rules by id.

    Raises `LibraryError` with every problem of every file.
    """
    building = _Building()
    for file in files:
        if file.name.startswith("clauses/"):
            building.add_clause(file)
    building.check_links()
    for file in files:  # once the facts of every clause are known
        if file.name.startswith("rules/"):
            building.add_rule(file)
    if building.problems:
        raise LibraryError(building.problems)
    rules = sorted(building.rules, key=lambda rule: rule.id)
    clauses = sorted(building.clauses, key=lambda clause: clause.kind)
    return tuple(clauses), tuple(rules)


class _Building(Struct, frozen=True):
    read: list[Located[ClauseModel]] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    faits: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add_clause(self, file: LibraryFile) -> None:
        try:
            located = read_layers(_layers(file), ClauseModel)
        except LibraryError as error:
            self.problems.extend(error.problems)
            return
        self.problems.extend(clause_problems(located, Path(file.path).stem))
        for fait in located.value.reconnaitre.faits:
            if fait in self.faits:
                message = f"le fait « {fait} » est déjà défini dans {self.faits[fait]}"
                loc = ("reconnaitre", "faits", fait)
                self.problems.append(located.problem(loc, f"{message} ; changer de nom"))
            self.faits.setdefault(fait, file.shown)
        self.read.append(located)
        self.clauses.append(clause_of(located.value))

    def check_links(self) -> None:
        kinds = [clause.kind for clause in self.clauses]
        for located in self.read:
            self.problems.extend(link_problems(located, kinds))

    def add_rule(self, file: LibraryFile) -> None:
        try:
            located = read_layers(_layers(file), RuleModel)
        except LibraryError as error:
            self.problems.extend(error.problems)
            return
        place = file.name.removeprefix("rules/").removesuffix(".yaml")
        builder = RuleBuilder(located, place, frozenset(self.faits))
        self.rules.append(builder.rule())
        self.problems.extend(builder.problems)


def _layers(file: LibraryFile) -> tuple[tuple[Path, str], ...]:
    return tuple((Path(part.path), part.shown) for part in file.layers)
