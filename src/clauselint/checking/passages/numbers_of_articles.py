"""Gaps and duplicates in the numbering of the articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clauselint.checking.passages.passage import Passage, passage
from clauselint.library.patterns import kept_pattern
from clauselint.model import Article, ArticleKind, Document, DocumentType

__all__ = ["find"]

_NUMERO = kept_pattern(r"(?P<value>\d{1,3}|[IVXL]+)(?P<rank> (?:bis|ter|quater))?")
_DIVISION = kept_pattern(r"(?:section|chapitre|titre|partie)\b")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_FEWEST = 3  # numbered articles that make a numbering
_Numbered = tuple[Article, int]


def find(document: Document) -> tuple[Passage, ...]:
    """Each number that does not follow: `detail` says what is missing before it or, where `nombre`
    is 2, which number comes twice.

    Sections and annexes may count anew; « bis » follows its number. A number that stands out of a
    series which goes on without it belongs to a text quoted there. Amendments quote articles.
    """
    if document.type is DocumentType.AVENANT:
        return ()
    found: list[Passage] = []
    for series in _series(document):
        if len(series) >= _FEWEST:
            found += _faults(document, series)
    return tuple(found)


def _series(document: Document) -> list[list[_Numbered]]:
    """The top articles in series that begin at 1 or after a section, one kind of number each."""
    made: list[list[_Numbered]] = [[]]
    for article in document.articles:
        if article.kind is not ArticleKind.ARTICLE or _DIVISION.match(article.numero):
            if article.kind is ArticleKind.ANNEXE or _DIVISION.match(article.numero):
                made.append([])
            continue
        match = _NUMERO.fullmatch(article.numero)
        if not match or match["rank"]:
            continue
        value = _value(match["value"])
        roman = not match["value"].isdigit()
        last = made[-1][-1] if made[-1] else None
        if last and (not last[0].numero[0].isdigit()) != roman:
            continue
        if last and value == 1 and last[1] != 1:
            made.append([])
        made[-1].append((article, value))
    return made


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [_ROMAN[char] for char in number]
    return sum(v if v >= max(values[i:]) else -v for i, v in enumerate(values))


def _faults(document: Document, series: Sequence[_Numbered]) -> list[Passage]:
    found: list[Passage] = []
    last = series[0][1]
    for position, (article, value) in enumerate(series[1:], start=1):
        ahead = {later for _, later in series[position + 1 :]}
        if value == last:
            found.append(_at(document, article, article.numero, 2))
        elif value > last + 1 and last + 1 not in ahead and not _typed(document, last + 1):
            found.append(_at(document, article, _gap(last + 1, value - 1)))
            last = value
        elif value == last + 1:
            last = value
    return found


def _gap(first: int, end: int) -> str:
    return str(first) if first == end else f"{first}–{end}"


def _typed(document: Document, number: int) -> bool:
    """Whether a line bears the number all the same, in a form that opens no article."""
    line = re.compile(
        rf"\s*(?:(?i:article|art\.?)\s*)?0?{number}(?![\d,%€])(?!\.\d)"
        r"(?:\s*[.\-–—:)]|\s+[^\W\da-z]|\s*$)"
    )
    return any(
        line.match(paragraph.text) or line.match(paragraph.label + " ")
        for paragraph in document.text.paragraphs
        if (paragraph.label or paragraph.text[:20].strip())
        and not (paragraph.toc or paragraph.cell)
    )


def _at(document: Document, article: Article, detail: str, nombre: int = 1) -> Passage:
    heading = document.paragraph(article.place)
    return replace(passage(article, heading, 0, len(heading.text), detail), nombre=nombre)
