"""Clauses that require and exclude each other so that no contract can hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clauselint.api.verification.factors import named_clauses
from clauselint.library.clause_places import ClauseText
from clauselint.library.definitions import Lien
from clauselint.library.library import Library
from clauselint.library.outline import Outline
from clauselint.library.problems import Problem
from clauselint.model import DocumentType

__all__ = ["contradictions"]

_TRAVAIL = (DocumentType.CDD, DocumentType.CDI)

Side = tuple[str, bool]
"""A clause, in the contract that is looked at or, when true, in its mirror."""


def contradictions(library: Library, outlines: Sequence[Outline]) -> Iterator[Problem]:
    """Requirements without a condition that nothing can meet, in the file that makes them."""
    for outline in outlines:
        own = [kind for kind in named_clauses([outline]) if kind in library.clauses]
        mirror = _mirror(outline, outlines)
        for kind in own:
            yield from _absent(library, kind, set(own), mirror)
            yield from _clashing(library, kind)


def _mirror(outline: Outline, outlines: Sequence[Outline]) -> set[str] | None:
    """The clauses of the contracts that mirror this one; None when it has no mirror."""
    if outline.document in _TRAVAIL:
        wanted: tuple[DocumentType, ...] = (DocumentType.PRESTATION,)
    elif outline.document is DocumentType.PRESTATION:
        wanted = _TRAVAIL
    else:
        return None
    return set(named_clauses([other for other in outlines if other.document in wanted]))


def _absent(
    library: Library, kind: str, own: set[str], mirror: set[str] | None
) -> Iterator[Problem]:
    for rank, lien in enumerate(library.clauses[kind].exige):
        there = mirror if lien.miroir else own
        if there is not None and lien.clause not in there and not lien.quand:
            where = "l’autre contrat" if lien.miroir else "ce contrat"
            message = (
                f"« {lien.clause} » est exigée dans {where}, dont le plan ne la contient pas ; "
                "l’ajouter au plan (templates/), ou ôter cette exigence"
            )
            yield ClauseText(library, kind, (("exige", rank, "clause"),)).problem(message)


def _clashing(library: Library, kind: str) -> Iterator[Problem]:
    """What `kind` requires, step by step, and that it or another of them excludes."""
    required = _closure(library, (kind, False))
    for name, far in sorted(required):
        clause = library.clauses.get(name)
        for rank, lien in enumerate(clause.exclut if clause else ()):
            target = _side(lien, far)
            if lien.quand or target not in required or (name == kind and target == (kind, far)):
                continue
            message = (
                f"« {name} » exclut « {lien.clause} », alors que « {kind} » exige les deux ; "
                "ôter l’exigence ou l’exclusion, ou y mettre une condition (« quand »)"
            )
            yield ClauseText(library, name, (("exclut", rank, "clause"),)).problem(message)


def _closure(library: Library, start: Side) -> set[Side]:
    known = {start}
    waiting = [start]
    while waiting:
        name, far = waiting.pop()
        clause = library.clauses.get(name)
        for lien in clause.exige if clause else ():
            side = _side(lien, far)
            if not lien.quand and side not in known:
                known.add(side)
                waiting.append(side)
    return known


def _side(lien: Lien, far: bool) -> Side:
    return lien.clause, far is not lien.miroir
