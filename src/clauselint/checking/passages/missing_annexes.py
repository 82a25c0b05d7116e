"""Annexes that the contract cites and that are not attached to it."""

from __future__ import annotations

import re

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.library.patterns import kept_pattern
from clauselint.model import Article, ArticleKind, Document, DocumentType, Paragraph
from clauselint.model.folding import WORD, fold

__all__ = ["find"]

# The patterns are compiled by their first use: a contract without annexes needs none.
_ONE = r"(?:\d{1,2}(?![\d%€])|(?:[IVX]{1,4}|[A-H])\b)"
_CITED = kept_pattern(
    r"\b(?:[Aa]nnexes?|ANNEXES?)[ \u00a0]+(?:n[ \u00a0]?[°º][ \u00a0]?)?"
    rf"(?P<list>{_ONE}(?:(?:[ \u00a0]*,[ \u00a0]*|[ \u00a0](?:et|ou|à)[ \u00a0])(?:l[’'])?"
    rf"(?:annexe[ \u00a0]+)?{_ONE})*)(?!\w)"
)
_UNNUMBERED = kept_pattern(
    r"\b(?:(?:jointe?s?|figure|figurant|figurent|annexee?s?|reproduite?s?|decrite?s?|detaillee?s?|"
    r"precisee?s?|definie?s?|listee?s?|voir|est|sont|fixee?s?) +(?:a l +|en +)annexe|"
    r"annexe +(?:au present contrat|aux presentes|au contrat|du present contrat|(?:ci )?jointe))\b"
)
_OF_OTHERS = kept_pattern(
    r" *(?:de|du|d|des|a)(?: la| l| chaque| leur| sa| son)? +(?:code|loi|decret|arrete|"
    r"convention collective|accord|reglement|directive|contrat (?:de|d |commercial|cadre|initial|"
    r"principal)|factures?|compte rendu|livrable|rapport|cahier|comptes? annuel|bilan|ccn|plan\b|"
    r"guide|manuel|charte|protocole|norme|marche|appel d offres)"
)
_APART = kept_pattern(
    r"(?:joint|remis|communique|transmis|fourni|adresse|signe|etabli|publie)\w* +"
    r"(?:separement|par ailleurs|a part|sur un)|document separe|par acte separe|disponible|"
    r"consultable|accessible|telechargeable"
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}
_LETTERS = {letter: str(rank) for rank, letter in enumerate("abcdefgh", start=1)}
_FOLLOWING = 60  # characters after a citation that say whose annex it is


def find(document: Document) -> tuple[Passage, ...]:
    """Each citation of missing annexes, once an annex; `detail` is its number, counted (annex B
    is 2), empty if it has none.

    An amendment also cites the annexes of the contract that it amends: it is left alone.
    """
    if document.type is DocumentType.AVENANT:
        return ()
    attached = _attached(document)
    bare = any(article.kind is ArticleKind.ANNEXE for article in document.articles)
    found: list[Passage] = []
    seen: set[str] = set()
    for article, paragraph in stretches(document):
        if "nnexe" not in paragraph.text and "NNEXE" not in paragraph.text:
            continue
        if paragraph.toc or _heads(article, paragraph):
            continue
        folded = fold(paragraph.text)
        if _APART.search(folded):
            continue
        for match in _CITED.finditer(paragraph.text):
            absent = [] if bare and not attached else _absent(match["list"], attached)
            new = [number for number in absent if number not in seen]
            if new and not _is_foreign(folded, match.end()):
                seen.update(new)
                found.append(passage(article, paragraph, *match.span(), ", ".join(new)))
        if not found and not bare:
            found += _unnumbered(article, paragraph, folded)
    return tuple(found)


def _heads(article: Article, paragraph: Paragraph) -> bool:
    place = article.place
    at_head = (paragraph.part, paragraph.number) == (place.part, place.paragraph)
    return article.kind is ArticleKind.ANNEXE and at_head


def _unnumbered(article: Article, paragraph: Paragraph, folded: str) -> list[Passage]:
    """« joint en annexe au présent contrat », of a contract that bears no annex at all."""
    said = _UNNUMBERED.search(folded)
    if not said or _is_foreign(folded, said.end()):
        return []
    if _CITED.match(paragraph.text[folded.find("annexe", said.start()) :]):
        return []
    return [passage(article, paragraph, *said.span())]


def _is_foreign(folded: str, end: int) -> bool:
    return bool(_OF_OTHERS.match(folded[end : end + _FOLLOWING]))


def _absent(said: str, attached: frozenset[str]) -> list[str]:
    return [number for number in _numbers(said) if number not in attached]


def _attached(document: Document) -> frozenset[str]:
    """The numbers of the annexes that the contract bears, counted whatever their letters."""
    numbers: set[str] = set()
    for article in document.articles:
        if article.kind is ArticleKind.ANNEXE:
            words = WORD.findall(fold(article.numero))
            numbers.update(_count(word) for word in words[1:2])
    return frozenset(numbers)


def _numbers(said: str) -> list[str]:
    """The numbers of a list; « A à D » names four annexes."""
    counted = [_count(word) for word in re.findall(rf"\b{_ONE}", said)]
    if (
        " à " in said.replace("\u00a0", " ")
        and len(counted) == 2
        and all(map(str.isdigit, counted))
    ):
        return [str(number) for number in range(int(counted[0]), int(counted[1]) + 1)]
    return counted


def _count(word: str) -> str:
    word = word.lower()
    return _ROMAN.get(word) or _LETTERS.get(word) or word.lstrip("0")
