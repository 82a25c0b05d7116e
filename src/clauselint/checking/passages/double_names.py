"""Parties to whom the contract gives two names: « le Prestataire » ou « le Studio »."""

from __future__ import annotations

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.library.patterns import kept_pattern
from clauselint.model import ArticleKind, Document
from clauselint.model.folding import WORD, fold

__all__ = ["find"]

_QUOTE = r"[«“\"]\s?([^«»“”\"]{2,50}?)\s?[»”\"]"
_NAMED = kept_pattern(  # compiled by its first use
    r"(?:[Cc]i-apr[èe]s|[Dd]énommée?|[Dd]ésignée?|[Dd]enommee?|[Dd]esignee?)\b"
    rf"[^«“\"»”.;]{{0,60}}{_QUOTE}"
    r"\s*,?\s*(?:et/ou|ou encore|ou bien|ou|/|indifféremment)\s*"
    rf"(?:encore |aussi |simplement |par |comme )?(?:l[ea’']s?\s?)?{_QUOTE}"
)
# One party or both of them, and the contract itself, may well have two names.
_COLLECTIVE = frozenset({"parti", "contrat", "convention", "accord", "present"})
_FRONT = (ArticleKind.TITRE, ArticleKind.PARTIES, ArticleKind.PREAMBULE)
_ARTICLES = frozenset({"le", "la", "les", "l"})


def find(document: Document) -> tuple[Passage, ...]:
    """Each such passage of the presentation of the parties, or that names one. A short form of
    the other name is the same name.
    """
    names = [party.nom for party in document.parties]
    found: list[Passage] = []
    for article, paragraph in stretches(document):
        text = paragraph.text
        if max(text.count("«"), text.count("“"), text.count('"') // 2) < 2:
            continue
        if article.kind not in _FRONT and not any(name in text for name in names):
            continue
        found += [
            passage(article, paragraph, match.start(1) - 1, match.end())
            for match in _NAMED.finditer(text)
            if _differ(match[1], match[2])
        ]
    return tuple(found)


def _differ(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    if not first or not second or _COLLECTIVE & (first | second):
        return False
    return not (first <= second or second <= first or _initials(one, other))


def _words(name: str) -> set[str]:
    """The words of a name without gender or number: « salarié / salariée » is one name."""
    return {word.rstrip("es") for word in WORD.findall(fold(name)) if word not in _ARTICLES}


def _initials(one: str, other: str) -> bool:
    """« l’Entreprise de portage » ou « EP »: a name and its initials."""
    short, name = sorted((one, other), key=len)
    letters = "".join(char for char in short if char.isalpha())
    kept = iter("".join(word[0] for word in WORD.findall(fold(name)) if word not in _ARTICLES))
    return letters.isupper() and all(letter in kept for letter in fold(letters))
