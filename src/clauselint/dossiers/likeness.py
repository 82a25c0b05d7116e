"""How likely two contracts are of one mission: points for what they share, against for clashes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import PurePath
from typing import NamedTuple

from clauselint.dossiers.comparison import same_company, same_person
from clauselint.dossiers.dossier import Side, side_of, signed_on
from clauselint.dossiers.references import all_numbers, cited, own_numbers
from clauselint.model import Document, DocumentType, Partie, Role, Valeur

__all__ = [
    "Card",
    "alike",
    "amends",
    "belongs",
    "card_of",
    "joins",
    "may_pair",
    "pairs",
    "strangers",
]

_PORTAGE = (Role.ENTREPRISE_DE_PORTAGE, Role.EMPLOYEUR, Role.PRESTATAIRE)
_CLIENT = (Role.ENTREPRISE_CLIENTE,)
_PERSON = (Role.SALARIE_PORTE, Role.SALARIE)
_FACTS = ("tjm", "prix_total", "lieu_execution", "nombre_jours")
_APART = -9  # one begins when the other has ended
_AFTER_END = timedelta(days=400)  # an amendment of an amended contract may be that late


class Card(NamedTuple):
    """What tells a contract from another: who, when, by what numbers. `others` are the parties
    without a known role; `numbers` are its own and `written` all that it bears; `days` and `named`
    are those by which it names another contract.
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
    named: frozenset[str]
    facts: dict[str, Valeur]
    folder: str


def card_of(document: Document) -> Card:
    """The card of a contract, read once."""
    amendment = document.type is DocumentType.AVENANT
    cites = tuple(cited(document))
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
        days=tuple((found.day, found.side) for found in cites),
        named=frozenset(number for found in cites for number in found.numbers),
        facts={t.nom: t.valeur for t in reversed(document.termes) if t.nom in _FACTS},
        folder=str(PurePath(document.name).parent),
    )


def pairs(work: Card, service: Card) -> int:
    """How likely a work contract and a service contract are of one mission."""
    points = 2 * _companies(work.client, service.client) + _people(work.person, service.person)
    points += _companies(work.portage, service.portage)
    points += _periods(work, service) + _citations(work, service)
    points += min(2, sum(work.facts[nom] == service.facts.get(nom) for nom in work.facts))
    return points + (work.folder == service.folder)


def strangers(one: Card, other: Card) -> bool:
    """Whether neither the client nor the salarié porté is the same."""
    return _companies(one.client, other.client) < 0 and _people(one.person, other.person) < 0


def may_pair(work: Card, service: Card) -> bool:
    """Whether what differs may be a slip: of a client, where one contract names the other; of a
    person, where both begin on the same day.
    """
    if _companies(work.client, service.client) < 0 and not _citations(work, service):
        return False
    return _people(work.person, service.person) >= 0 or work.start == service.start


def alike(one: Card, other: Card) -> bool:
    """Whether two amendments are of one mission: the same people, or the same contract cited."""
    mine, theirs = ({pair for pair in card.days if pair[1]} for card in (one, other))
    sides = {side for _, side in mine} & {side for _, side in theirs}
    if one.named & other.named:
        return True
    if sides and not mine & theirs:
        return False
    same_client = _companies(one.client, other.client) > 0
    return same_people(one, other) or bool(mine & theirs and same_client)


def same_people(one: Card, other: Card) -> bool:
    """Whether both the client and the salarié porté are named, and the same in both."""
    return _companies(one.client, other.client) > 0 and _people(one.person, other.person) > 0


def joins(amendment: Card, other: Card) -> bool:
    """Whether an amendment may be of the mission of a contract that is not the one it amends."""
    over = other.end and amendment.signed and amendment.signed > other.end
    return same_people(amendment, other) and not over and _after(amendment, other) >= 0


def amends(amendment: Card, base: Card) -> int:
    """How likely an amendment is of the contract `base`."""
    points = 2 * _companies(amendment.client, base.client) + _people(amendment.person, base.person)
    points += _companies(amendment.portage, base.portage)
    numbers = amendment.written & base.numbers
    points += 4 if numbers else -9 if amendment.named and base.numbers else 0
    client, person = (
        _companies(amendment.client, base.client),
        _people(amendment.person, base.person),
    )
    if person < 0 and client <= 0 and not numbers:
        points -= 8
    if client < 0 and not numbers:
        points += 4 * _people(amendment.person, base.person) - 8
    days = [day for day, side in amendment.days if side is base.base]
    if days and base.signed:
        points += max(_cited(day, base.signed) for day in days if day) // (2 if numbers else 1)
    return points + _after(amendment, base) + (amendment.folder == base.folder)


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
    return -2 if mine[-1:] == theirs[-1:] else -5  # the same family name, another given name


def _periods(one: Card, other: Card) -> int:
    """Whether both run at the same time, or begin and end together."""
    if one.start and other.start and one.end and other.end:
        if one.start > other.end or other.start > one.end:
            return _APART
        return 1 + (one.start == other.start) + (one.end == other.end)
    if one.start and other.start:
        late, early = (one, other) if one.start > other.start else (other, one)
        if early.end and late.start and late.start > early.end:
            return _APART
        return 2 if one.start == other.start else 0
    return 0


def _citations(one: Card, other: Card) -> int:
    """Whether one names the other, by its day or its number."""
    named = (other.signed, other.base) in one.days or (one.signed, one.base) in other.days
    numbers = one.written & other.numbers | other.written & one.numbers
    return 3 * named + 2 * bool(numbers)


def _cited(written: date, signed: date) -> int:
    """Whether a contract signed on a day may be the one cited by another: one slip is a mistake,
    more are another contract.
    """
    same = (written.year == signed.year, written.month == signed.month, written.day == signed.day)
    return (-8, -8, -2, 4)[sum(same)]


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
