"""Figures of the law by day: ceilings, minimum wages, rates.

A table of `law/` says from which day each value holds and until which day it is known. Outside
those days there is no value: the law of a day that nobody looked up is never guessed.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from clauselint.library.cache import cached, content_key, name_for
from clauselint.library.library import standard_root
from clauselint.library.vocabulary import LAW_TABLES
from clauselint.model import Montant, Pourcentage

__all__ = ["LawTable", "law_table", "read_law_table"]

_TYPES: dict[str, type[Montant] | type[Pourcentage]] = {
    "montant": Montant,
    "pourcentage": Pourcentage,
}


class LawTable(Struct, frozen=True):
    """The values of one figure, each from the day it holds; `jusqua` is the last day covered.

    Without `jusqua` the last value holds until the law changes it.
    """

    titre: str
    valeurs: tuple[tuple[date, Montant | Pourcentage], ...]
    jusqua: date | None

    def on(self, day: date) -> Montant | Pourcentage | None:
        """The value in force on `day`; None when the table does not cover it."""
        if self.jusqua and day > self.jusqua:
            return None
        held = [value for start, value in self.valeurs if start <= day]
        return held[-1] if held else None


@cache
def law_table(name: str) -> LawTable:
    """The table `name` of the standard library, read when first asked for.

    Raises `LibraryError` with every problem of its file.
    """
    return _table(_standard_tables()[name])


def read_law_table(path: Path) -> LawTable:
    """The table of a file. Raises `LibraryError` with every problem of the file."""
    return _table(_checked(path))


@cache
def _standard_tables() -> Any:
    """All the tables as plain values: one look at the cache costs less than one for each."""
    folder = standard_root() / "law"
    paths = {name: folder / f"{name}.yaml" for name in LAW_TABLES}

    def make() -> dict[str, Any]:
        return {name: _checked(path) for name, path in paths.items()}

    try:
        key = content_key((name, str(path)) for name, path in paths.items())
    except OSError:  # reading tells which file can't be read, and why
        return make()
    return cached(name_for("law", str(folder)), key, make)


def _checked(path: Path) -> Any:
    from clauselint.library.law_table_schema import plain_table  # noqa: PLC0415 - heavy

    return plain_table(path)


def _table(plain: Any) -> LawTable:
    titre, kind, jusqua, rows = plain
    make = _TYPES[kind]
    return LawTable(
        titre=titre,
        valeurs=tuple((date.fromisoformat(day), make(value)) for day, value in rows),
        jusqua=date.fromisoformat(jusqua) if jusqua else None,
    )
