"""Stated periods « du … au … », the length said with them, and the length of a contract."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from clauselint.checking.views import TermView, Unknown
from clauselint.library.patterns import kept_pattern
from clauselint.model import Document, Duree, DureeStated, Place, dernier_jour
from clauselint.model.folding import WORD, fold

__all__ = ["Periode", "length_between", "length_of_contract", "lengths_in", "stated_periods"]

MAX_GAP = 60  # characters between a period and the length said with it

_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_SENTENCE_END = kept_pattern(r"[.;](?:\s|$)")
_OPENING = kept_pattern(
    rf"\b(?:du|des le|entre le|partir du|compter du|(?:commence|debute|demarre|prend effet|"
    rf"commencera|debutera|prendra effet) le)(?: (?:{_DAYS}))? *$"
)
_LINK = kept_pattern(
    rf"^ *(?:inclus |au matin )?(?:et )?(?:au|jusqu au|le|prend fin le|prendra fin le|s acheve le|"
    rf"s achevera le|se termine le|se terminera le|finit le|expire le|expirera le|"
    rf"pour (?:s achever|se terminer|prendre fin|finir) le)(?: (?:{_DAYS}))? *$"
)
# Words that tie a length to a period: « six mois, du … », « du … au …, soit six mois ».
_TIES = kept_pattern(
    r"(?:a|allant|au|c|calendaires|commence|commencant|compris|compter|consecutifs|courant|d|de|"
    r"debutant|debute|des|dire|du|duree|effet|elle|ensemble|entre|est|et|fermes?|il|inclus|la|le|"
    r"partir|periode|pour|prenant|prend|represente|s|soit|totale?|une?|"
    rf"{_DAYS})"
)


class Periode(Struct, frozen=True, eq=False):
    """A stated period: its two days, the length said with it (unknown if none), its words."""

    debut: date
    fin: date
    duree: Duree | Unknown
    texte: str
    place: Place


def stated_periods(document: Document) -> tuple[Periode, ...]:
    """The periods whose two dates stand in one paragraph, tied by the words of a period."""
    return tuple(_periods(document))


def _periods(document: Document) -> Iterator[Periode]:
    for first, last in zip(document.dates, document.dates[1:], strict=False):
        a, b = first.place, last.place
        if (a.part, a.paragraph) != (b.part, b.paragraph) or b.start < a.end:
            continue
        text = document.paragraph(a).text
        if _OPENING.search(_plain(text[max(0, a.start - MAX_GAP) : a.start])) and _LINK.match(
            _plain(text[a.end : b.start])
        ):
            place = Place(a.part, a.paragraph, a.start, b.end, a.article)
            length = _length_said(document, place, text)
            yield Periode(first.valeur, last.valeur, length, text[a.start : b.end], place)


def _plain(text: str) -> str:
    return " ".join(fold(text).split()) + " "


def _length_said(document: Document, period: Place, text: str) -> Duree | Unknown:
    """Beside months, days are those to work: « six mois, du … au …, et représente 104 jours »."""
    tied = [stated for stated in document.durees if _is_tied(stated, period, text)]
    months = any(stated.valeur.mois for stated in tied)
    said = [
        stated.valeur
        for stated in tied
        if not (months and "jour" in fold(stated.texte) and not stated.valeur.mois)
    ]
    return said[0] if len(said) == 1 else Unknown("durée de la période")


def _is_tied(stated: DureeStated, period: Place, text: str) -> bool:
    place = stated.place
    if (place.part, place.paragraph) != (period.part, period.paragraph):
        return False
    before = place.end <= period.start
    between = text[place.end : period.start] if before else text[period.end : place.start]
    if place.start < period.end and place.end > period.start:
        return False
    if len(between) > MAX_GAP or _SENTENCE_END.search(between):
        return False
    return all(_TIES.fullmatch(word) for word in WORD.findall(fold(between)))


def lengths_in(document: Document, place: Place) -> tuple[Duree, ...]:
    """The lengths of time written inside a place, a sentence say."""
    return tuple(
        stated.valeur
        for stated in document.durees
        if (stated.place.part, stated.place.paragraph) == (place.part, place.paragraph)
        and place.start <= stated.place.start
        and stated.place.end <= place.end
    )


def length_between(debut: date, fin: date) -> Duree:
    """Whole months, then days, from the morning of `debut` to the evening of `fin`."""
    mois = max(0, (fin.year - debut.year) * 12 + fin.month - debut.month + 1)
    while mois and dernier_jour(debut, Duree(mois=mois)) > fin:
        mois -= 1
    jours = (fin - dernier_jour(debut, Duree(mois=mois))).days
    return Duree(mois=mois, jours=max(0, jours))


def length_of_contract(
    duree: TermView, debut: TermView, fin: TermView, minimale: TermView
) -> object:
    """The length first agreed: as stated, else between its dates, else the minimum stated
    (C. trav. L1242-10 reckons on it when there is no precise term), else unknown.

    Dates prevail over a length in days, which may count the days worked.
    """
    stated = duree.valeur
    if isinstance(stated, Duree) and stated.mois:
        return stated
    if isinstance(debut.valeur, date) and isinstance(fin.valeur, date):
        return length_between(debut.valeur, fin.valeur)
    if duree.connu:
        return stated
    return minimale.valeur if minimale.connu else Unknown("durée du contrat")
