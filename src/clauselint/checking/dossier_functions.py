"""The functions that rules about a dossier may call, bound to a dossier."""

from __future__ import annotations

from functools import cached_property

from clauselint.checking.dossier_views import (
    AmendmentView,
    ContractView,
    DossierClauseView,
    DossierFactView,
    DossierPartyView,
    DossierTermView,
    ReferenceView,
)
from clauselint.checking.functions import PLAIN_FUNCTIONS
from clauselint.checking.periods import lengths_in
from clauselint.dossiers.consolidation import (
    clause_in_force,
    fact_in_force,
    in_force,
    party_in_force,
)
from clauselint.dossiers.dossier import Dossier
from clauselint.dossiers.references import references
from clauselint.model import Document, Role

__all__ = ["DossierOnce", "dossier_functions"]


class DossierOnce:
    """What several rules ask of one dossier, made when first asked for.

    `termes` are the names of the terms that the rule now running has read.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.termes: list[str] = []

    @cached_property
    def amendments(self) -> tuple[AmendmentView, ...]:
        return tuple(AmendmentView(self.dossier, item) for item in self.dossier.avenants)

    @cached_property
    def references(self) -> tuple[ReferenceView, ...]:
        return tuple(ReferenceView(found) for found in references(self.dossier))

    def saw(self, nom: str) -> None:
        if nom not in self.termes:
            self.termes.append(nom)


def dossier_functions(once: DossierOnce) -> dict[str, object]:
    """The names an expression finds in a dossier. What is in force counts: the contract of a side
    as its amendments leave it.
    """
    dossier = once.dossier

    def terme_de(side: str, nom: str) -> DossierTermView:
        once.saw(nom)
        found = in_force(dossier, side, nom)
        if found is None:
            return DossierTermView(nom, (), dossier.base(side))
        return DossierTermView(nom, found.termes, found.document)

    def clause_de(side: str, kind: str) -> DossierClauseView:
        found = clause_in_force(dossier, side, kind)
        if found is None:
            return DossierClauseView(kind, (), dossier.base(side))
        return DossierClauseView(kind, found.found, found.document)

    def fait_de(side: str, nom: str) -> DossierFactView:
        found = fact_in_force(dossier, side, nom)
        if found is None:
            return DossierFactView(nom, None, (), dossier.base(side))
        lengths = lengths_in(found.document, found.fait.place)
        return DossierFactView(nom, found.fait, lengths, found.document)

    def partie_de(side: str, role: str) -> DossierPartyView:
        found = party_in_force(dossier, side, role)
        if found is None:
            return DossierPartyView(Role(role), None, dossier.base(side))
        return DossierPartyView(Role(role), found.partie, found.document)

    return {
        **PLAIN_FUNCTIONS,
        "terme_de": terme_de,
        "clause_de": clause_de,
        "fait_de": fait_de,
        "partie_de": partie_de,
        "contrat": lambda side: ContractView(side, dossier.base(side)),
        "existe": lambda side: dossier.base(side) is not None,
        "avenants": lambda: once.amendments,
        "avenants_de": lambda side: tuple(a for a in once.amendments if a.cote == side),
        "terme_dans": lambda view, nom: _term(once, view.document, nom),
        "clause_dans": lambda view, kind: _clause(view.document, kind),
        "fait_dans": lambda view, nom: _fact(view.document, nom),
        "partie_dans": lambda view, role: _party(view.document, role),
        "renvois": lambda: once.references,
    }


def _term(once: DossierOnce, document: Document, nom: str) -> DossierTermView:
    once.saw(nom)
    found = tuple(terme for terme in document.termes if terme.nom == nom)
    return DossierTermView(nom, found, document)


def _clause(document: Document, kind: str) -> DossierClauseView:
    found = tuple(clause for clause in document.clauses if clause.kind == kind)
    return DossierClauseView(kind, found, document)


def _fact(document: Document, nom: str) -> DossierFactView:
    found = next((fact for fact in document.faits if fact.nom == nom), None)
    lengths = lengths_in(document, found.place) if found else ()
    return DossierFactView(nom, found, lengths, document)


def _party(document: Document, role: str) -> DossierPartyView:
    found = next((party for party in document.parties if party.role == role), None)
    return DossierPartyView(Role(role), found, document)
