"""What a contract says of another one of its mission: its date, its number, the rate of the tax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct

from clauselint.dossiers.dossier import Dossier, Side, side_of
from clauselint.model import (
    ArticleKind,
    Document,
    DocumentType,
    Paragraph,
    Part,
    Place,
    Pourcentage,
)
from clauselint.model.folding import fold
from clauselint.model.francais import en_francais

__all__ = ["Cited", "Reference", "all_numbers", "cited", "own_numbers", "references", "vat_rate"]

_CONTRACT = re.compile(r"\bcontrat\b")
_WORK = re.compile(r"\b(?:travail|cdd|cdi)\b")
_SERVICE = re.compile(r"\b(?:prestations?|commerciale?|client|cliente|services?)\b")
_DATED = re.compile(r"\b(?:du|le|dated?)(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi))? $")
_NUMBER = re.compile(r"\b[A-Z][A-Z0-9]*(?:[-/_.][A-Z0-9]+)+\b")
# « conclu le 3 mars 2026 un contrat de prestation, sous la référence… »
_SIGNED = re.compile(r"\b(?:conclue?s?|signee?s?|passee?s?|regularisee?s?) le $")
_A_CONTRACT = re.compile(r" (?:un|le|leur) contrat\b")
_END = re.compile(r"\. |; |\n")
_PERIOD = re.compile(r" ?(?:au|jusqu|inclus)\b")
_DIGIT = re.compile(r"\d")
_RATE = re.compile(
    r"\b(?:tva|taxe sur la valeur ajoutee)\b[^.%]{0,60}?(\d{1,2}(?:[.,]\d{1,2})?) ?%"
)
# After these, a date or a number is no longer that of the contract named before.
_OTHERWISE = frozenset(
    """accord apres arrete article avant avenant avenants bon cesse cessera collective commande
    commence compter convention debut debute debutera decret devis echeance effet est expire
    expirera facture fin jusqu loi offre ordonnance partir prend prendra prenant prolonge
    proposition reconduit renouvele sera soumis sont terme vigueur""".split()  # noqa: SIM905
)
_REACH = 24  # words between « contrat » and its date
_HEAD = (ArticleKind.TITRE, ArticleKind.PARTIES)


class Cited(NamedTuple):
    """A contract named by its day or its number, or both: `side` is None when only the number
    tells which. `start` and `end` are those of what is written, in its paragraph.
    """

    side: Side | None
    numbers: tuple[str, ...]
    day: date | None
    place: Place


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
    """Where a contract of the dossier cites another one, by the day of its signature or its number.

    A contract whose own date or number is not known is not compared.
    """
    owned = {side: own_numbers(document) for side, document in dossier.bases}
    for document in dossier.documents:
        for found in cited(document):
            side = _side(found, owned)
            target = dossier.base(side) if side else None
            if side is None or target is None or target is document:
                continue
            yield from _of_day(document, target, found)
            yield from _of_number(document, target, found, owned)


def cited(document: Document) -> Iterator[Cited]:
    """The other contracts that a contract names, by a day or by a number.

    In an amendment, « le contrat » is the one that it amends.
    """
    own = side_of(document)
    amends = document.type is DocumentType.AVENANT
    labels = _labels(document)
    for stated in document.dates:
        paragraph = document.paragraph(stated.place)
        start, end = stated.place.start, stated.place.end
        before, after = _raw_tail(paragraph.text[:start]), _raw_head(paragraph.text[end:])
        named = _named(labels.get(_key(paragraph), ""), before)
        said = before
        if named is None and _SIGNED.search(fold(before)) and _A_CONTRACT.match(fold(after)):
            named, said = fold(after), after
        if named is None or _PERIOD.match(fold(after)):
            continue
        side = _side_said(named) or (own if amends else None)
        numbers = tuple(_numbers(said))
        if (side or numbers) and (amends or side is not own):
            yield Cited(side, numbers, stated.valeur, stated.place)


def own_numbers(document: Document) -> frozenset[str]:
    """The numbers that a contract bears in its title, before its parties, on top of its pages."""
    positions = {
        position
        for article in document.articles
        if article.kind in _HEAD
        for position in article.paragraphs
    }
    texts = [document.text.paragraphs[position].text for position in sorted(positions)]
    texts += [p.text for p in document.text.paragraphs if p.part in (Part.HEADER, Part.FOOTER)]
    return frozenset(number for text in texts for number in _numbers(text))


def all_numbers(document: Document) -> frozenset[str]:
    """Every number of that form in a contract: its own, and those of what it cites."""
    texts = (paragraph.text for paragraph in document.text.paragraphs)
    return frozenset(number for text in texts for number in _numbers(text))


def vat_rate(documents: Iterable[Document]) -> Pourcentage | None:
    """The rate of value added tax that the contracts state, the first one; None without any."""
    for document in documents:
        for paragraph in document.text.paragraphs:
            if "%" not in paragraph.text:
                continue
            plain = paragraph.text.casefold().replace("é", "e")
            found = _RATE.search(re.sub(r"\s", " ", plain))
            if found:
                return Pourcentage(Decimal(found[1].replace(",", ".")))
    return None


def _side(found: Cited, owned: dict[Side, frozenset[str]]) -> Side | None:
    by_number = (side for side, numbers in owned.items() if numbers.intersection(found.numbers))
    return next(by_number, found.side)


def _of_day(document: Document, target: Document, found: Cited) -> Iterator[Reference]:
    signed = _days(target, "date_signature")
    if signed and found.day:
        right = found.day in (*signed, *_days(target, "date_debut"))
        told = en_francais(found.day), en_francais(signed[0]), right
        yield Reference(document, target, found.place, _written(document, found), *told)


def _of_number(
    document: Document, target: Document, found: Cited, owned: dict[Side, frozenset[str]]
) -> Iterator[Reference]:
    known = own_numbers(target)
    ours = {number for numbers in owned.values() for number in numbers} | own_numbers(document)
    for number in found.numbers:
        if known and (number in known or number not in ours):
            told = number, " ou ".join(sorted(known)), number in known
            yield Reference(document, target, found.place, _written(document, found), *told)


def _numbers(text: str) -> list[str]:
    """« PS-2026-014 », but not « CDD-CDI »."""
    return [number for number in _NUMBER.findall(text) if _DIGIT.search(number)]


def _written(document: Document, found: Cited) -> str:
    return document.paragraph(found.place).text[found.place.start : found.place.end]


def _named(label: str, before: str) -> str | None:
    """The words from « contrat » to a date, folded, when the date is that of the contract: in the
    same sentence, or in the label of the row and the cell.
    """
    said = fold(f"{label} : {before}" if label else before)
    if not _DATED.search(said):
        return None
    starts = [found.start() for found in _CONTRACT.finditer(said)]
    if not starts and not _numbers(before):
        return None
    named = said[starts[-1] :] if starts else said
    words = named.split()
    return named if len(words) <= _REACH and _OTHERWISE.isdisjoint(words) else None


def _raw_tail(before: str) -> str:
    """The end of a text, from the beginning of its sentence."""
    start = max(before.rfind(". "), before.rfind("; "), before.rfind("\n"))
    return before[start + 1 :]


def _raw_head(after: str) -> str:
    """The beginning of a text, to the end of its sentence."""
    return _END.split(after, maxsplit=1)[0]


def _side_said(named: str) -> Side | None:
    if _WORK.search(named):
        return Side.TRAVAIL
    return Side.PRESTATION if _SERVICE.search(named) else None


def _labels(document: Document) -> dict[tuple[Part, int], str]:
    """What the first cell of its row says, for each paragraph in another cell."""
    rows: dict[tuple[int, int], str] = {}
    labels: dict[tuple[Part, int], str] = {}
    for paragraph in document.text.paragraphs:
        cell = paragraph.cell
        if cell is None:
            continue
        if cell.column == 0:
            rows[cell.table, cell.row] = paragraph.text
        else:
            labels[_key(paragraph)] = rows.get((cell.table, cell.row), "")
    return labels


def _key(paragraph: Paragraph) -> tuple[Part, int]:
    return paragraph.part, paragraph.number


def _days(document: Document, nom: str) -> tuple[date, ...]:
    return tuple(
        terme.valeur
        for terme in document.termes
        if terme.nom == nom and isinstance(terme.valeur, date)
    )
