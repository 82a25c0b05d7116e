"""The mission as a typed, frozen object: who, what, when, at what price, under which clauses.

pydantic checks a mission file whole and gives its JSON Schema; nothing here reads a file.
Quantities are those of the model: `Montant`, `Duree`, `Pourcentage`, `date`, `Decimal`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)

from clauselint.library.mission_fields import (
    Entier,
    Iban,
    Jour,
    Longueur,
    Nir,
    Nombre,
    OuiNon,
    Siren,
    Siret,
    Somme,
    Taux,
    Texte,
)
from clauselint.library.mission_origins import Origines
from clauselint.library.mission_values import lire_texte
from clauselint.library.problems import Problem
from clauselint.model import DocumentType, Duree, Montant, Origin, Pourcentage, dernier_jour

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


class _Groupe(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def mois_entiers(debut: date, fin: date | None) -> Duree | None:
    """The whole number of months that end on `fin`, or None when there is none."""
    if fin is None:
        return None
    months = (fin.year - debut.year) * 12 + fin.month - debut.month
    for length in (Duree(mois=months), Duree(mois=months + 1)):
        if length.mois and dernier_jour(debut, length) == fin:
            return length
    return None


class Travail(StrEnum):
    CDD = "cdd"
    CDI = "cdi"


class Civilite(StrEnum):
    MADAME = "Mme"
    MONSIEUR = "M."


class Categorie(StrEnum):
    """IDCC 3219, chapter V and art. 37: never ouvrier nor employé."""

    CADRE = "cadre"
    TAM = "technicien-agent de maîtrise"


class Classe(StrEnum):
    """The four levels of IDCC 3219 art. 37, as amended by avenant n° 12 (18 July 2024)."""

    PREMIER_NIVEAU = "premier niveau"
    JUNIOR = "junior"
    SENIOR = "senior"
    EXPERT = "expert"


class Motif(StrEnum):
    """The two cases in which a client may use portage (C. trav. L1254-3)."""

    TACHE_OCCASIONNELLE = "tâche occasionnelle"
    EXPERTISE_ABSENTE = "expertise absente"


class Personne(_Groupe):
    """Someone who signs for a company."""

    civilite: Civilite
    prenom: Texte
    nom: Texte
    qualite: Texte
    """Sa fonction, accordée : président, directrice générale…"""


class Organisme(_Groupe):
    """A body with its name and address: guarantor, pension fund, prévoyance."""

    nom: Texte
    adresse: Texte


class Assurance(_Groupe):
    """The civil-liability insurance (C. trav. L1254-15 2° h), L1254-23 9°)."""

    assureur: Texte
    adresse: Texte
    police: Texte


class Profil(_Groupe):
    """The entreprise de portage salarial: what all its contracts have in common."""

    denomination: Texte
    forme: Texte
    capital: Somme
    siren: Siren
    rcs: Texte
    """La ville du registre du commerce et des sociétés."""
    adresse: Texte
    representant: Personne
    garant: Organisme
    assurance: Assurance
    retraite: Organisme
    prevoyance: Organisme
    sante_travail: Organisme
    frais_gestion: Taux
    prelevements: Taux
    """Les prélèvements patronaux, sociaux et fiscaux, estimés en part de la rémunération brute."""
    contact_donnees: Texte
    """L’adresse où exercer ses droits sur ses données personnelles."""
    iban: Iban | None = None
    siret: Siret | None = None

    @model_validator(mode="after")
    def _siret_of_the_siren(self) -> Profil:
        if self.siret and not self.siret.startswith(self.siren):
            raise ValueError(f"le SIRET {self.siret} n’est pas celui du SIREN {self.siren}")
        return self


class Naissance(_Groupe):
    date: Jour
    lieu: Texte


class SalariePorte(_Groupe):
    civilite: Civilite
    prenom: Texte
    nom: Texte
    naissance: Naissance
    nationalite: Texte
    adresse: Texte
    securite_sociale: Nir | None = None
    """Le numéro de sécurité sociale ; il n’est écrit que dans le contrat de travail."""
    emploi: Texte
    categorie: Categorie
    classe: Classe
    competences: tuple[Texte, ...] = Field(min_length=1)
    qualifications: tuple[Texte, ...] = Field(min_length=1)
    domaines: tuple[Texte, ...] = Field(min_length=1)


class EntrepriseCliente(_Groupe):
    denomination: Texte
    forme: Texte
    capital: Somme
    siren: Siren
    rcs: Texte
    adresse: Texte
    representant: Personne
    siret: Siret | None = None

    @model_validator(mode="after")
    def _siret_of_the_siren(self) -> EntrepriseCliente:
        if self.siret and not self.siret.startswith(self.siren):
            raise ValueError(f"le SIRET {self.siret} n’est pas celui du SIREN {self.siren}")
        return self


class Livrable(_Groupe):
    nom: Texte
    remise: Jour


class TermeIncertain(_Groupe):
    """A prestation whose end is not dated (C. trav. L1254-11, L1254-15 2° d), L1254-23 4°)."""

    duree_minimale: Longueur
    evenement: Texte
    """L’événement ou le résultat objectif qui met fin à la relation."""


class Prestation(_Groupe):
    intitule: Texte
    description: Texte
    """Ce en quoi la prestation consiste, à l’infinitif : « recenser…, fixer… »."""
    motif: Motif
    livrables: tuple[Livrable, ...] = ()
    debut: Jour
    fin: Jour | None = None
    terme_incertain: TermeIncertain | None = None
    lieu: Texte
    moyens: tuple[Texte, ...] = ()
    """Ce que le client met à disposition : accès, matériel, documents."""
    equipements_protection: tuple[Texte, ...] = ()
    interlocuteur: Texte | None = None
    """La personne du client avec qui le salarié porté échange."""

    @model_validator(mode="after")
    def _one_term(self) -> Prestation:
        if (self.fin is None) == (self.terme_incertain is None):
            raise ValueError("donner soit « fin », soit « terme_incertain », et un seul des deux")
        if self.fin and self.fin < self.debut:
            raise ValueError("la fin précède le début")
        return self

    @property
    def duree(self) -> Duree | None:
        """The whole number of months from `debut` to `fin`, or None when there is none."""
        return mois_entiers(self.debut, self.fin)


class Prix(_Groupe):
    tjm: Somme
    """Le prix d’une journée, hors taxes, convenu entre le salarié porté et le client."""
    jours: Nombre
    frais_gestion: Taux | None = None
    """Le taux de cette mission ; à défaut, celui du profil."""
    frais_professionnels: Somme | None = None
    """L’enveloppe de frais comprise dans le prix."""

    @property
    def total(self) -> Montant:
        return self.tjm * self.jours

    @model_validator(mode="after")
    def _whole_cents(self) -> Prix:
        cents = self.total.montant * 100
        if cents != cents.to_integral_value():
            raise ValueError("« tjm » multiplié par « jours » ne tombe pas sur un centime entier")
        return self


class Remuneration(_Groupe):
    brut_journalier: Somme
    """La rémunération brute de base d’une journée de prestation."""
    jours_par_mois: Nombre
    """Le nombre de journées convenu pour un mois complet."""

    @property
    def brut_mensuel(self) -> Montant:
        return self.brut_journalier * self.jours_par_mois


class TempsTravail(_Groupe):
    """Hours, or forfait jours (cadres only, IDCC 3219 art. 27.1)."""

    heures_par_jour: Entier | None = None
    forfait_jours: Entier | None = None
    jours_premiere_annee: Entier | None = None
    """Forfait jours : le nombre prévisionnel de jours jusqu’à la fin de la première année."""

    @model_validator(mode="after")
    def _one_way(self) -> TempsTravail:
        if (self.heures_par_jour is None) == (self.forfait_jours is None):
            raise ValueError("donner soit « heures_par_jour », soit « forfait_jours »")
        return self


class Signature(_Groupe):
    lieu: Texte
    date: Jour
    electronique: OuiNon = False


class ReglageClause(_Groupe):
    """What the mission asks of one clause: left out, a variant, values for its parameters."""

    clause: str
    retiree: bool = False
    variante: str = "equilibree"
    valeurs: tuple[tuple[str, str], ...] = ()


def _reglages(value: object) -> object:
    if not isinstance(value, dict):
        return value
    return tuple(_reglage(str(clause), wish) for clause, wish in value.items())


def _reglage(clause: str, wish: object) -> dict[str, object]:
    if wish in ("non", False):
        return {"clause": clause, "retiree": True}
    if wish in ("oui", True, None):
        return {"clause": clause}
    if not isinstance(wish, dict):
        raise ValueError(f"« {clause} » : écrire non, ou les valeurs de la clause une par ligne")
    values = {str(name): lire_texte(str(value)) for name, value in wish.items()}
    variante = values.pop("variante", "equilibree")
    return {"clause": clause, "variante": variante, "valeurs": tuple(values.items())}


Reglages = Annotated[
    tuple[ReglageClause, ...],
    BeforeValidator(_reglages),
    WithJsonSchema(
        {
            "type": "object",
            "title": "clauses",
            "additionalProperties": {"anyOf": [{"enum": ["oui", "non"]}, {"type": "object"}]},
        }
    ),
]


class _Corps(_Groupe):
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
    clauses: Reglages = ()
    signature: Signature


class FichierMission(_Corps):
    """What a mission file says; `profil` names the file of the entreprise de portage."""

    profil: Texte
    """Le fichier de l’entreprise de portage, par rapport à celui-ci."""


class Mission(_Corps):
    """One mission: a work contract and the service contract that goes with it."""

    profil: Profil
    _origines: Origines | None = PrivateAttr(default=None)

    @property
    def documents(self) -> tuple[DocumentType, ...]:
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

    def avec_origines(self, origines: Origines) -> Mission:
        """The same mission, whose values know their place in the files."""
        placed = self.model_copy()
        placed._origines = origines
        return placed
