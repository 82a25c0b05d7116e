"""The library as plain values for the cache, and back, by columns.

A library is some ten thousand small frozen objects. Made one by one through their `__init__` they
cost more than reading the contract; here each class is a table that is turned into objects in one
pass, and equal objects are made once and shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from clauselint.library.cues import Cue, Group
from clauselint.library.definitions import (
    Clause,
    ClauseExample,
    Constat,
    FaitSlot,
    Fondement,
    Gravite,
    Indice,
    Lien,
    MessageTemplate,
    Outcome,
    Parametre,
    Portee,
    Reconnaissance,
    Rule,
    RuleExample,
    TermeSlot,
    TermeType,
    Variante,
)
from clauselint.library.expressions import Expression
from clauselint.model import DocumentType

__all__ = ["freeze", "thaw"]

# Each class is made of those before it.
_CLASSES: tuple[type[Any], ...] = (
    Group,
    Cue,
    Indice,
    FaitSlot,
    TermeSlot,
    Reconnaissance,
    Fondement,
    Parametre,
    Variante,
    Lien,
    ClauseExample,
    Clause,
    Expression,
    MessageTemplate,
    Constat,
    RuleExample,
    Rule,
)
_ENUMS: tuple[type[Enum], ...] = (DocumentType, Gravite, Outcome, Portee, TermeType)

_BY_NAME: Mapping[str, Any] = {kind.__name__: kind for kind in (*_CLASSES, *_ENUMS)}

# A column, for each field in order: how its values are written (« many Indice »), and the values.
Column = tuple[str, list[Any]]
Table = tuple[str, list[Column]]


def freeze(*parts: Sequence[Any]) -> tuple[list[Table], list[tuple[str, list[int]]]]:
    """Plain values, fit for `marshal`, from which `thaw` makes `parts` again.

    Each part is a sequence of objects of one class.
    """
    freezer = _Freezer()
    heads = [
        (type(part[0]).__name__ if part else "", [freezer.row(item) for item in part])
        for part in parts
    ]
    return freezer.tables(), heads


def thaw(frozen: tuple[list[Table], list[tuple[str, list[int]]]]) -> list[tuple[Any, ...]]:
    """The parts that `freeze` was given."""
    tables, heads = frozen
    made: dict[str, list[Any]] = {}
    for name, columns in tables:
        made[name] = list(
            map(_BY_NAME[name], *[_decoded(code, values, made) for code, values in columns])
        )
    return [tuple(made[name][row] for row in rows) for name, rows in heads]


class _Freezer:
    """A table of distinct rows for each class."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[tuple[Any, ...], int]] = {c.__name__: {} for c in _CLASSES}
        self._codes = {cls.__name__: _codes(cls) for cls in _CLASSES}

    def row(self, item: Any) -> int:
        """The number of the row that holds `item`, added if need be."""
        name = type(item).__name__
        codes = self._codes[name].items()
        values = tuple(self._encoded(code, getattr(item, field)) for field, code in codes)
        rows = self._rows[name]
        return rows.setdefault(values, len(rows))

    def tables(self) -> list[Table]:
        return [self._table(name, list(rows)) for name, rows in self._rows.items()]

    def _table(self, name: str, rows: list[tuple[Any, ...]]) -> Table:
        codes = self._codes[name].values()
        columns = [(code, [row[rank] for row in rows]) for rank, code in enumerate(codes)]
        return name, columns

    def _encoded(self, code: str, value: Any) -> Any:
        how = code.partition(" ")[0]
        if how == "plain" or value is None:
            return value
        if how == "one":
            return self.row(value)
        if how == "many":
            return tuple(self.row(item) for item in value)
        if how == "enum":
            return value.value
        if how == "enums":
            return tuple(item.value for item in value)
        if how == "map":
            return tuple((str(key), item) for key, item in value.items())
        return value.isoformat()


def _decoded(code: str, values: list[Any], made: Mapping[str, list[Any]]) -> Iterable[Any]:
    how, _, name = code.partition(" ")
    if how == "plain":
        return values
    if how == "one":
        pool = made[name]
        return [None if row is None else pool[row] for row in values]
    if how == "many":
        at = made[name].__getitem__
        return [tuple(map(at, rows)) if rows else () for rows in values]
    if how == "date":
        return [None if day is None else date.fromisoformat(day) for day in values]
    members = {member.value: member for member in _BY_NAME[name]} if name else {}
    if how == "enum":
        return map(members.get, values)
    if how == "enums":
        return [tuple(map(members.__getitem__, items)) for items in values]
    return [{members.get(key, key): item for key, item in pairs} for pairs in values]


def _codes(cls: type[Any]) -> dict[str, str]:
    """How the values of each field of `cls` are written, by its type."""
    hints = get_type_hints(cls)
    return {name: _code(hints[name]) for name in cls.__struct_fields__}


def _code(hint: Any) -> str:
    if isinstance(hint, UnionType):
        (hint,) = (member for member in get_args(hint) if member is not NoneType)
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        inner = arguments[0]
        if inner in _CLASSES:
            return f"many {inner.__name__}"
        return f"enums {inner.__name__}" if inner in _ENUMS else "plain"
    if get_origin(hint) is Mapping:
        return f"map {arguments[0].__name__}" if arguments[0] in _ENUMS else "map"
    if hint in _CLASSES:
        return f"one {hint.__name__}"
    if hint in _ENUMS:
        return f"enum {hint.__name__}"
    return "date" if hint is date else "plain"
