"""Contracts sorted into missions: who works with whom, when, and which amendment amends what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from clauselint.dossiers.dossier import Dossier, Side, assemble, side_of
from clauselint.dossiers.likeness import (
    Card,
    alike,
    amends,
    belongs,
    card_of,
    joins,
    may_pair,
    pairs,
    strangers,
)
from clauselint.model import Document, DocumentType

__all__ = ["Grouping", "group"]

# From these on, two contracts are taken to be of one mission (see `likeness`).
PAIR = 5
ALONE = 0  # the only work contract and the only service contract that there are
AMENDS = 4
BELONGS = 4


class Grouping(NamedTuple):
    """The missions found, in the order of their first document, and what fits none of them."""

    dossiers: tuple[Dossier, ...]
    apart: tuple[Document, ...]


class _Mission(NamedTuple):
    """A mission being put together; ranks are those of the documents given."""

    bases: list[int]
    avenants: list[tuple[int, Side | None]]
    autres: list[int]


def group(documents: Iterable[Document]) -> Grouping:
    """The missions of `documents`, whatever their names and order.

    A work contract and a service contract go together when they name the same people and companies
    and run at the same time; a CDI may go with several service contracts, and is then in several
    dossiers. An amendment goes to the contract that it names, by its date, else by the parties and
    the period. One whose contract is missing makes a dossier, or joins that of the other contract
    of the mission.
    """
    cards = _telling(tuple(card_of(document) for document in documents))
    missions = _paired(cards)
    orphans = _amended(cards, missions)
    missions.extend(_Mission([], group_of, []) for group_of in orphans)
    apart = _rest(cards, missions)
    missions.sort(key=lambda mission: min(_ranks(mission)))
    return Grouping(
        tuple(_dossier(cards, mission) for mission in missions),
        tuple(cards[rank].document for rank in apart),
    )


def _telling(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The cards without the numbers that several contracts of one side bear: the mark of a model,
    which tells none from another.
    """
    borne = Counter((card.base, number) for card in cards if card.base for number in card.numbers)
    common = {number for (_, number), times in borne.items() if times > 1}
    return tuple(card._replace(numbers=card.numbers - common) for card in cards)


def _paired(cards: Sequence[Card]) -> list[_Mission]:
    """A mission for each service contract with its work contract, and for each left alone."""
    works = [n for n, card in enumerate(cards) if card.base is Side.TRAVAIL]
    services = [n for n, card in enumerate(cards) if card.base is Side.PRESTATION]
    least = ALONE if len(works) == len(services) == 1 else PAIR
    likely = [
        (-score, work, service)
        for work in works
        for service in services
        if (score := pairs(cards[work], cards[service])) >= least
        and not strangers(cards[work], cards[service])
        and (least == ALONE or may_pair(cards[work], cards[service]))
    ]
    work_of: dict[int, int] = {}
    taken: set[int] = set()
    for _, work, service in sorted(likely):
        several = cards[work].document.type is DocumentType.CDI
        if service not in work_of and (several or work not in taken):
            work_of[service] = work
            taken.add(work)
    missions = [
        _Mission([work_of[service], service] if service in work_of else [service], [], [])
        for service in services
    ]
    missions += [_Mission([work], [], []) for work in works if work not in taken]
    return missions


def _amended(
    cards: Sequence[Card], missions: Sequence[_Mission]
) -> list[list[tuple[int, Side | None]]]:
    """Each amendment put into the missions of its contract; those left over, by their parties."""
    orphans: list[list[tuple[int, Side | None]]] = []
    for rank, card in enumerate(cards):
        if not card.is_amendment:
            continue
        side = side_of(card.document)
        chosen = _its_contract(cards, missions, card, side) or _its_mission(cards, missions, card)
        if chosen:
            for mission, amended in chosen:
                mission.avenants.append((rank, amended))
            continue
        fellows = (
            found for found in orphans if all(alike(card, cards[other]) for other, _ in found)
        )
        home = next(fellows, None)
        if home is None:
            orphans.append(home := [])
        home.append((rank, side))
    return orphans


def _its_contract(
    cards: Sequence[Card], missions: Sequence[_Mission], card: Card, side: Side | None
) -> list[tuple[_Mission, Side | None]]:
    """The missions that hold the contract which the amendment most likely amends."""
    scored = [
        (amends(card, cards[base]), -base)
        for mission in missions
        for base in mission.bases
        if side is None or cards[base].base is side
    ]
    best, number = max(scored, default=(AMENDS - 1, 0))
    if best < AMENDS:
        return []
    amended = cards[-number].base
    homes = [mission for mission in missions if -number in mission.bases]
    if len(homes) > 1 and card.client:  # a CDI of several missions: that of the client it names
        named = [mission for mission in homes if _of_client(cards, mission, card)]
        homes = named or homes
    return [(mission, amended) for mission in homes]


def _of_client(cards: Sequence[Card], mission: _Mission, card: Card) -> bool:
    return any(
        belongs(card, cards[base]) >= BELONGS
        for base in mission.bases
        if cards[base].base is Side.PRESTATION
    )


def _its_mission(
    cards: Sequence[Card], missions: Sequence[_Mission], card: Card
) -> list[tuple[_Mission, Side | None]]:
    """The mission of an amendment whose own contract is missing: both the client and the salarié
    porté are those of its other contract, or there is no other mission.
    """
    side = side_of(card.document)
    scored = [
        (amends(card, cards[base]), -number)
        for number, mission in enumerate(missions)
        for base in mission.bases
        if side and all(cards[other].base is not side for other in mission.bases)
        if len(missions) == 1 or joins(card, cards[base])
    ]
    best, number = max(scored, default=(0, 0))
    return [(missions[-number], side)] if best >= PAIR else []


def _rest(cards: Sequence[Card], missions: Sequence[_Mission]) -> list[int]:
    """Other documents, put with the mission that they best belong to; those that fit none."""
    apart = []
    for rank, card in enumerate(cards):
        if card.is_amendment or card.base in (Side.TRAVAIL, Side.PRESTATION):
            continue
        scored = [
            (max((belongs(card, cards[other]) for other in mission.bases), default=0), -number)
            for number, mission in enumerate(missions)
        ]
        best, number = max(scored, default=(0, 0))
        if best < BELONGS:
            apart.append(rank)
        elif card.base:
            missions[-number].bases.append(rank)
        else:
            missions[-number].autres.append(rank)
    return apart


def _ranks(mission: _Mission) -> list[int]:
    return [*mission.bases, *(rank for rank, _ in mission.avenants), *mission.autres]


def _dossier(cards: Sequence[Card], mission: _Mission) -> Dossier:
    return assemble(
        tuple(cards[rank].document for rank in mission.bases),
        tuple((cards[rank].document, side) for rank, side in mission.avenants),
        tuple(cards[rank].document for rank in mission.autres),
    )
