"""The clauses that a clause requires or excludes, in its own contract and in the mirror one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from clauselint.drafting.reglages import parametres_of, variante_of
from clauselint.drafting.rendering import Source, holds
from clauselint.library.definitions import Clause, Lien
from clauselint.library.library import Library
from clauselint.library.mission_model import Mission
from clauselint.library.outline import ArticleVoulu
from clauselint.library.places import place_of
from clauselint.library.problems import LibraryError, Problem
from clauselint.model import DocumentType

__all__ = ["IncompatibleClauses", "Plan", "check_liens"]

_TRAVAIL = (DocumentType.CDD, DocumentType.CDI)
_CALLED = {
    DocumentType.CDD: "le contrat de travail",
    DocumentType.CDI: "le contrat de travail",
    DocumentType.PRESTATION: "le contrat de prestation",
}


class IncompatibleClauses(LibraryError):
    """A mission whose clauses want each other, or can't stand together; nothing is drafted."""


class Plan(Struct, frozen=True):
    """What a document of the mission will hold: its articles, and the names its texts may use."""

    document: DocumentType
    articles: tuple[ArticleVoulu, ...]
    names: Mapping[str, Any]

    @property
    def clauses(self) -> tuple[str, ...]:
        return tuple(article.clause for article in self.articles)


def check_liens(plans: Sequence[Plan], mission: Mission, library: Library) -> None:
    """Raise `IncompatibleClauses` for every clause whose `exige` or `exclut` does not hold, and
    `LibraryError` for a condition that can't be read.
    """
    problems = tuple(found for plan in plans for found in _problems(plan, plans, mission, library))
    if problems:
        raise IncompatibleClauses(problems)


def _problems(
    plan: Plan, plans: Sequence[Plan], mission: Mission, library: Library
) -> Iterator[Problem]:
    mirror = _mirror(plan, plans)
    for kind in plan.clauses:
        clause = library.clauses.get(kind)
        if clause is None:
            continue
        for key, liens in (("exige", clause.exige), ("exclut", clause.exclut)):
            for rank, lien in enumerate(liens):
                target = mirror if lien.miroir else plan
                wrong = target is not None and (lien.clause in target.clauses) is (key == "exclut")
                if not wrong or target is None:
                    continue
                source = _condition(library, clause, lien, (key, rank))
                if lien.quand and not _applies(source, clause, plan, mission):
                    continue
                message = _missing if key == "exige" else _excluded
                yield _problem(mission, clause.kind, lien, message(clause, lien, plan, target))


def _mirror(plan: Plan, plans: Sequence[Plan]) -> Plan | None:
    """The service contract for a work contract, and the other way; nothing for the rest."""
    if plan.document in _TRAVAIL:
        wanted: tuple[DocumentType, ...] = (DocumentType.PRESTATION,)
    else:
        wanted = _TRAVAIL if plan.document is DocumentType.PRESTATION else ()
    return next((other for other in plans if other.document in wanted), None)


def _applies(source: Source, clause: Clause, plan: Plan, mission: Mission) -> bool:
    own = {"parametres": parametres_of(clause, mission), "variante": variante_of(clause, mission)}
    return holds(source, {**plan.names, **own})


def _condition(library: Library, clause: Clause, lien: Lien, loc: tuple[str, int]) -> Source:
    path = library.file("clauses", f"{clause.kind}.yaml")
    name = str(path) if path else f"clauses/{clause.kind}.yaml"
    key, rank = loc

    def line() -> int:
        return place_of(path, (*loc, "quand")) if path else 1

    return Source(lien.quand, name, f"{key}.{rank + 1}.quand", line)


def _missing(clause: Clause, lien: Lien, plan: Plan, target: Plan) -> str:
    return (
        f"la clause « {clause.kind} » {_of(plan)} exige « {lien.clause} » dans "
        f"{_called(target, plan)} : {_why(lien)} ; écrire « {lien.clause}: oui », "
        f"ou retirer « {clause.kind} »"
    )


def _excluded(clause: Clause, lien: Lien, plan: Plan, target: Plan) -> str:
    return (
        f"la clause « {clause.kind} » {_of(plan)} exclut « {lien.clause} » dans "
        f"{_called(target, plan)} : {_why(lien)} ; retirer l’une des deux "
        f"(« {lien.clause}: non »)"
    )


def _why(lien: Lien) -> str:
    return lien.pourquoi.rstrip(".")


def _of(plan: Plan) -> str:
    called = _CALLED.get(plan.document, f"le document « {plan.document} »")
    return f"du {called.removeprefix('le ')}"


def _called(target: Plan, plan: Plan) -> str:
    if target is plan:
        return "le même contrat"
    return _CALLED.get(target.document, f"le document « {target.document} »")


def _problem(mission: Mission, kind: str, lien: Lien, message: str) -> Problem:
    """At the line of the mission on the clause required or excluded, else on the other one."""
    said = {reglage.clause for reglage in mission.clauses}
    named = next((name for name in (lien.clause, kind) if name in said), None)
    return mission.probleme(("clauses", named) if named else ("clauses",), message)
