"""The mission as a typed, frozen object: who, what, when, at what price, under which clauses.

pydantic checks a mission file whole and gives its JSON Schema; nothing here reads a file.
"""

from __future__ import annotations

from datetime import date

from pydantic import PrivateAttr

from clauselint.library.definitions import EQUILIBREE
from clauselint.library.mission_documents import (
    AnnexeVoulue,
    Avenant,
    CompteRendu,
    Pieces,
    Recette,
    Relance,
)
from clauselint.library.mission_fields import Jour, Longueur, Texte
from clauselint.library.mission_groups import (
    Assurance,
    Categorie,
    Civilite,
    Classe,
    EntrepriseCliente,
    Groupe,
    Livrable,
    Motif,
    Organisme,
    Personne,
    Prestation,
    Prix,
    Profil,
    ReglageClause,
    Reglages,
    Remuneration,
    SalariePorte,
    Signature,
    TempsTravail,
    Travail,
    mois_entiers,
)
from clauselint.library.mission_origins import Origines
from clauselint.library.problems import Problem
from clauselint.model import DocumentType, Duree, Origin, Pourcentage

__all__ = [
    "Assurance",
    "Categorie",
    "Civilite",
    "Classe",
    "EntrepriseCliente",
    "FichierMission",
    "Livrable",
    "Mission",
    "Motif",
    "Organisme",
    "Personne",
    "Prestation",
    "Prix",
    "Profil",
    "ReglageClause",
    "Remuneration",
    "SalariePorte",
    "Signature",
    "TempsTravail",
    "Travail",
]


class _Corps(Groupe):
    travail: Travail
    reference: Texte
    salarie_porte: SalariePorte
    entreprise_cliente: EntrepriseCliente
    prestation: Prestation
    prix: Prix
    remuneration: Remuneration
    temps_travail: TempsTravail
    embauche: Jour | None = None
    """La date d’embauche ; à défaut, le début de la prestation."""
    periode_essai: Longueur | None = None
    position: Texte = EQUILIBREE
    """La variante de toutes les clauses qui l’ont : equilibree, client, portage, ou la vôtre."""
    clauses: Reglages = ()
    signature: Signature
    documents: Pieces = ()
    """Les documents à écrire en plus des deux contrats : convention, devis."""
    annexes: tuple[AnnexeVoulue, ...] = ()
    """Les annexes à joindre aux contrats qui en ont une de ce nom."""
    avenants: tuple[Avenant, ...] = ()
    """Les avenants, dans l’ordre de leur signature."""
    cra: tuple[CompteRendu, ...] = ()
    """Les comptes rendus d’activité, un par mois."""
    recette: tuple[Recette, ...] = ()
    """Les procès-verbaux de recette."""
    relance: Relance | None = None
    """La mise en demeure de payer les factures échues."""


class FichierMission(_Corps):
    """What a mission file says; `profil` names the file of the entreprise de portage."""

    profil: Texte
    """Le fichier de l’entreprise de portage, par rapport à celui-ci."""


class Mission(_Corps):
    """One mission: a work contract and the service contract that goes with it."""

    profil: Profil
    _origines: Origines | None = PrivateAttr(default=None)

    @property
    def contrats(self) -> tuple[DocumentType, ...]:
        """The contracts to draft, the work contract first."""
        return (DocumentType(self.travail.value), DocumentType.PRESTATION)

    @property
    def date_embauche(self) -> date:
        return self.embauche or self.prestation.debut

    @property
    def duree_contrat(self) -> Duree | None:
        """The length of a CDD in whole months, or None when there is none."""
        return mois_entiers(self.date_embauche, self.prestation.fin)

    @property
    def taux_frais_gestion(self) -> Pourcentage:
        return self.prix.frais_gestion or self.profil.frais_gestion

    def reglage(self, clause: str) -> ReglageClause:
        """What the mission asks of `clause`; the defaults when it says nothing."""
        for found in self.clauses:
            if found.clause == clause:
                return found
        return ReglageClause(clause=clause)

    def origine(self, *chemin: str | int) -> Origin | None:
        """Where the value at `chemin`, such as `("prix", "tjm")`, stands in the files.

        The nearest key that holds it when the files leave it to its default; None for a mission
        that comes from no file.
        """
        return self._origines.de(chemin) if self._origines else None

    def probleme(
        self, chemin: tuple[str | int, ...], message: str, suggestion: str = ""
    ) -> Problem:
        """A problem of the value at `chemin`, as `library.problems` shows it."""
        if self._origines is None:
            key = ".".join(map(str, chemin))
            return Problem("mission", 0, 0, key, message, suggestion=suggestion)
        return self._origines.probleme(chemin, message, suggestion)

    def avec_changements(self, rank: int, paths: tuple[tuple[str, ...], ...]) -> Mission:
        """The same mission, the values at `paths` standing in its amendment `rank`, from 0."""
        if self._origines is None:
            return self
        return self.avec_origines(self._origines.apres(rank, paths))

    def avec_origines(self, origines: Origines) -> Mission:
        """The same mission, whose values know their place in the files."""
        placed = self.model_copy()
        placed._origines = origines
        return placed
