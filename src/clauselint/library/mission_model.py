"""The mission as a typed, frozen object: who, what, when, at what price, under which clauses.

pydantic checks a mission file whole and gives its JSON Schema; nothing here reads a file.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import PrivateAttr, model_validator

from clauselint.library.definitions import EQUILIBREE
from clauselint.library.mission_defaults import with_places
from clauselint.library.mission_documents import (
    AnnexeVoulue,
    Avenant,
    CompteRendu,
    Pieces,
    Recette,
    Relance,
)
from clauselint.library.mission_fields import Entier, Jour, Longueur, Texte
from clauselint.library.mission_groups import (
    Assurance,
    Categorie,
    Civilite,
    Classe,
    Entreprise,
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
    "Entreprise",
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


class Mission(Groupe):
    """One mission: a work contract and the service contract that goes with it."""

    travail: Travail
    """Le contrat de travail : cdd ou cdi."""
    reference: Texte
    """La référence de la mission, dont les noms des fichiers et les contrats se servent."""
    version: Entier = 1
    """La version des documents, que leur en-tête et leurs propriétés donnent."""
    profil: Profil
    """L’entreprise de portage."""
    salarie_porte: SalariePorte
    """Le salarié porté."""
    entreprise_cliente: Entreprise
    """L’entreprise cliente."""
    prestation: Prestation
    """Ce que le salarié porté fait pour le client, quand et où."""
    prix: Prix
    """Ce que le client paie."""
    remuneration: Remuneration
    """Ce que le salarié porté gagne."""
    temps_travail: TempsTravail = TempsTravail(heures_par_jour=7)
    """Le temps de travail ; à défaut, sept heures par jour, soit 35 heures par semaine."""
    embauche: Jour | None = None
    """La date d’embauche ; à défaut, le début de la prestation."""
    periode_essai: Longueur | None = None
    """La période d’essai du contrat de travail, s’il en a une."""
    position: Texte = EQUILIBREE
    """La variante de toutes les clauses qui l’ont : equilibree, client, portage, ou la vôtre."""
    clauses: Reglages = ()
    """Par clause : non pour la retirer, oui pour l’ajouter, ou sa variante et ses paramètres."""
    signature: Signature
    """Quand et où les contrats sont signés."""
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
    _origines: Origines | None = PrivateAttr(default=None)

    @model_validator(mode="before")
    @classmethod
    def _fill_places(cls, values: Any) -> Any:
        return with_places(values) if isinstance(values, dict) else values

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
