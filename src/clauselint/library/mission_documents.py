"""What a mission asks for beyond its two contracts: amendments, and documents of its execution.

An amendment says only what changes, by the keys of the mission; `library.mission_changes` makes of
it the mission as it stands afterwards.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from clauselint.library.mission_fields import Entier, Jour, Longueur, Nombre, Somme, Taux, Texte
from clauselint.library.mission_groups import Groupe, Livrable, Mesure, Reglages, TermeIncertain
from clauselint.model import Duree

__all__ = [
    "Activite",
    "AnnexeVoulue",
    "Avancement",
    "Avenant",
    "CompteRendu",
    "Decision",
    "DocumentVoulu",
    "FactureImpayee",
    "Frais",
    "JourActivite",
    "LivrableRecu",
    "NatureAvenant",
    "Piece",
    "Pieces",
    "Recette",
    "Relance",
    "Reserve",
]


class DocumentVoulu(StrEnum):
    """A document that needs no more than the mission."""

    CONVENTION = "convention"
    DEVIS = "devis"


class Piece(Groupe):
    """A document wished for, and the day it is made; by default, that of the contracts."""

    document: DocumentVoulu
    """Le document voulu."""
    date: Jour | None = None
    """Sa date ; à défaut, celle des contrats."""
    validite: Longueur = Duree(mois=1)
    """Le temps pendant lequel un devis peut être accepté."""


Pieces = tuple[
    Annotated[
        Piece,
        BeforeValidator(
            lambda value: {"document": value} if isinstance(value, str) else value,
            json_schema_input_type=DocumentVoulu | Piece,
        ),
    ],
    ...,
]


class NatureAvenant(StrEnum):
    PROLONGATION = "prolongation"
    REPORT = "report"
    CHARGE = "charge"
    TARIF = "tarif"
    PERIMETRE = "perimetre"
    PASSAGE_CDI = "passage_cdi"


class AnnexeVoulue(StrEnum):
    PERIMETRE = "perimetre"
    PRIX = "prix"
    PROPRIETE_INTELLECTUELLE = "propriete_intellectuelle"
    CONFIDENTIALITE = "confidentialite"
    INDEXATION = "indexation"
    DECOMPTE = "decompte"


class Activite(StrEnum):
    """The kinds of time that an activity report tells apart (avenant n° 4 to IDCC 3219)."""

    PRESTATION = "prestation"
    PROSPECTION = "prospection"
    MALADIE = "maladie"
    CONGE = "congé"
    FORMATION = "formation"
    DELEGATION = "délégation"


class PrestationModifiee(Groupe):
    intitule: Texte | None = None
    """Le nouveau nom de la prestation."""
    description: Texte | None = None
    """Ce en quoi la prestation consiste désormais, à l’infinitif."""
    livrables: tuple[Livrable, ...] | None = None
    """La liste entière des livrables, telle qu’elle se lit après l’avenant."""
    indicateurs: tuple[Mesure, ...] | None = None
    """La liste entière des indicateurs."""
    niveaux_service: tuple[Mesure, ...] | None = None
    """La liste entière des niveaux de service."""
    fin: Jour | None = None
    """Le nouveau dernier jour."""
    terme_incertain: TermeIncertain | None = None
    """Le nouveau terme, s’il n’est pas daté."""
    lieu: Texte | None = None
    """Le nouveau lieu d’exécution."""
    moyens: tuple[Texte, ...] | None = None
    """La liste entière des moyens mis à disposition."""
    equipements_protection: tuple[Texte, ...] | None = None
    """La liste entière des équipements de protection."""
    interlocuteur: Texte | None = None
    """Le nouvel interlocuteur chez le client."""


class PrixModifie(Groupe):
    tjm: Somme | None = None
    """Le nouveau prix d’une journée, hors taxes."""
    jours: Nombre | None = None
    """Le nombre total de jours de la prestation, ceux déjà convenus compris."""
    frais_gestion: Taux | None = None
    """Le nouveau taux de frais de gestion."""
    frais_professionnels: Somme | None = None
    """La nouvelle enveloppe de frais."""


class RemunerationModifiee(Groupe):
    brut_journalier: Somme | None = None
    """La nouvelle rémunération brute d’une journée."""
    jours_par_mois: Nombre | None = None
    """Le nouveau nombre de journées d’un mois complet."""


class TempsTravailModifie(Groupe):
    heures_par_jour: Entier | None = None
    """Les heures d’une journée."""
    forfait_jours: Entier | None = None
    """Le nombre de jours par an."""
    jours_premiere_annee: Entier | None = None
    """Les jours prévus jusqu’à la fin de l’année de l’avenant."""


class Avenant(Groupe):
    """An amendment: its kind, its dates, and the keys of the mission that it changes."""

    nature: NatureAvenant
    """Ce que l’avenant change."""
    date: Jour
    """La date de signature."""
    effet: Jour
    """Le jour où les nouvelles stipulations s’appliquent."""
    lieu: Texte | None = None
    """Le lieu de signature ; à défaut, celui des contrats."""
    motif: Texte | None = None
    """La raison, après « en raison de » : « l’ajout d’un site de production »."""
    report: Longueur | None = None
    """Pour un report du terme (C. trav. L1254-13) : trois mois au plus."""
    prestation: PrestationModifiee = PrestationModifiee()
    """Ce qui change de la prestation."""
    prix: PrixModifie = PrixModifie()
    """Ce qui change du prix."""
    remuneration: RemunerationModifiee = RemunerationModifiee()
    """Ce qui change de la rémunération."""
    temps_travail: TempsTravailModifie = TempsTravailModifie()
    """Ce qui change du temps de travail."""
    clauses: Reglages = ()
    """Les clauses ajoutées, retirées ou réglées autrement."""

    @model_validator(mode="after")
    def _effect_after_signature(self) -> Avenant:
        if self.effet < self.date:
            raise ValueError("« effet » précède « date » : un avenant n’est pas rétroactif")
        if (self.nature is NatureAvenant.REPORT) != (self.report is not None):
            raise ValueError("« report » accompagne la nature « report », et elle seule")
        return self


class JourActivite(Groupe):
    """One day of a month’s report."""

    jour: Jour
    """Le jour."""
    part: Nombre = Decimal(1)
    """1 pour une journée, 0,5 pour une demi-journée."""
    activite: Activite = Activite.PRESTATION
    """La nature du temps."""

    @model_validator(mode="after")
    def _half_days(self) -> JourActivite:
        if self.part not in (Decimal(1), Decimal("0.5")):
            raise ValueError("« part » vaut 1 pour une journée ou 0,5 pour une demi-journée")
        return self


class Avancement(Groupe):
    livrable: Texte
    """Le nom du livrable, comme dans « prestation »."""
    etat: Texte
    """Où il en est."""


class Frais(Groupe):
    jour: Jour
    """Le jour de la dépense."""
    objet: Texte
    """Ce qui a été payé."""
    montant: Somme
    """Le montant, toutes taxes comprises."""


class CompteRendu(Groupe):
    """The activity report of one month (C. trav. L1254-15 1° h), IDCC 3219 art. 20)."""

    mois: Jour
    """Le premier jour du mois dont il est rendu compte."""
    date: Jour
    """La date à laquelle le salarié porté le signe."""
    jours: tuple[JourActivite, ...] = Field(min_length=1)
    """Les journées et demi-journées, une par ligne."""
    frais: tuple[Frais, ...] = ()
    """Les frais professionnels du mois."""
    avancement: tuple[Avancement, ...] = ()
    """L’avancement des livrables."""
    observations: Texte | None = None
    """Ce que le salarié porté signale (IDCC 3219, art. 20)."""

    @model_validator(mode="after")
    def _days_of_the_month(self) -> CompteRendu:
        if self.mois.day != 1:
            raise ValueError("« mois » est le premier jour du mois, soit 2026-03-01")
        days = [(day.jour.year, day.jour.month) for day in self.jours]
        if any(day != (self.mois.year, self.mois.month) for day in days):
            raise ValueError("un des « jours » n’est pas dans le mois")
        return self


class Decision(StrEnum):
    ACCEPTE = "accepté"
    RESERVES = "accepté avec réserves"
    REFUSE = "refusé"


class Reserve(Groupe):
    objet: Texte
    """Ce qui est à corriger."""
    correction: Jour
    """La date à laquelle la correction est remise."""


class LivrableRecu(Groupe):
    livrable: Texte
    """Le nom du livrable, comme dans « prestation »."""
    remise: Jour
    """Le jour où il a été remis."""
    decision: Decision
    """Ce que le client décide."""
    reserves: tuple[Reserve, ...] = ()
    """Les réserves, une par ligne."""
    motif: Texte | None = None
    """La raison d’un refus."""

    @model_validator(mode="after")
    def _reasons(self) -> LivrableRecu:
        if (self.decision is Decision.RESERVES) != bool(self.reserves):
            raise ValueError("donner des « reserves » au seul livrable accepté avec réserves")
        if (self.decision is Decision.REFUSE) != (self.motif is not None):
            raise ValueError("donner un « motif » au seul livrable refusé")
        return self


class Recette(Groupe):
    """The acceptance of deliverables, on one day."""

    date: Jour
    """Le jour du procès-verbal."""
    lieu: Texte | None = None
    """Le lieu ; à défaut, celui de la prestation."""
    livrables: tuple[LivrableRecu, ...] = Field(min_length=1)
    """Les livrables présentés, un par ligne."""


class FactureImpayee(Groupe):
    numero: Texte
    """Le numéro de la facture."""
    date: Jour
    """La date de la facture."""
    echeance: Jour
    """La date à laquelle elle devait être payée."""
    montant: Somme
    """Le montant toutes taxes comprises."""
    acompte: Somme | None = None
    """Ce qui a été payé sur cette facture."""

    @model_validator(mode="after")
    def _due_after_issue(self) -> FactureImpayee:
        if self.echeance < self.date:
            raise ValueError("« echeance » précède la date de la facture")
        return self


class Relance(Groupe):
    """A formal notice to pay: the bills, the day of the letter, what is left to pay them."""

    date: Jour
    """La date de la lettre : les pénalités sont arrêtées ce jour-là."""
    delai: Longueur
    """Le délai laissé pour payer, à compter de la réception."""
    lieu: Texte | None = None
    """Le lieu de la lettre ; à défaut, celui des contrats."""
    envoi: Texte = "lettre recommandée avec demande d’avis de réception"
    """Le mode d’envoi, écrit en tête de la lettre."""
    factures: tuple[FactureImpayee, ...] = Field(min_length=1)
    """Les factures échues, une par ligne."""
