"""Parties to whom the contract gives two names: « ci-après « le Prestataire » ou « le Studio » »."""

from __future__ import annotations

import re

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.model import ArticleKind, Document
from clauselint.model.folding import WORD, fold

__all__ = ["find"]

_QUOTE = r"[«“\"]\s?([^«»“”\"]{2,50}?)\s?[»”\"]"
_NAMED = re.compile(
    rf"(?:ci-apr[èe]s|d[ée]nomm[ée]e?|d[ée]sign[ée]e?)\b[^«“\"»”.;]{{0,60}}{_QUOTE}"
    rf"\s*,?\s*(?:ou|et/ou|/|ou encore|ou bien|indiff[ée]remment)\s*(?:encore |aussi |simplement |par |comme )?"
    rf"(?:l[ea’']s?\s?)?{_QUOTE}",
    re.I,
)
# One party or both of them, and the contract itself, may well have two names.
_COLLECTIVE = frozenset({"partie", "parties", "contrat", "convention", "accord", "presentes"})
_FRONT = (ArticleKind.TITRE, ArticleKind.PARTIES, ArticleKind.PREAMBULE)
_ARTICLES = frozenset({"le", "la", "les", "l"})


def find(document: Document) -> tuple[Passage, ...]:
    """Each such passage. A short form of the other name is the same name."""
    found: list[Passage] = []
    names = [party.nom for party in document.parties]
    for article, paragraph in stretches(document):
        if article.kind is ArticleKind.SIGNATURE or (
            " ou" not in paragraph.text.lower() and "/" not in paragraph.text
        ):
            continue
        for match in _NAMED.finditer(paragraph.text):
            first, second = _words(match[1]), _words(match[2])
            if not first or not second or _COLLECTIVE & (first | second):
                continue
            if first <= second or second <= first or _initials(match[1], match[2]):
                continue
            found.append(passage(article, paragraph, match.start(1) - 1, match.end()))
    return tuple(found)


def _words(name: str) -> set[str]:
    return {word.rstrip("es") for word in WORD.findall(fold(name))} - _ARTICLES


def _initials(one: str, other: str) -> bool:
    """« l’Entreprise de portage » ou « EP »: a name and its initials."""
    short, name = sorted((one, other), key=len)
    letters = "".join(char for char in short if char.isalpha())
    initials = "".join(word[0] for word in WORD.findall(fold(name)) if word not in _ARTICLES)
    kept = iter(initials)
    return letters.isupper() and all(letter in kept for letter in fold(letters))
