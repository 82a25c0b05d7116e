"""The month of the base value that an indexation clause gives its index."""

from __future__ import annotations

from datetime import date

from clauselint.checking.views import Unknown
from clauselint.library.patterns import kept_pattern
from clauselint.model import Document
from clauselint.model.folding import fold

__all__ = ["base_of_index"]

_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
    "octobre", "novembre", "decembre",
)  # fmt: skip
_BASE = kept_pattern(
    r"\b(?:base|depart|origine|reference|initiale?|s0|i0|so|io|valeur|celui|celle|indice|syntec)\b"
    r"(?P<entre>[^.;]{0,70}?)"
    rf"\b(?:(?P<mois>{'|'.join(_MONTHS)}) (?P<an>20\d\d)|(?P<m>0[1-9]|1[0-2])/(?P<a>20\d\d))\b"
)
# Words whose date is that of something else than the base value.
_OTHER = kept_pattern(
    r"\b(?:contrat|convention|avenant|accord|signe|loi|arrete|decret|revis\w*|premiere fois|"
    r"compter|partir|applicable|depuis|raccord\w*)\b"
)


def base_of_index(document: Document) -> date | Unknown:
    """The first day of the month of the base value; unknown when the clause names no month."""
    for article in document.articles:
        if "indexation" not in article.clauses:
            continue
        for match in _BASE.finditer(_folded(document, article.paragraphs)):
            if _OTHER.search(match["entre"]):
                continue
            month = _MONTHS.index(match["mois"]) + 1 if match["mois"] else int(match["m"])
            return date(int(match["an"] or match["a"]), month, 1)
    return Unknown("mois de la valeur de base de l’indice")


def _folded(document: Document, positions: tuple[int, ...]) -> str:
    """The text of an article in lower case, the cells of a row in one sentence."""
    pieces: list[str] = []
    row: tuple[int, int] | None = None
    for position in positions:
        paragraph = document.text.paragraphs[position]
        here = (paragraph.cell.table, paragraph.cell.row) if paragraph.cell else None
        pieces.append(" " if here is not None and here == row else ". ")
        row = here
        text = paragraph.text
        spelt = (char if char in ".;/" else letter for char, letter in zip(text, fold(text)))  # noqa: B905
        pieces.append("".join(spelt))
    return " ".join("".join(pieces).split())
