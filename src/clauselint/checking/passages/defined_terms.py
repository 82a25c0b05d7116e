"""Terms that the contract defines and never uses, or defines twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.library.patterns import kept_pattern
from clauselint.model import Article, ArticleKind, Document, Paragraph
from clauselint.model.folding import WORD, fold

__all__ = ["find"]

_OPEN, _CLOSE = '[«“"]', '[»”"]'
_TERM = rf"{_OPEN}\s?(?P<term>[^«»“”\"]{{2,60}}?)\s?{_CLOSE}"
_DEFINED = kept_pattern(
    rf"{_TERM}\s*(?:\([^)]*\)\s*)?,?\s*"
    r"(?::|désign|designe|signifi|s[’']entend|on entend|vise\b|correspond)"
)
_BETWEEN_BRACKETS = kept_pattern(rf"\((?:[Cc]i-apr[èe]s\b)?[^()«“\"]{{0,30}}{_TERM}\s*\)")
_IN_A_CELL = kept_pattern(rf"^\s*{_TERM}\s*$")
_BEFORE_COLON = kept_pattern(r"^\s*[-–•]?\s*(?P<term>[A-ZÀ-Ý][\w’' -]{2,50}?)\s?:(?=\s+\w)")
_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "des"})
_Definition = tuple[str, Article, Paragraph, int, int, bool]


def find(document: Document) -> tuple[Passage, ...]:
    """Each of them: `nombre` says how often it is defined, once when never used. The names of
    parties and of the parties together are no definitions here.
    """
    text = [paragraph for _, paragraph in stretches(document)]
    if not any(sign in paragraph.text for paragraph in text for sign in '«“"'):
        return ()
    said = _Said([paragraph.text for paragraph in text])
    found: list[Passage] = []
    seen: set[str] = set()
    for term, article, paragraph, start, end, explicit in _definitions(document):
        if term in seen and explicit:
            found.append(replace(passage(article, paragraph, start, end), nombre=2))
        elif term not in seen and said.uses(term) < 2:
            found.append(passage(article, paragraph, start, end))
        if explicit:
            seen.add(term)
    return tuple(found)


def _definitions(document: Document) -> Iterator[_Definition]:
    names = {" ".join(_stems(party.appellation or "")) for party in document.parties}
    defining = {article.place for article in document.articles if "definitions" in article.clauses}
    for article, paragraph in stretches(document):
        if article.kind in (ArticleKind.TITRE, ArticleKind.PARTIES, ArticleKind.SIGNATURE):
            continue
        among = article.place in defining
        for pattern, explicit in _patterns(paragraph, among=among):
            for match in pattern.finditer(paragraph.text):
                term = " ".join(_stems(match["term"]))
                listed = match[0].rstrip().endswith(":") and not among and match.start() > 3
                if listed or not term or term in names or term.startswith("partie"):
                    continue
                yield term, article, paragraph, match.start(), _closed(match), explicit


def _patterns(paragraph: Paragraph, *, among: bool) -> list[tuple[re.Pattern[str], bool]]:
    """How a paragraph may define a term, and whether it then says all that the term means; more
    forms are read `among` the definitions.
    """
    patterns = [(_DEFINED, True), (_BETWEEN_BRACKETS, False)]
    if among and paragraph.cell is not None:
        return [*patterns, (_IN_A_CELL, True)]
    if among and not any(mark in paragraph.text[:60] for mark in '«“"'):
        return [*patterns, (_BEFORE_COLON, True)]
    return patterns


def _closed(match: re.Match[str]) -> int:
    """The end of a defined term, its closing mark included."""
    after = match.string[match.end("term") :]
    gap = len(after) - len(after.lstrip())
    return match.end("term") + (gap + 1 if after[gap : gap + 1] in ("»", "”", '"') else 0)


def _stems(text: str) -> list[str]:
    """Words without article, plural or feminine: « la Cliente » is used as « Clients »."""
    return [
        word.rstrip("sx") if len(word) > 3 else word
        for word in WORD.findall(fold(text))
        if word not in _ARTICLES
    ]


class _Said:
    """The paragraphs of a contract, whose words are worked out where a term may stand in them."""

    def __init__(self, texts: list[str]) -> None:
        self._folded = [fold(text) for text in texts]
        self._stems: dict[int, str] = {}

    def uses(self, term: str) -> int:
        """How often the term is said, its definition included. « Logiciels Métier » is also used
        by its first word alone where a contract shortens it.
        """
        first = term.partition(" ")[0]
        said = f" {term.replace(' ', '  ')} "
        return sum(
            self._words(number).count(said)
            for number, folded in enumerate(self._folded)
            if first in folded
        )

    def _words(self, number: int) -> str:
        if number not in self._stems:
            self._stems[number] = f" {'  '.join(_stems(self._folded[number]))} "
        return self._stems[number]
