"""Bodies and courts that a contract calls by a name they no longer had at its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from attrs import frozen

from clauselint.library.library import standard_root
from clauselint.model import Document, Place
from clauselint.model.folding import fold

__all__ = ["OldName", "old_names"]

# What may stand between a court and its town: « du ressort de », « compétent de ».
_LINKS = "(?: +(?:de|du|d|la|le|l|a|ressort|ville|competents?|seuls?|dans))*"
_OF_THE_PAST = re.compile(r"\b(?:ex|anciens?|anciennement|autrefois) *(?:le |les |du |de )?$")


class _Row(NamedTuple):
    """A line of the table: where the old name is written, and what took its place when."""

    names: tuple[str, ...]
    pattern: re.Pattern[str]
    depuis: date
    jusqua: date | None
    actuel: str


@frozen(eq=False, repr=False)
class OldName:
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
    for row in _rows():
        if day is not None and (day < row.depuis or (row.jusqua and day > row.jusqua)):
            continue
        first = next(_found(document, row), None)
        if first is not None:
            yield first


def _found(document: Document, row: _Row) -> Iterator[OldName]:
    present = fold(row.actuel)
    for position, paragraph in enumerate(document.text.paragraphs):
        folded = fold(paragraph.text)
        if not any(name in folded for name in row.names) or present in folded:
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
        names=tuple(names.split("|")),
        pattern=re.compile(pattern),
        depuis=date.fromisoformat(depuis),
        jusqua=date.fromisoformat(jusqua) if jusqua else None,
        actuel=actuel,
    )
