"""What a contract says of another one of its dossier: its date, its number, the rate of the tax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from clauselint.dossiers.dossier import Dossier, Side, side_of
from clauselint.model import ArticleKind, DateStated, Document, DocumentType, Place, Pourcentage
from clauselint.model.folding import fold
from clauselint.model.francais import en_francais

__all__ = ["Reference", "cited_days", "numbers_of", "references", "vat_rate"]

# « contrat de travail », « contrat commercial », « avenant au contrat »… before the day it bears.
_NAMED = re.compile(
    r"\b(?P<what>contrat|convention|avenant|devis)\b(?P<rest>[^.;]{0,140}?)"
    r"\b(?:conclue?|signee?|datee?|date|en date|regularisee?|etablie?|passee?|du|le)\b[^.;]{0,60}$"
)
_WORK = re.compile(r"\b(?:travail|cdd|cdi)\b")
_SERVICE = re.compile(r"\b(?:prestations?|commerciale?|cliente?|services?|mise a disposition)\b")
_NUMBER = re.compile(r"\b(?=[\w/.-]*\d)[A-Z][A-Z0-9]*(?:[-/_.][A-Z0-9]+)+\b")
_RATE = re.compile(
    r"\b(?:tva|taxe sur la valeur ajoutee)\b[^.%]{0,60}?(\d{1,2}(?:[.,]\d{1,2})?) ?%"
)
_REACH = 220  # characters before a date, where the contract that bears it is named
_TITLES = (ArticleKind.TITRE, ArticleKind.PARTIES, ArticleKind.PREAMBULE)


class Reference(Struct, frozen=True, eq=False):
    """A contract of the dossier, `cible`, cited in `document` by a day or a number.

    `ecrit` is what is written, `vrai` what the contract itself bears; `texte` the passage.
    """

    document: Document
    cible: Document
    place: Place
    texte: str
    ecrit: str
    vrai: str
    juste: bool


def references(dossier: Dossier) -> Iterator[Reference]:
    """Where a contract of the dossier cites another one by the day of its signature."""
    for document in dossier.documents:
        for stated, side in cited_days(document):
            target = dossier.base(side)
            signed = _signature(target) if target else None
            if target is None or target is document or signed is None:
                continue
            known = {signed, *_days(target, "date_debut"), *_own_days(document)}
            yield Reference(
                document,
                target,
                stated.place,
                stated.texte,
                en_francais(stated.valeur),
                en_francais(signed),
                stated.valeur in known,
            )


def cited_days(document: Document) -> Iterator[tuple[DateStated, Side]]:
    """The days by which the text names another contract, and which contract that is."""
    own = side_of(document)
    for stated in document.dates:
        text = document.paragraph(stated.place).text
        before = fold(text[max(0, stated.place.start - _REACH) : stated.place.start])
        found = _last(_NAMED, _sentence(text, before, stated.place.start))
        if found is None or found["what"] != "contrat":
            continue
        rest = found["rest"]
        side = (
            Side.TRAVAIL
            if _WORK.search(rest)
            else Side.PRESTATION
            if _SERVICE.search(rest)
            else own
            if document.type is DocumentType.AVENANT
            else None
        )
        if side and (document.type is DocumentType.AVENANT or side is not own):
            yield stated, side


def numbers_of(document: Document) -> frozenset[str]:
    """The numbers of contracts in its title, its parties and its preamble: « PS-2026-014 »."""
    head = {
        position
        for article in document.articles
        if article.kind in _TITLES
        for position in article.paragraphs
    }
    text = document.text.paragraphs
    return frozenset(
        number for position in sorted(head) for number in _NUMBER.findall(text[position].text)
    )


def vat_rate(documents: Iterable[Document]) -> Pourcentage | None:
    """The rate of value added tax that the contracts state, the first one; None without any."""
    for document in documents:
        for paragraph in document.text.paragraphs:
            if "%" not in paragraph.text:
                continue
            plain = paragraph.text.casefold().replace("é", "e").replace("\u00a0", " ")
            found = _RATE.search(plain.replace("\u202f", " "))
            if found:
                return Pourcentage(Decimal(found[1].replace(",", ".")))
    return None


def _sentence(text: str, folded: str, end: int) -> str:
    """`folded`, the words before a date, from the beginning of their sentence."""
    raw = text[max(0, end - _REACH) : end]
    start = max(raw.rfind(". "), raw.rfind("; "), raw.rfind("\n"))
    return folded[start + 1 :]


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that begins last: the contract named nearest to the end."""
    found = None
    for start in (
        match.start() for match in re.finditer(r"\b(?:contrat|convention|avenant|devis)\b", text)
    ):
        found = pattern.match(text, start) or found
    return found


def _signature(document: Document) -> date | None:
    days = _days(document, "date_signature")
    return days[0] if days else None


def _days(document: Document, nom: str) -> tuple[date, ...]:
    return tuple(
        terme.valeur
        for terme in document.termes
        if terme.nom == nom and isinstance(terme.valeur, date)
    )


def _own_days(document: Document) -> tuple[date, ...]:
    """Days that a contract says of itself, beside the name of another one."""
    return tuple(
        day for nom in ("date_signature", "date_debut", "date_fin") for day in _days(document, nom)
    )
