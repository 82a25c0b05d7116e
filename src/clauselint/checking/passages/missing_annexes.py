"""Annexes that the contract cites and that are not attached to it."""

from __future__ import annotations

import re

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.model import ArticleKind, Document, DocumentType
from clauselint.model.folding import WORD, fold

__all__ = ["find"]

_CITED = re.compile(
    r"\bannexes? +(?:n *)?(?P<list>(?:\d{1,2}|[ivx]{1,4}|[a-h])\b(?:(?: *et *| *ou *| +a +|  *)"
    r"(?:\d{1,2}|[ivx]{1,4}|[b-h])\b)*)(?P<after>.{0,60})",
    re.S,
)
_UNNUMBERED = re.compile(
    r"\b(?:(?:jointe?s?|figure|figurant|figurent|annexee?s?|reproduite?s?|decrite?s?|detaillee?s?|precisee?s?|"
    r"definie?s?|listee?s?|voir|est|sont|fixee?s?) +(?:a l |en |a la presente |au present )?annexe|"
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
    """The first citation of each missing annex; `detail` is its number, empty if it has none.

    An amendment also cites the annexes of the contract that it amends: it is left alone.
    """
    if document.type is DocumentType.AVENANT:
        return ()
    attached = _attached(document)
    bare = any(article.kind is ArticleKind.ANNEXE for article in document.articles)
    found: dict[str, Passage] = {}
    for article, paragraph in stretches(document):
        if "nnex" not in paragraph.text.lower() or paragraph.toc:
            continue
        folded = fold(paragraph.text)
        if _APART.search(folded):
            continue
        heads = article.kind is ArticleKind.ANNEXE and paragraph.number == article.place.paragraph
        if heads and paragraph.part is article.place.part:
            continue
        for match in _CITED.finditer(folded):
            if _OF_OTHERS.match(match["after"]):
                continue
            for number in _numbers(match["list"]):
                if number not in attached and not (len(attached) == 0 and bare):
                    one = passage(article, paragraph, match.start(), match.end("list"), number)
                    found.setdefault(number, one)
        if not found and not bare:
            said = _UNNUMBERED.search(folded)
            if (
                match
                and not _CITED.match(folded, folded.find("annexe", said.start()))
                and (not _OF_OTHERS.match(said["after"]))
            ):
                end = said.start("after")
                found[""] = passage(article, paragraph, said.start(), end)
    if len(found) > 1:
        found.pop("", None)
    return tuple(found.values())


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
    words = WORD.findall(said)
    counted = [_count(word) for word in words if word not in ("et", "ou")]
    if " a " in said and len(counted) == 2 and all(number.isdigit() for number in counted):
        return [str(number) for number in range(int(counted[0]), int(counted[1]) + 1)]
    return counted


def _count(word: str) -> str:
    return _ROMAN.get(word) or _LETTERS.get(word) or word.lstrip("0")
