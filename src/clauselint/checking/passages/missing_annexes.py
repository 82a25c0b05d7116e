"""Annexes that the contract cites and that are not attached to it."""

from __future__ import annotations

import re

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.model import ArticleKind, Document, DocumentType
from clauselint.model.folding import WORD, fold

__all__ = ["find"]

_ONE = r"(?:\d{1,2}(?![\d%€])|(?-i:[IVX]{1,4}|[A-H])\b)"
_CITED = re.compile(
    rf"\bannexes?[ \u00a0]+(?:n[ \u00a0]?[°º][ \u00a0]?)?"
    rf"(?P<list>{_ONE}(?:(?:[ \u00a0]*,[ \u00a0]*|[ \u00a0](?:et|ou|à)[ \u00a0])(?:l[’'])?"
    rf"(?:annexe[ \u00a0]+)?{_ONE})*)(?!\w)",
    re.I,
)
_UNNUMBERED = re.compile(
    r"\b(?:(?:jointe?s?|figure|figurant|figurent|annexee?s?|reproduite?s?|decrite?s?|detaillee?s?|precisee?s?|"
    r"definie?s?|listee?s?|voir|est|sont|fixee?s?) +(?:a l |en |a la presente |au present )annexe|"
    r"annexe +(?:au present contrat|aux presentes|au contrat|du present contrat|ci jointe|jointe))\b(?P<after>.{0,60})",
    re.S,
)
_OF_OTHERS = re.compile(
    r"^ *(?:de|du|d|des|a)(?: la| l)? +(?:code|loi|decret|arrete|convention collective|accord|reglement|"
    r"directive|contrat (?:de|d |commercial|cadre|initial|principal)|facture|compte rendu|livrable|"
    r"cahier|comptes? annuel|bilan|ccn)"
)
_APART = re.compile(
    r"(?:joint|remis|communique|transmis|fourni|adresse|signe|etabli|publie)\w* +(?:separement|par ailleurs|a part|sur un)|"
    r"document separe|par acte separe|disponible|consultable|accessible|telechargeable"
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}
_LETTERS = {letter: str(rank) for rank, letter in enumerate("abcdefgh", start=1)}


def find(document: Document) -> tuple[Passage, ...]:
    """The first citation of each missing annex; `detail` is its number, counted (annex B
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
        if "nnex" not in paragraph.text.lower() or paragraph.toc:
            continue
        folded = fold(paragraph.text)
        if _APART.search(folded):
            continue
        heads = article.kind is ArticleKind.ANNEXE and paragraph.number == article.place.paragraph
        if heads and paragraph.part is article.place.part:
            continue
        for match in _CITED.finditer(paragraph.text):
            if _OF_OTHERS.match(folded[match.end() : match.end() + 60]):
                continue
            absent = [] if bare and not attached else _absent(match["list"], attached)
            new = [number for number in absent if number not in seen]
            if new:
                seen.update(new)
                found.append(passage(article, paragraph, *match.span(), ", ".join(new)))
        said = None if found or bare else _UNNUMBERED.search(folded)
        if said and not _CITED.match(paragraph.text, folded.find("annexe", said.start())):
            if not _OF_OTHERS.match(said["after"]):
                found.append(passage(article, paragraph, said.start(), said.start("after")))
    return tuple(found)


def _absent(said: str, attached: frozenset[str]) -> list[str]:
    return [number for number in _numbers(said) if number not in attached]


def _attached(document: Document) -> frozenset[str]:
    """The numbers of the annexes that the contract bears, counted whatever their letters."""
    numbers: set[str] = set()
    for article in document.articles:
        if article.kind is not ArticleKind.ANNEXE:
            continue
        words = WORD.findall(fold(article.numero))
        numbers.update(_count(word) for word in words[1:2])
    return frozenset(numbers)


def _numbers(said: str) -> list[str]:
    """The numbers of a list; « A à D » names four annexes."""
    counted = [_count(word) for word in re.findall(rf"\b{_ONE}", said)]
    if re.search(r"\sà\s", said) and len(counted) == 2 and all(map(str.isdigit, counted)):
        return [str(number) for number in range(int(counted[0]), int(counted[1]) + 1)]
    return counted


def _count(word: str) -> str:
    word = word.lower()
    return _ROMAN.get(word) or _LETTERS.get(word) or word.lstrip("0")
