"""Where a party has its seat or its home, as its presentation says it."""

from __future__ import annotations

import re

from clauselint.library.patterns import kept_pattern
from clauselint.model.folding import fold
from clauselint.reading.phrases import earliest

__all__ = ["address"]

_BLANK = " \t"
_SEAT = (
    "siege social", "siege", "situe", "situee", "sis", "sise", "domicilie", "domiciliee",
    "demeurant", "residant", "adresse professionnelle", "adresse postale", "adresse", "domicile",
)  # fmt: skip
_SEAT_LINKS = frozenset({"est", "situe", "sis", "etabli", "fixe", "a", "au", "en", "social"})
_SEAT_ENDS = (
    "immatricul", "inscrit", "represent", "prise en", "pris en", "rcs", "r c s", "siren", "siret",
    "au capital", "ci apres", "ayant", "agissant", "designe", "denomme", "d une part",
    "d autre part", "exercant", "ne le", "nee le", "de nationalite", "sous le n", "identifi",
    "telephone", "tel", "courriel", "et m", "et mme", "et monsieur", "et madame", "lie", "liee",
    "titulaire", "code ape", "tva",
)  # fmt: skip
_LONGEST_ADDRESS = 160
_PLACES = (
    "zone ",
    "Zone ",
    "ZA ",
    "ZI ",
    "ZAC ",
    "lieu-dit ",
    "Lieu-dit ",
    "parc ",
    "Parc ",
    "Le ",
)
_POSTAL = kept_pattern(r"\b\d{5} [A-ZÀ-Þ][\w’'\-]*(?: [A-ZÀ-Þ][\w’'\-]*)*")


def address(text: str) -> str | None:
    """The seat or home that `text` gives: after « siège », « demeurant »… or by its postal code."""
    folded = fold(text)
    seat = earliest(folded, _SEAT, 0)
    while seat:
        found = _address_at(text, folded, seat[1])
        if found:
            return found
        seat = earliest(folded, _SEAT, seat[1])
    postal = _POSTAL.search(text)
    if not postal:
        return None
    head = text[max(0, postal.start() - 80) : postal.start()].rstrip(_BLANK + ",\n–—-")
    pieces = re.split(r"[,;:(\n]| [–—-] ", head)  # « 3 bis, rue du Port, 29000 Brest »
    keep = len(pieces) - 1
    if keep and not any(char.isdigit() for char in pieces[keep]):
        keep -= "capital" not in pieces[keep - 1]
    street = ",".join(pieces[keep:]).strip()
    named = any(char.isdigit() for char in street) or street.startswith(_PLACES)
    return _tidy(f"{street}, {postal[0]}") if named else _tidy(postal[0])


def _address_at(text: str, folded: str, start: int) -> str | None:
    at = start
    while True:
        word = folded[at:].lstrip().partition(" ")[0]
        if word not in _SEAT_LINKS:
            break
        at = folded.index(word, at) + len(word)
    closing = earliest(folded, _SEAT_ENDS, at)
    stops = [end for mark in (";", "\n", "«", "(«", ". ", "|") if (end := text.find(mark, at)) > 0]
    stop = min([len(text), *stops, *(closing[:1] if closing else ())])
    postal = _POSTAL.search(text, at, stop)  # an address ends with its town
    found = _tidy(text[at : postal.end() if postal else stop]).strip(" ,.(:;")
    usable = any(char.isdigit() for char in found) and len(found) <= _LONGEST_ADDRESS
    return found if usable else None


def _tidy(text: str) -> str:
    return " ".join(text.split())
