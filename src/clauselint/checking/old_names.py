"""Bodies and courts that a contract calls by a name they no longer had at its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from clauselint.library.library import standard_root
from clauselint.library.patterns import kept_pattern
from clauselint.model import Document, Place
from clauselint.model.folding import fold

__all__ = ["OldName", "old_names"]

# What may stand between a court and its town: « du ressort de », « compétent de ».
_LINKS = "(?: +(?:de|du|d|la|le|l|a|ressort|ville|competents?|seuls?|dans))*"
_OF_THE_PAST = kept_pattern(r"\b(?:ex|anciens?|anciennement|autrefois) *(?:le |les |du |de )?$")


class _Row(Struct, frozen=True):
    """A line of the table: what took the place of a name, and when.

    `hints` are the longest word of each name, in which no accent can be missed.
    """

    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    depuis: date
    jusqua: date | None
    actuel: str


class OldName(Struct, frozen=True):
    """A name out of date, as written, and the one that took its place on `depuis`."""

    texte: str
    actuel: str
    depuis: date
    place: Place


def old_names(document: Document) -> Iterator[OldName]:
    """Each old name once, where it stands first. The table's last state when there is no date.

    A name said to be the former one, or written beside the present one, is no mistake.
    """
    day = document.date_reference
    lowered = [paragraph.text.lower() for paragraph in document.text.paragraphs]
    for row in _rows():
        if day is not None and (day < row.depuis or (row.jusqua and day > row.jusqua)):
            continue
        first = next(_found(document, lowered, row), None)
        if first is not None:
            yield first


def _found(document: Document, lowered: Sequence[str], row: _Row) -> Iterator[OldName]:
    present = fold(row.actuel)
    for position, text in enumerate(lowered):
        if not any(hint in text for hint in row.hints):
            continue
        paragraph = document.text.paragraphs[position]
        folded = fold(paragraph.text)
        if present in folded:
            continue
        for match in row.pattern.finditer(folded):
            if not _OF_THE_PAST.search(folded[: match.start()]):
                place = document.place_at(position, *match.span())
                words = " ".join(paragraph.text[match.start() : match.end()].split())
                yield OldName(words, row.actuel, row.depuis, place)


@cache
def _rows() -> tuple[_Row, ...]:
    text = (standard_root() / "law" / "denominations.tsv").read_text(encoding="utf-8")
    return tuple(_row(line) for line in text.splitlines() if not line.startswith("#"))


def _row(line: str) -> _Row:
    names, depuis, jusqua, actuel, towns = line.split("\t")
    pattern = rf"\b(?:{names})\b"
    if towns:
        pattern += rf"{_LINKS} +(?:{towns})\b"
    return _Row(
        hints=tuple(max(name.split(), key=len) for name in names.split("|")),
        pattern=kept_pattern(pattern),
        depuis=date.fromisoformat(depuis),
        jusqua=date.fromisoformat(jusqua) if jusqua else None,
        actuel=actuel,
    )
