"""The groups of keys of a mission: companies, people, prestation, price, pay, wishes for clauses.

Each is a frozen pydantic model that says what is wrong in French. Quantities are those of the
model: `Montant`, `Duree`, `Pourcentage`, `date`, `Decimal`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

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
from clauselint.library.mission_values import lire_texte
from clauselint.model import Duree, Montant, dernier_jour

__all__ = [
    "Assurance",
    "Categorie",
    "Civilite",
    "Classe",
    "Entreprise",
    "Groupe",
    "Livrable",
    "Mesure",
    "Motif",
    "Organisme",
    "Personne",
    "Prestation",
    "Prix",
    "Profil",
    "ReglageClause",
    "Reglages",
    "Remuneration",
    "SalariePorte",
    "Signature",
    "TempsTravail",
    "TermeIncertain",
    "Travail",
    "mois_entiers",
]


class Groupe(BaseModel):
    """A mapping of a mission file: frozen, an unknown key is an error."""

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


class Personne(Groupe):
    """Someone who signs for a company."""

    civilite: Civilite
    """Mme ou M. : le contrat s’accorde."""
    prenom: Texte
    """Le prénom."""
    nom: Texte
    """Le nom de famille."""
    qualite: Texte
    """Sa fonction, accordée : président, directrice générale…"""


class Organisme(Groupe):
    """A body with its name and address: guarantor, pension fund, prévoyance."""

    nom: Texte
    """Le nom de l’organisme."""
    adresse: Texte
    """Son adresse : numéro et rue, code postal et ville."""


class Assurance(Groupe):
    """The civil-liability insurance (C. trav. L1254-15 2° h), L1254-23 9°)."""

    assureur: Texte
    """Le nom de l’assureur."""
    adresse: Texte
    """L’adresse de l’assureur."""
    police: Texte
    """Le numéro de la police, repris de l’attestation."""


class Entreprise(Groupe):
    """A company that signs a contract, as its register describes it."""

    denomination: Texte
    """La dénomination sociale, telle qu’elle est immatriculée."""
    forme: Texte
    """La forme sociale : société par actions simplifiée, société anonyme…"""
    capital: Somme
    """Le capital social : 120 000 EUR."""
    siren: Siren
    """Le SIREN, entre guillemets : neuf chiffres, dont la clé est vérifiée."""
    rcs: Texte
    """La ville du registre du commerce et des sociétés."""
    adresse: Texte
    """Le siège : numéro et rue, code postal et ville."""
    representant: Personne
    """La personne qui signe."""
    siret: Siret | None = None
    """Le SIRET de l’établissement, entre guillemets ; il commence par le SIREN."""

    @model_validator(mode="after")
    def _siret_of_the_siren(self) -> Self:
        if self.siret and not self.siret.startswith(self.siren):
            raise ValueError(f"le SIRET {self.siret} n’est pas celui du SIREN {self.siren}")
        return self


class Profil(Entreprise):
    """The entreprise de portage salarial: what all its contracts have in common."""

    garant: Organisme
    """Le garant financier (C. trav. L1254-26), nommé dans chaque contrat."""
    assurance: Assurance
    """L’assurance de responsabilité civile professionnelle du salarié porté."""
    retraite: Organisme
    """La caisse de retraite complémentaire."""
    prevoyance: Organisme
    """L’organisme de prévoyance."""
    sante_travail: Organisme
    """Le service de prévention et de santé au travail."""
    frais_gestion: Taux
    """Les frais de gestion, en part du prix hors taxes ; une mission peut fixer un autre taux."""
    prelevements: Taux
    """Les prélèvements patronaux, sociaux et fiscaux, estimés en part de la rémunération brute."""
    contact_donnees: Texte
    """L’adresse où exercer ses droits sur ses données personnelles."""
    iban: Iban | None = None
    """Le compte où le client paie ; la clé est vérifiée."""


class Naissance(Groupe):
    date: Jour
    """Le jour de naissance : 1984-05-17."""
    lieu: Texte
    """La ville, avec le département ou le pays."""


class SalariePorte(Groupe):
    civilite: Civilite
    """Mme ou M. : « la Salariée portée », « engagé »… s’accordent."""
    prenom: Texte
    """Le prénom."""
    nom: Texte
    """Le nom de famille."""
    naissance: Naissance
    """Date et lieu de naissance."""
    nationalite: Texte
    """La nationalité, au féminin : française, italienne…"""
    adresse: Texte
    """Le domicile : numéro et rue, code postal et ville."""
    securite_sociale: Nir | None = None
    """Le numéro de sécurité sociale ; il n’est écrit que dans le contrat de travail."""
    emploi: Texte
    """L’emploi, accordé : consultante en organisation, ingénieur-conseil…"""
    categorie: Categorie
    """La catégorie professionnelle (IDCC 3219) : jamais ouvrier ni employé."""
    classe: Classe
    """Le niveau (IDCC 3219, art. 37), dont dépend la rémunération minimale."""
    competences: tuple[Texte, ...] = Field(min_length=1)
    """Les compétences, une par ligne (C. trav. L1254-2)."""
    qualifications: tuple[Texte, ...] = Field(min_length=1)
    """Les diplômes et certifications, un par ligne."""
    domaines: tuple[Texte, ...] = Field(min_length=1)
    """Les domaines d’expertise, un par ligne."""


class Livrable(Groupe):
    nom: Texte
    """Ce qui est remis au client."""
    remise: Jour
    """Le jour de la remise, entre le début et la fin de la prestation."""


class Mesure(Groupe):
    """An indicator or a level of service: what is measured, how, and what is aimed at."""

    nom: Texte
    """Ce qui est mesuré."""
    cible: Texte
    """La valeur attendue : « 95 % des demandes », « quatre heures ouvrées »."""
    mesure: Texte
    """La manière de la relever, et sa périodicité."""


class TermeIncertain(Groupe):
    """A prestation whose end is not dated (C. trav. L1254-11, L1254-15 2° d), L1254-23 4°)."""

    duree_minimale: Longueur
    """La durée que le contrat a au moins : 4 mois."""
    evenement: Texte
    """L’événement ou le résultat objectif qui met fin à la relation."""


class Prestation(Groupe):
    intitule: Texte
    """Le nom de la prestation, en quelques mots."""
    description: Texte
    """Ce en quoi la prestation consiste, à l’infinitif : « recenser…, fixer… »."""
    motif: Motif
    """Le cas où le portage est permis (C. trav. L1254-3)."""
    debut: Jour
    """Le premier jour de la prestation : 2026-03-02."""
    fin: Jour | None = None
    """Le dernier jour ; sans date certaine, donner « terme_incertain »."""
    terme_incertain: TermeIncertain | None = None
    """Quand la fin n’est pas datée : la durée minimale et l’événement qui termine le contrat."""
    livrables: tuple[Livrable, ...] = ()
    """Ce que le salarié porté remet, et quand."""
    lieu: Texte = ""
    """Le lieu d’exécution ; à défaut, l’adresse de l’entreprise cliente."""
    moyens: tuple[Texte, ...] = ()
    """Ce que le client met à disposition : accès, matériel, documents."""
    equipements_protection: tuple[Texte, ...] = ()
    """Les équipements de protection individuelle que le client fournit."""
    indicateurs: tuple[Mesure, ...] = ()
    """Les indicateurs de la clause « indicateurs »."""
    niveaux_service: tuple[Mesure, ...] = ()
    """Les niveaux de la clause « niveaux_service »."""
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


class Prix(Groupe):
    tjm: Somme
    """Le prix d’une journée, hors taxes, convenu entre le salarié porté et le client."""
    jours: Nombre
    """Le nombre de jours de la prestation."""
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


class Remuneration(Groupe):
    brut_journalier: Somme
    """La rémunération brute de base d’une journée de prestation."""
    jours_par_mois: Nombre
    """Le nombre de journées convenu pour un mois complet."""

    @property
    def brut_mensuel(self) -> Montant:
        return self.brut_journalier * self.jours_par_mois


class TempsTravail(Groupe):
    """Hours, or forfait jours (cadres only, IDCC 3219 art. 27.1)."""

    heures_par_jour: Entier | None = None
    """Les heures d’une journée de travail, pour un temps compté en heures."""
    forfait_jours: Entier | None = None
    """Le nombre de jours par an, 218 au plus, pour un cadre (IDCC 3219, art. 27.1)."""
    jours_premiere_annee: Entier | None = None
    """Forfait jours : le nombre prévisionnel de jours jusqu’à la fin de la première année."""

    @model_validator(mode="after")
    def _one_way(self) -> TempsTravail:
        if (self.heures_par_jour is None) == (self.forfait_jours is None):
            raise ValueError("donner soit « heures_par_jour », soit « forfait_jours »")
        return self


class Signature(Groupe):
    lieu: Texte = ""
    """La ville ; à défaut, celle de l’adresse de l’entreprise de portage."""
    date: Jour
    """Le jour de la signature, dont le droit s’applique : 2026-02-20."""
    electronique: OuiNon = False
    """oui pour une signature électronique."""


class ReglageClause(Groupe):
    """What the mission asks of one clause: left out, a variant, values for its parameters.

    Without a `variante`, it is the mission's `position` that chooses.
    """

    clause: str
    retiree: bool = False
    variante: str = ""
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
    variante = values.pop("variante", "")
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
