"""The mission as an amendment leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from clauselint.library.mission_documents import Avenant, NatureAvenant
from clauselint.library.mission_groups import Groupe, ReglageClause, Travail
from clauselint.library.mission_model import Mission
from clauselint.library.problems import LibraryError

__all__ = ["amended", "in_force"]

_GROUPS = ("prestation", "prix", "remuneration", "temps_travail")
# Keys of which a group holds one only: to give one takes the other away.
_EITHER = (("fin", "terme_incertain"), ("heures_par_jour", "forfait_jours"))

GroupeT = TypeVar("GroupeT", bound=Groupe)


def amended(mission: Mission, rank: int) -> Mission:
    """`mission` after its amendment number `rank`, from 0, and that one only.

    A value that the amendment changes knows its line in the amendment. Raises `LibraryError` when
    the values it gives do not go with those that stay.
    """
    avenant = mission.avenants[rank]
    changed: dict[str, Any] = {
        name: _merged(mission, rank, getattr(mission, name), getattr(avenant, name), name)
        for name in _GROUPS
    }
    changed["clauses"] = tuple(_reglages(mission.clauses, avenant.clauses))
    if avenant.nature is NatureAvenant.PASSAGE_CDI:
        changed |= {"travail": Travail.CDI, "periode_essai": None}
    return mission.model_copy(update=changed).avec_changements(rank, tuple(_paths(avenant)))


def in_force(mission: Mission, day: date) -> Mission:
    """`mission` on `day`, after the amendments that have taken effect. Raises as `amended` does."""
    current = mission
    for rank, avenant in enumerate(mission.avenants):
        if avenant.effet <= day:
            current = amended(current, rank)
    return current


def _merged(mission: Mission, rank: int, group: GroupeT, change: Groupe, name: str) -> GroupeT:
    given = {key: getattr(change, key) for key in change.model_fields_set}
    if not given:
        return group
    values = {key: getattr(group, key) for key in group.model_fields_set} | given
    for one, other in (*_EITHER, *(pair[::-1] for pair in _EITHER)):
        if one in given and other not in given:
            values.pop(other, None)
    try:
        return type(group).model_validate(values)
    except ValidationError as error:
        problems = (
            mission.probleme(("avenants", rank, name), str(details["ctx"]["error"]))
            for details in error.errors()
        )
        raise LibraryError(tuple(problems)) from None


def _reglages(
    wishes: tuple[ReglageClause, ...], changes: tuple[ReglageClause, ...]
) -> Iterator[ReglageClause]:
    """The wishes, each with the values that the amendment adds or replaces."""
    told = {change.clause: change for change in changes}
    for wish in wishes:
        change = told.pop(wish.clause, None)
        if change is None or change.retiree:
            yield change or wish
            continue
        values = {**dict(wish.valeurs), **dict(change.valeurs)}
        variante = change.variante or wish.variante
        yield change.model_copy(update={"valeurs": tuple(values.items()), "variante": variante})
    yield from told.values()


def _paths(avenant: Avenant) -> Iterator[tuple[str, ...]]:
    for name in _GROUPS:
        for key in sorted(getattr(avenant, name).model_fields_set):
            yield (name, key)
    for reglage in avenant.clauses:
        yield ("clauses", reglage.clause)
