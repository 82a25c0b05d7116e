"""References to articles of this contract that it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.library.patterns import kept_pattern
from clauselint.model import Article, ArticleKind, Document, DocumentType, Paragraph
from clauselint.model.folding import fold

__all__ = ["find"]

_FEWEST = 3  # numbered articles: below, the contract does not number, or not for reference
_HIGHEST = 150  # no contract has as many articles; a law has
_REACH = 60  # characters before a reference in which a foreign text may be named
_HEADING = 120  # characters; a longer line that opens an article also says something
_CITED = kept_pattern(
    r"\b(?:[Aa]rticles?|ARTICLES?|[Aa]rt\.?|clauses?)[ \u00a0]+(?:n[ \u00a0]?[°º][ \u00a0]?)?"
    r"(?P<list>\d{1,4}(?:[.-]\d{1,3})*(?:(?:,| et| ou| à)[ \u00a0](?:l[’'])?(?:articles? )?"
    r"\d{1,3}(?:\.\d{1,2})*(?![ \u00a0]?(?:[%€]|(?:jour|an|heure|euro)s?\b|mois)))*)"
    r"(?![\w-]|\.\d)"
)
_START = kept_pattern(
    r"\s*(?:[Aa]rticle\s*|ARTICLE\s*|[Aa]rt\.?\s*)?(\d+(?:[.-]\d+)*)"
    r"(?=\s*[.)–—:°-]|\s+[^\W\da-z]|\s*$)"
)
_NUMBER = kept_pattern(r"\d+(?:[.-]\d+)*")
# The patterns below are compiled by their first use: a contract without a suspect needs none.
# What follows a reference, folded: « alinéa 2 du code civil », « ci-dessus ».
_OF = kept_pattern(
    r" *(?:et suivants? *)?"
    r"(?:(?:alineas?|paragraphes?|points?|premier|dernier|[ivx]+|\d+|[a-h])\b *)*"
    r"(?P<of>dudit|de ladite|desdites|du meme|de la meme|du|de la|de l|des) +(?P<what>.*)"
)
_THIS = kept_pattern(
    r"presente?s?\b|(?:contrat|convention|accord)\b(?! +(?:de |d |commercial|cadre|initial|"
    r"principal|conclu|signe|collecti|entre|n |du \d|type|anterieur|modifi|[a-z]{2,4} \d))|"
    r"conditions (?:generales|particulieres) ci"
)
_NEAR = kept_pattern(r" *(?:ci (?:dessus|dessous|apres|avant)|des presentes|du present)")
_SOURCES = kept_pattern(
    r"\b(?:code|loi|decret|ordonnance|reglement|directive|rgpd|convention collective|arrete|cgv|"
    r"cga|accord (?:de|du|national|collectif|interprofessionnel|cadre)|conditions generales|"
    r"cahier des charges|statuts|contrat (?:de travail|de prestation|commercial|cadre|initial|"
    r"principal|type|client)|protocole|charte|politique|avenant|police|c trav|c civ|c com)\b"
)
_CODES = kept_pattern(r" *(?:et suivants? *)?(?:c trav|c civ|c com|ccn|rgpd|l \d|loi|cgi|cpi)")


def find(document: Document) -> tuple[Passage, ...]:
    """Each reference to a missing article; `detail` is its number.

    Laws, collective agreements and other contracts number their own articles: a reference that
    names one, or follows one in its sentence, is left alone. An amendment speaks of the contract
    that it amends.
    """
    if document.type is DocumentType.AVENANT:
        return ()
    known = _numbers(document)
    if sum("." not in number for number in known) < _FEWEST:
        return ()
    return tuple(_broken(document, known))


def _numbers(document: Document) -> frozenset[str]:
    """The numbers of articles and paragraphs of the contract, « 12.3 »."""
    found: set[str] = set()
    for article in document.articles:
        top = _plain(article.numero)
        found |= {top, *_parents(top)} if top else set()
        for position in article.paragraphs:
            paragraph = document.text.paragraphs[position]
            for said in (paragraph.label, paragraph.text[:24]):
                match = None if paragraph.cell or not said else _START.match(said)
                if match:
                    number = _plain(match[1])
                    found |= {number, *_parents(number)}
                    if top and "." not in number:
                        found.add(f"{top}.{number}")
    return frozenset(found - {""})


def _plain(number: str) -> str:
    parts = number.replace("-", ".").strip(".").split(".")
    return ".".join(str(int(part)) if part.isdigit() else part for part in parts)


def _parents(number: str) -> set[str]:
    parts = number.split(".")
    return {".".join(parts[:size]) for size in range(1, len(parts))}


def _broken(document: Document, known: frozenset[str]) -> Iterator[Passage]:
    for article, paragraph in stretches(document):
        if paragraph.toc or _is_heading(article, paragraph):
            continue
        for match in _CITED.finditer(paragraph.text):
            missing = _missing(match["list"], known)
            if missing and not _is_foreign(paragraph.text, match):
                number = ", ".join(missing)
                yield passage(article, paragraph, match.start(), match.end(), number)


def _is_heading(article: Article, paragraph: Paragraph) -> bool:
    place = article.place
    return (
        article.kind is ArticleKind.ARTICLE
        and (paragraph.part, paragraph.number) == (place.part, place.paragraph)
        and len(paragraph.text) < _HEADING
    )


def _missing(said: str, known: frozenset[str]) -> list[str]:
    numbers = [_plain(number) for number in _NUMBER.findall(said)]
    if any(int(number.split(".")[0]) > _HIGHEST for number in numbers):
        return []
    return [number for number in numbers if number not in known]


def _is_foreign(text: str, match: re.Match[str]) -> bool:
    """Whether a reference is to a law, a collective agreement or another contract."""
    after = " ".join(fold(text[match.end() : match.end() + 2 * _REACH]).split())
    before = " ".join(fold(text[max(0, match.start() - 8) : match.start()]).split())
    if before.endswith((" son", " ses", " leur", " leurs")):
        return True
    if _NEAR.match(after):
        return False
    other = _OF.match(after)
    if other:
        return not _THIS.match(other["what"])
    start = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    said = " ".join(fold(text[max(start, match.start() - _REACH) : match.start()]).split())
    return bool(_SOURCES.search(said) or _CODES.match(after))
