"""Terms that the contract defines and never uses, or defines twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.model import Article, ArticleKind, Document, Paragraph
from clauselint.model.folding import WORD, fold

__all__ = ["find"]

_OPEN, _CLOSE = '[«“"]', '[»”"]'
_DEFINED = re.compile(
    rf"{_OPEN}\s?(?P<term>[^«»“”\"]{{2,60}}?)\s?{_CLOSE}\s*(?:\([^)]*\)\s*)?,?\s*"
    r"(?::|désign|designe|signifi|s[’']entend|s[’']entendent|on entend|vise\b|correspond)",
    re.I,
)
_BETWEEN_BRACKETS = re.compile(
    rf"\((?:ci-après\b|ci-apres\b)?[^()«“\"]{{0,30}}{_OPEN}\s?(?P<term>[^«»“”\"]{{2,60}}?)\s?{_CLOSE}\s*\)",
    re.I,
)
_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "des"})
_Definition = tuple[str, Article, Paragraph, int, int, bool]


def find(document: Document) -> tuple[Passage, ...]:
    """Each of them; `detail` says what is wrong. The names of parties and of the parties together
    are no definitions here.
    """
    text = [paragraph for _, paragraph in stretches(document)]
    if not any(sign in paragraph.text for paragraph in text for sign in '«“"'):
        return ()
    definitions = [*_definitions(document)]
    said = [" ".join(_stems(paragraph.text)) for paragraph in text]
    found: list[Passage] = []
    seen: set[str] = set()
    for term, article, paragraph, start, end, explicit in definitions:
        if term in seen and explicit:
            detail = "ce terme est défini deux fois"
            found.append(passage(article, paragraph, start, end, detail))
        elif term not in seen and _uses(term, said) < 2:
            detail = "ce terme défini n’est employé nulle part ailleurs"
            found.append(passage(article, paragraph, start, end, detail))
        if explicit:
            seen.add(term)
    return tuple(found)


def _definitions(document: Document) -> Iterator[_Definition]:
    names = {" ".join(_stems(party.appellation or "")) for party in document.parties}
    defining = {article.place for article in document.articles if "definitions" in article.clauses}
    for article, paragraph in stretches(document):
        if article.kind in (ArticleKind.TITRE, ArticleKind.PARTIES, ArticleKind.SIGNATURE):
            continue
        for pattern, explicit in ((_DEFINED, True), (_BETWEEN_BRACKETS, False)):
            for match in pattern.finditer(paragraph.text):
                term = " ".join(_stems(match["term"]))
                colon = match[0].rstrip().endswith(":")
                if colon and article.place not in defining and match.start() > 3:
                    continue
                if not term or term in names or term.startswith("partie"):
                    continue
                yield term, article, paragraph, match.start(), match.end("term") + 2, explicit


def _stems(text: str) -> list[str]:
    """Words without article, plural or feminine: « la Cliente » is used as « Clients »."""
    return [
        word.rstrip("sx") if len(word) > 3 else word
        for word in WORD.findall(fold(text))
        if word not in _ARTICLES
    ]


def _uses(term: str, said: list[str]) -> int:
    """How often the term is said, its definition included. « Logiciels Métier » is also used by
    its first word alone where a contract shortens it.
    """
    return sum(f" {paragraph} ".count(f" {term} ") for paragraph in said)
