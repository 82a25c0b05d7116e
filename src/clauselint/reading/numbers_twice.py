"""The numbers that a contract writes in words and in figures, for the rule that compares them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clauselint.library.patterns import kept_pattern
from clauselint.model import Article, Montant, NombreDouble, Place, Text
from clauselint.reading.quantities import quantities
from clauselint.reading.quantity import Quantity

__all__ = ["numbers_twice"]

_FRACTION = ("virgule", "demi", "quart", "tiers")
_BEFORE = 12  # characters: « sept virgule cinq (7,5) » is read from « cinq » on
_UNITS = kept_pattern(r"\b(h|j|heure|jour|semaine|mois|trimestre|semestre|an|année)s?\b")
_SAME = {"h": "heure", "j": "jour", "année": "an"}


def numbers_twice(text: Text, articles: Sequence[Article]) -> tuple[NombreDouble, ...]:
    """« trente (30) jours », « 6 (six) mois »: both values, in reading order.

    « une année (12 mois) » changes the unit and « deux et demi (2,5) » has a fraction: none.
    """
    found: list[NombreDouble] = []
    for article in articles:
        name = article.numero or article.titre or None
        for position in article.paragraphs:
            paragraph = text.paragraphs[position]
            for item in quantities(paragraph.text):
                if item.lettres is None or item.nombre is None:
                    continue
                if not _comparable(paragraph.text, item):
                    continue
                place = Place(paragraph.part, paragraph.number, item.start, item.end, name)
                said = paragraph.text[item.start : item.end]
                figures = _figures(item, item.nombre)
                found.append(NombreDouble(item.lettres, figures, said, place))
    return tuple(found)


def _figures(item: Quantity, nombre: Decimal) -> Decimal:
    """The number in figures, thousands counted: « cent mille euros (100 k€) »."""
    if isinstance(item.value, Montant) and item.lettres == item.value.montant:
        return item.value.montant
    return nombre


def _comparable(text: str, item: Quantity) -> bool:
    said = text[max(0, item.start - _BEFORE) : item.end].lower()
    units = {_SAME.get(unit, unit) for unit in _UNITS.findall(said[-(item.end - item.start) :])}
    return len(units) < 2 and not any(word in said for word in _FRACTION)
