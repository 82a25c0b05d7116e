"""The contracts of one mission: a work contract, a service contract, and what amends them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from clauselint.model import Document, DocumentType

__all__ = ["Amendment", "Dossier", "Side", "assemble", "side_of", "signed_on"]


class Side(StrEnum):
    """What a contract is to its mission."""

    TRAVAIL = "travail"
    PRESTATION = "prestation"
    CONVENTION = "convention"
    DEVIS = "devis"


_SIDES = {
    DocumentType.CDD: Side.TRAVAIL,
    DocumentType.CDI: Side.TRAVAIL,
    DocumentType.PRESTATION: Side.PRESTATION,
    DocumentType.CONVENTION: Side.CONVENTION,
    DocumentType.DEVIS: Side.DEVIS,
}


class Amendment(Struct, frozen=True, eq=False):
    """An amendment of the contract on `side`, None when nothing says which it amends.

    `rang` counts the amendments of that side from 1, in the order of their dates.
    """

    document: Document
    side: Side | None
    rang: int = 1

    @property
    def signed(self) -> date | None:
        """The day from which it binds: its signature, else its first day."""
        return signed_on(self.document)


class Dossier(Struct, frozen=True, eq=False):
    """The contracts of one mission; `avenants` are in the order of their dates, `autres` are of
    the same mission and no contract of it: a non-disclosure agreement, a letter.
    """

    bases: tuple[tuple[Side, Document], ...]
    avenants: tuple[Amendment, ...] = ()
    autres: tuple[Document, ...] = ()

    def base(self, side: str) -> Document | None:
        """The contract on `side`, without what amends it."""
        return next((document for found, document in self.bases if found == side), None)

    def amendments(self, side: str) -> tuple[Amendment, ...]:
        """What amends the contract on `side`, in order."""
        return tuple(item for item in self.avenants if item.side == side)

    @property
    def documents(self) -> tuple[Document, ...]:
        """All of them: the contracts, the amendments in order, the rest."""
        bases = (document for _, document in self.bases)
        return (*bases, *(item.document for item in self.avenants), *self.autres)

    @property
    def portage(self) -> bool:
        return any(document.portage for document in self.documents)

    @property
    def date(self) -> date | None:
        """The first day whose law applies to one of its contracts."""
        days = [document.date_reference for document in self.documents]
        return min((day for day in days if day), default=None)


def side_of(document: Document) -> Side | None:
    """The side of a contract, or of the contract that an amendment amends, if its text says so."""
    amended = document.type is DocumentType.AVENANT
    kind = document.porte_sur if amended else document.type
    return _SIDES.get(kind) if kind else None


def assemble(
    bases: tuple[Document, ...],
    avenants: tuple[tuple[Document, Side | None], ...] = (),
    autres: tuple[Document, ...] = (),
) -> Dossier:
    """The dossier of these contracts, its amendments put in the order of their dates."""
    placed = tuple((side, document) for document in bases if (side := side_of(document)))
    order = list(Side)
    ranks: dict[Side | None, int] = {}
    amendments = []
    for document, side in sorted(avenants, key=lambda pair: _when(pair[0])):
        ranks[side] = ranks.get(side, 0) + 1
        amendments.append(Amendment(document, side, ranks[side]))
    return Dossier(
        tuple(sorted(placed, key=lambda pair: order.index(pair[0]))), tuple(amendments), autres
    )


def signed_on(document: Document) -> date | None:
    """The day a contract is signed, else its first day, else the day whose law applies."""
    for nom in ("date_signature", "date_debut"):
        for terme in document.termes:
            if terme.nom == nom and isinstance(terme.valeur, date):
                return terme.valeur
    return document.date_reference


def _when(document: Document) -> tuple[date, str]:
    return signed_on(document) or date.max, document.name
