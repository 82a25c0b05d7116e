"""How likely two contracts are of one mission: points for what they share, against for clashes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import PurePath
from typing import NamedTuple

from clauselint.dossiers.comparison import same_company, same_person
from clauselint.dossiers.dossier import Side, side_of, signed_on
from clauselint.dossiers.references import all_numbers, cited, own_numbers
from clauselint.model import Document, DocumentType, Partie, Role, Valeur

__all__ = ["Card", "amends", "belongs", "card_of", "pairs"]

_PORTAGE = (Role.ENTREPRISE_DE_PORTAGE, Role.EMPLOYEUR, Role.PRESTATAIRE)
_CLIENT = (Role.ENTREPRISE_CLIENTE,)
_PERSON = (Role.SALARIE_PORTE, Role.SALARIE)
_FACTS = ("tjm", "prix_total", "lieu_execution", "nombre_jours")
_AFTER_END = timedelta(days=400)  # an amendment of an amended contract may be that late


class Card(NamedTuple):
    """What tells a contract from another: who, when, by what numbers. `others` are the parties
    without a known role; `numbers` are its own and `written` all that it bears; `days` those by
    which it names another contract.
    """

    document: Document
    base: Side | None
    is_amendment: bool
    portage: Partie | None
    client: Partie | None
    person: Partie | None
    others: tuple[Partie, ...]
    start: date | None
    end: date | None
    signed: date | None
    numbers: frozenset[str]
    written: frozenset[str]
    days: tuple[tuple[date | None, Side | None], ...]
    facts: dict[str, Valeur]
    folder: str


def card_of(document: Document) -> Card:
    """The card of a contract, read once."""
    amendment = document.type is DocumentType.AVENANT
    days = {nom: _day(document, nom) for nom in ("date_debut", "date_fin")}
    return Card(
        document=document,
        base=None if amendment else side_of(document),
        is_amendment=amendment,
        portage=_party(document, _PORTAGE),
        client=_party(document, _CLIENT),
        person=_party(document, _PERSON),
        others=tuple(party for party in document.parties if party.role is Role.AUTRE),
        start=days["date_debut"],
        end=days["date_fin"],
        signed=signed_on(document),
        numbers=own_numbers(document),
        written=all_numbers(document),
        days=tuple((found.day, found.side) for found in cited(document)),
        facts={t.nom: t.valeur for t in reversed(document.termes) if t.nom in _FACTS},
        folder=str(PurePath(document.name).parent),
    )


def pairs(work: Card, service: Card) -> int:
    """How likely a work contract and a service contract are of one mission."""
    points = 2 * _companies(work.client, service.client) + _people(work.person, service.person)
    points += _companies(work.portage, service.portage)
    points += _periods(work, service) + _citations(work, service)
    points += sum(work.facts[nom] == service.facts.get(nom) for nom in work.facts)
    return points + (work.folder == service.folder)


def amends(amendment: Card, base: Card) -> int:
    """How likely an amendment is of the contract `base`."""
    points = 2 * _companies(amendment.client, base.client) + _people(amendment.person, base.person)
    points += _companies(amendment.portage, base.portage)
    days = [day for day, side in amendment.days if side is base.base]
    if base.signed in days:
        points += 4
    elif days and base.base:
        points -= 1
    if amendment.written & base.numbers:
        points += 3
    points += _after(amendment, base)
    return points + (amendment.folder == base.folder)


def belongs(card: Card, other: Card) -> int:
    """How likely another document is of the mission of a contract: by its parties first."""
    if card.others:
        known = [party for party in (other.portage, other.client, other.person) if party]
        points = 3 * sum(
            any(_companies(mine, theirs) > 0 or _people(mine, theirs) > 0 for theirs in known)
            for mine in card.others
        )
    else:
        points = 2 * _companies(card.client, other.client) + _people(card.person, other.person)
        points += _companies(card.portage, other.portage)
    return points + _periods(card, other) + (card.folder == other.folder)


def _companies(one: Partie | None, other: Partie | None) -> int:
    """2 for the same, 1 when number and name disagree, -2 for two; 0 when one is not named."""
    if one is None or other is None:
        return 0
    alike = same_company(one.nom, other.nom)
    if one.siren and other.siren:
        return (2 if alike else 1) if one.siren == other.siren else (0 if alike else -2)
    return 2 if alike else -2


def _people(one: Partie | None, other: Partie | None) -> int:
    if one is None or other is None:
        return 0
    if same_person(one.nom, other.nom):
        return 4
    mine, theirs = one.nom.casefold().split(), other.nom.casefold().split()
    return -2 if set(mine) & set(theirs) else -5  # the same family name, another given name


def _periods(one: Card, other: Card) -> int:
    """Whether both run at the same time, or begin and end together."""
    if one.start and other.start and one.end and other.end:
        if one.start > other.end or other.start > one.end:
            return -4
        return 1 + (one.start == other.start) + (one.end == other.end)
    if one.start and other.start:
        late, early = (one, other) if one.start > other.start else (other, one)
        if early.end and late.start and late.start > early.end:
            return -4
        return 2 if one.start == other.start else 0
    return 0


def _citations(one: Card, other: Card) -> int:
    """Whether one names the other, by its day or its number."""
    named = (other.signed, other.base) in one.days or (one.signed, one.base) in other.days
    numbers = one.written & other.numbers | other.written & one.numbers
    return 3 * named + 2 * bool(numbers)


def _after(amendment: Card, base: Card) -> int:
    """An amendment is signed after its contract, and before its end or not long after."""
    signed = amendment.signed
    if signed is None or base.signed is None:
        return 0
    if signed < base.signed:
        return -4
    if base.end is None:
        return 0
    if signed <= base.end:
        return 2
    return 0 if signed <= base.end + _AFTER_END else -2


def _party(document: Document, roles: tuple[Role, ...]) -> Partie | None:
    return next((party for role in roles for party in document.parties if party.role is role), None)


def _day(document: Document, nom: str) -> date | None:
    days = (t.valeur for t in document.termes if t.nom == nom)
    return next((day for day in days if isinstance(day, date)), None)
