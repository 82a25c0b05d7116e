"""The currencies in which a contract states amounts."""

from __future__ import annotations

import re

from msgspec import Struct

from clauselint.library.patterns import kept_pattern
from clauselint.model import Document, Place
from clauselint.model.folding import fold

__all__ = ["DeviseDite", "stated_currencies"]

_NUMBER = r"\d[\d \u00a0\u202f.,]*"
_SPACE = r"[ \u00a0\u202f]?"
_UNITS = (
    ("EUR", r"€|(?:k€)|euros?\b|EUR\b"),
    ("USD", r"US ?\$|\$(?: ?US)?|USD\b|(?:de )?dollars?\b"),
    ("GBP", r"£|GBP\b|livres? sterling\b"),
    ("CHF", r"CHF\b|francs? suisses?\b"),
    ("JPY", r"JPY\b|yens\b"),
)
_SIGNS = ("$", "£", "dollar", "usd", "gbp", "sterling", "chf", "francs suisses", "jpy", " yens")
_CODES = {"$": "USD", "US$": "USD", "US $": "USD", "£": "GBP"}
# The capital of a foreign party is not a price, nor is a rate of exchange given for information.
_NO_PRICE = ("capital", "taux de change", "contre valeur")


class DeviseDite(Struct, frozen=True):
    """A currency (ISO 4217), the first amount stated in it and where."""

    devise: str
    texte: str
    place: Place


def stated_currencies(document: Document) -> tuple[DeviseDite, ...]:
    """Each currency in which an amount is written, in the order of the text; empty unless one of
    them is not the euro.
    """
    found: dict[str, DeviseDite] = {}
    lowered = "\n".join(paragraph.text for paragraph in document.text.paragraphs).lower()
    if not any(map(lowered.__contains__, _SIGNS)):
        return ()
    # Made only for the few contracts that name another currency.
    after = [
        (code, kept_pattern(rf"{_NUMBER}\)?{_SPACE}(?:millions? de |k)?(?:{units})", re.IGNORECASE))
        for code, units in _UNITS
    ]
    before = kept_pattern(rf"(?P<unit>US ?\$|\$|£|\bUSD|\bGBP|\bCHF){_SPACE}{_NUMBER}")
    for paragraph in document.text.paragraphs:
        folded = fold(paragraph.text)
        if any(word in folded for word in _NO_PRICE):
            continue
        spans = [
            (code, match.span()) for code, unit in after for match in unit.finditer(paragraph.text)
        ]
        spans += [
            (_CODES.get(match["unit"], match["unit"]), match.span())
            for match in before.finditer(paragraph.text)
        ]
        for code, (start, end) in spans:
            place = Place(paragraph.part, paragraph.number, start, end)
            found.setdefault(code, DeviseDite(code, paragraph.text[start:end].strip(), place))
    return tuple(found.values()) if set(found) - {"EUR"} else ()
