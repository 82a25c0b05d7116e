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

_EXIGE, _EXCLUT = "exige", "exclut"
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

    Only the work contract and the service contract are held to them: an amendment restates but
    what it changes.
    """
    contracts = [plan for plan in plans if plan.document in _CALLED]
    problems = [
        problem
        for plan in contracts
        for lien in _liens(plan, library)
        for problem in _problems(lien, _mirror(plan, contracts), mission, library)
    ]
    if problems:
        raise IncompatibleClauses(problems)


class _Pose(Struct, frozen=True):
    """A link that a clause of a contract lays down: number `rank` of its `key`."""

    plan: Plan
    clause: Clause
    lien: Lien
    key: str
    rank: int


def _liens(plan: Plan, library: Library) -> Iterator[_Pose]:
    found = (library.clauses.get(kind) for kind in plan.clauses)
    for clause in found:
        if clause is not None:
            for key, liens in ((_EXIGE, clause.exige), (_EXCLUT, clause.exclut)):
                for rank, lien in enumerate(liens):
                    yield _Pose(plan, clause, lien, key, rank)


def _problems(
    pose: _Pose, mirror: Plan | None, mission: Mission, library: Library
) -> Iterator[Problem]:
    target = mirror if pose.lien.miroir else pose.plan
    if target is None or (pose.lien.clause in target.clauses) is (pose.key == _EXIGE):
        return
    if not pose.lien.quand or _applies(pose, mission, library):
        yield _problem(pose, mission, _message(pose, target))


def _mirror(plan: Plan, contracts: Sequence[Plan]) -> Plan | None:
    """The service contract for a work contract, and the other way."""
    works = plan.document in _TRAVAIL
    return next((other for other in contracts if (other.document in _TRAVAIL) != works), None)


def _applies(pose: _Pose, mission: Mission, library: Library) -> bool:
    clause = pose.clause
    own = {"parametres": parametres_of(clause, mission), "variante": variante_of(clause, mission)}
    return holds(_condition(pose, library), {**pose.plan.names, **own})


def _condition(pose: _Pose, library: Library) -> Source:
    path = library.file("clauses", f"{pose.clause.kind}.yaml")
    name = str(path) if path else f"clauses/{pose.clause.kind}.yaml"

    def line() -> int:
        return place_of(path, (pose.key, pose.rank, "quand")) if path else 1

    return Source(pose.lien.quand, name, f"{pose.key}.{pose.rank + 1}.quand", line)


def _message(pose: _Pose, target: Plan) -> str:
    own, other = pose.clause.kind, pose.lien.clause
    where = "le même contrat" if target is pose.plan else _CALLED[target.document]
    asks = "exige" if pose.key == _EXIGE else "exclut"
    remedy = (
        f"écrire « {other}: oui », ou retirer « {own} »"
        if pose.key == _EXIGE
        else f"retirer l’une des deux (« {other}: non »)"
    )
    return (
        f"la clause « {own} » du {_CALLED[pose.plan.document].removeprefix('le ')} {asks} "
        f"« {other} » dans {where} : {pose.lien.pourquoi.rstrip('.')} ; {remedy}"
    )


def _problem(pose: _Pose, mission: Mission, message: str) -> Problem:
    """At the line of the mission on the clause required or excluded, else on the other one."""
    said = {reglage.clause for reglage in mission.clauses}
    named = next((name for name in (pose.lien.clause, pose.clause.kind) if name in said), None)
    return mission.probleme(("clauses", named) if named else ("clauses",), message)
