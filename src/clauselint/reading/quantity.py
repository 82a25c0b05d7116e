"""A value read from a paragraph, and its span."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from clauselint.library.definitions import TermeType
from clauselint.model import Valeur

__all__ = ["Quantity"]


class Quantity(Struct, frozen=True):
    """A value at `[start, end)` of the paragraph.

    `unite` is the unit in the singular (« jour », « mois », « euro », « euro par jour », « % »,
    « fois »), empty for a bare number. `nombre` is the number before the unit; `lettres` is its
    value in words when the text gives both, so that a rule can compare them. `periodique` marks a
    rhythm (« chaque mois »). `weekday` is the day a date is said to be (0 is Monday).
    """

    kind: TermeType
    value: Valeur
    start: int
    end: int
    unite: str = ""
    nombre: Decimal | None = None
    lettres: Decimal | None = None
    in_words: bool = False
    periodique: bool = False
    weekday: int | None = None
