"""References to articles of this contract that it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.model import Article, ArticleKind, Document, DocumentType, Paragraph
from clauselint.model.folding import fold

__all__ = ["find"]

_FEWEST = 3  # numbered articles: below, the contract does not number, or not for reference
_HIGHEST = 150  # no contract has as many articles; a law has
_CITED = re.compile(
    r"\b(?P<whose>(?:son|ses|leurs?) )?(?:articles?|art\.?|clauses?)\s+(?:n\s?[°º]\s?)?"
    r"(?P<list>\d{1,3}(?:[.\-]\d{1,2}){0,3}(?:[.\-][a-z]\b)?"
    r"(?:(?:,| et| ou| à|,? ainsi que)\s+(?:l['’])?(?:articles? )?\d{1,3}(?:\.\d{1,2}){0,3}(?![\d.\-]*\s*"
    r"(?:jours?|mois|%|€|euros?|ans?|heures?)\b))*)(?![\w\-]|\.\d)",
    re.I,
)
_NUMBER = re.compile(r"\d+(?:[.\-]\d+)*")
_OTHER = re.compile(
    r"^[\s,]*(?:\([^)]*\)\s*)?(?:et suivants\s*)?(?:(?:alin[ée]as?|§|paragraphes?|premier|dernier|[IVX]+|\d+°?|[a-z]\)|,)"
    r"[\s,]*)*(?P<of>dudit|de ladite|desdites|du m[êe]me|de la m[êe]me|du|de la|de l['’]|des|de|au)\s+(?P<what>.{0,60})",
    re.I | re.S,
)
_THIS = re.compile(
    r"pr[ée]sente?s?\b|(?:contrat|convention|accord)\b(?!-|\s+(?:de |d['’]|commercial|cadre|initial|principal|"
    r"conclu|sign[ée]|collecti|entre|n\s?°|[A-Z]{2,}|du \d|type|d[’']origine|ant[ée]rieur|modifi))|"
    r"conditions (?:g[ée]n[ée]rales|particuli[èe]res) ci",
    re.I,
)
_SOURCES = re.compile(
    r"\b(?:code|loi|decret|ordonnance|reglement|directive|rgpd|convention collective|accord (?:de|du|"
    r"national|collectif|interprofessionnel|cadre)|arrete|cgv|cga|conditions generales|cahier des charges|statuts|"
    r"contrat (?:de travail|de prestation|commercial|cadre|initial|principal|type|client)|protocole|"
    r"charte|politique|reglement interieur|cct|ccn|avenant|police|c trav|c civ|c com)\b"
)
_NEAR = re.compile(r"^\s*,?\s*(?:ci-(?:dessus|dessous|apr[èe]s|avant)|des pr[ée]sentes|du pr[ée]sent)", re.I)  # fmt: skip
_REACH = 60  # characters before a reference in which a foreign text may be named
_START = re.compile(
    r"^\s*(?:(?i:article|art\.?|clause)\s*)?(\d+(?:[.\-]\d+)*)(?=\s*[.)\-–—:°]|\s+[^\W\da-z]|\s*$)"
)


def find(document: Document) -> tuple[Passage, ...]:
    """Each reference to a missing article; `detail` is its number.

    Laws, collective agreements and other contracts number their own articles: a reference that
    names one, or follows one in its sentence, is left alone. An amendment speaks of the contract
    that it amends.
    """
    if document.type is DocumentType.AVENANT:
        return ()
    known = _numbers(document)
    tops = {number for number in known if "." not in number}
    if len(tops) < _FEWEST:
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
                match = None if paragraph.cell else _START.match(said)
                if match:
                    number = _plain(match[1])
                    found |= {number, *_parents(number)}
                    if top and "." not in number:
                        found.add(f"{top}.{number}")
    return frozenset(found - {""})


def _plain(number: str) -> str:
    number = number.replace("-", ".").strip(".")
    parts = number.split(".")
    return ".".join(str(int(part)) if part.isdigit() else part for part in parts)


def _parents(number: str) -> set[str]:
    parts = number.split(".")
    return {".".join(parts[:size]) for size in range(1, len(parts))}


def _broken(document: Document, known: frozenset[str]) -> Iterator[Passage]:
    for article, paragraph in stretches(document):
        text = paragraph.text
        if (
            ("rt" not in text and "lause" not in text)
            or paragraph.toc
            or _is_heading(article, paragraph)
        ):
            continue
        for match in _CITED.finditer(text):
            if match["whose"] or _is_foreign(text, match):
                continue
            for number in _missing(match["list"], known):
                yield passage(article, paragraph, match.start(), match.end(), number)


def _is_heading(article: Article, paragraph: Paragraph) -> bool:
    place = article.place
    return (
        article.kind is ArticleKind.ARTICLE
        and (paragraph.part, paragraph.number) == (place.part, place.paragraph)
        and len(paragraph.text) < 120
    )


def _missing(said: str, known: frozenset[str]) -> list[str]:
    numbers = [_plain(number) for number in _NUMBER.findall(said)]
    if any(int(number.split(".")[0]) > _HIGHEST for number in numbers):
        return []
    return [number for number in numbers if number not in known]


def _is_foreign(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() :]
    if _NEAR.match(after):
        return False
    other = _OTHER.match(after)
    if other and other["of"].lower() not in ("au", "de"):
        return not _THIS.match(other["what"].lstrip())
    sentence = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    said = " ".join(fold(text[max(sentence, match.start() - _REACH) : match.start()]).split())
    if _SOURCES.search(said):
        return True
    follows = " ".join(fold(after[:40]).split())
    return bool(
        re.match(r"(?:et suivants )?(?:c trav|c civ|c com|ccn|rgpd|l \d|loi|cgi|cpi)", follows)
    ) or (bool(re.search(r"[LRDA]\.?\s?$", text[: match.start("list")])))
