"""Who signs a contract: not all whom it presents."""

from __future__ import annotations

from clauselint.model import Document, DocumentType, Partie, Role

__all__ = ["signatories"]

_WORK = frozenset({DocumentType.CDD, DocumentType.CDI})
_SIGN_WORK = frozenset(
    {Role.ENTREPRISE_DE_PORTAGE, Role.SALARIE_PORTE, Role.EMPLOYEUR, Role.SALARIE}
)
_SIGN_SERVICE = frozenset({Role.ENTREPRISE_DE_PORTAGE, Role.ENTREPRISE_CLIENTE, Role.PRESTATAIRE})


def signatories(document: Document) -> tuple[Partie, ...]:
    """The parties that sign: the client is presented in a contract of work and signs none, nor
    does the salarié porté sign the contract of his client (C. trav. L1254-15, L1254-23).
    """
    about = document.porte_sur if document.type is DocumentType.AVENANT else document.type
    if about in _WORK:
        return tuple(party for party in document.parties if party.role in _SIGN_WORK)
    if about is DocumentType.PRESTATION:
        return tuple(party for party in document.parties if party.role in _SIGN_SERVICE)
    return document.parties
