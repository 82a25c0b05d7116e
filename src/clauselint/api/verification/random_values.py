"""Values drawn at random for a mission, within what the law and the price allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from clauselint.api.verification.missions import Base, Change, Choix
from clauselint.library.mission_sources import PARTIES

__all__ = ["random_values"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAMES = ("Le Bihan", "d’Haussonville", "M’Barek", "Dûchêne-Ott", "Élie", "Ó Conaill", "Nguyen")
_TOWNS = ("Le Havre", "Les Ulis", "Évry", "Saint-Dié-des-Vosges", "Yerres", "L’Aigle", "Sète")
_DATED = ("avenants", "cra", "recette", "relance")  # their days hold to one another


def random_values(base: Base, random: Random) -> tuple[Choix, ...]:
    """A few values of `base` drawn anew: names, towns, price, days, and all days moved together."""
    values = base.values
    found = [
        _choice("salarie_porte.nom", random.choice(_NAMES)),
        _choice("entreprise_cliente.rcs", random.choice(_TOWNS)),
        _choice("signature.lieu", random.choice(_TOWNS)),
        _choice("prix.frais_gestion", f"{random.randint(3, 8)} %"),
        *_price(values, random),
        *_moved(values, random),
    ]
    return tuple(choice for choice in found if _changes_a_group(choice, values))


def _choice(key: str, value: Any) -> Choix:
    return Choix(key, (Change(tuple(key.split(".")), value),))


def _changes_a_group(choice: Choix, values: dict[str, Any]) -> bool:
    return all(
        isinstance(values.get(change.chemin[0]), dict) or len(change.chemin) == 1
        for change in choice.changes
    )


def _price(values: dict[str, Any], random: Random) -> Iterator[Choix]:
    """A daily price at least that of the example, which bears its pay."""
    said = re.match(r"[\d\s]+", str(values.get("prix", {}).get("tjm", "")))
    if said:
        least = int("".join(said[0].split()))
        price = Decimal(random.randint(least * 100, least * 250)) / 100
        yield _choice("prix.tjm", f"{price:.2f} EUR HT".replace(".", ","))


def _moved(values: dict[str, Any], random: Random) -> Iterator[Choix]:
    """All days of the mission later by the same number of weeks, so that they keep their order.

    The sums that the law gives by year are read for the day of the mission.
    """
    if any(values.get(key) for key in _DATED):
        return
    weeks = timedelta(weeks=random.randint(-40, 60))
    changes = tuple(
        Change(path, value) for path, value in _days(values, (), weeks) if path[0] not in PARTIES
    )
    if changes:
        yield Choix("dates", changes)


def _days(
    value: Any, path: tuple[str, ...], moved: timedelta
) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _days(inner, (*path, key), moved)
    elif isinstance(value, list):
        if path and any("remise" in item for item in value if isinstance(item, dict)):
            yield path, [_with_days(item, moved) for item in value]
    elif isinstance(value, str) and _DAY.fullmatch(value):
        yield path, (date.fromisoformat(value) + moved).isoformat()


def _with_days(item: Any, moved: timedelta) -> Any:
    if not isinstance(item, dict):
        return item
    return {
        key: next((new for _, new in _days(value, (key,), moved)), value)
        for key, value in item.items()
    }
