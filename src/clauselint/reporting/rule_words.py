"""The words around what is told of a rule, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from clauselint.library import Gravite, Outcome
from clauselint.model import DocumentType

__all__ = ["WORDS", "Words", "family_title"]


class Words(Struct, frozen=True):
    """Labels and headings; those with « {} » take what they name. `messages` is by language."""

    severity: str
    severities: Mapping[Gravite, str]
    documents: str
    all_documents: str
    kinds: Mapping[DocumentType, str]
    portage: Mapping[bool | None, str]
    applies: str
    basis: str
    sanction: str
    no_basis: str
    since: str
    until: str
    why: str
    messages: Mapping[str, str]
    mend: str
    clause: str
    examples: Mapping[Outcome, str]
    read_as: str
    law_of: str
    trap: str
    missing: str


_FR = Words(
    severity="Gravité",
    severities={
        Gravite.ERREUR: "nul, puni ou contradictoire",
        Gravite.AVERTISSEMENT: "risqué",
        Gravite.INFO: "à regarder",
    },
    documents="Documents",
    all_documents="tous les contrats",
    kinds={
        DocumentType.CDD: "CDD",
        DocumentType.CDI: "CDI",
        DocumentType.PRESTATION: "contrat de prestation",
        DocumentType.AVENANT: "avenant",
        DocumentType.CONVENTION: "convention",
        DocumentType.DEVIS: "devis",
        DocumentType.COMPTE_RENDU_ACTIVITE: "compte rendu d’activité",
        DocumentType.PV_RECETTE: "procès-verbal de recette",
        DocumentType.MISE_EN_DEMEURE: "mise en demeure",
        DocumentType.NDA: "accord de confidentialité",
        DocumentType.AUTRE: "autre document",
    },
    portage={
        True: ", en portage salarial seulement",
        False: ", hors portage salarial seulement",
        None: "",
    },
    applies="S’applique",
    basis="Fondement",
    sanction="Sanction",
    no_basis="aucun texte : règle de rédaction ou de prudence",
    since=", en vigueur depuis le {}",
    until=", jusqu’au {}",
    why="Pourquoi",
    messages={"fr": "Messages", "en": "Messages en anglais"},
    mend="Comment corriger",
    clause="Clause de la bibliothèque : « {} » ({}).",
    examples={
        Outcome.NON_CONFORME: "Ce que la règle relève",
        Outcome.CONFORME: "Ce qu’elle admet",
        Outcome.SANS_OBJET: "Ce qui ne la concerne pas",
        Outcome.INDETERMINE: "Ce dont elle ne peut décider",
    },
    read_as="Document : {}.",
    law_of="Loi applicable au {}.",
    trap="Piège : {}",
    missing="Donnée manquante : {}.",
)

_EN = Words(
    severity="Severity",
    severities={
        Gravite.ERREUR: "void, punished or contradictory",
        Gravite.AVERTISSEMENT: "risky",
        Gravite.INFO: "worth a look",
    },
    documents="Documents",
    all_documents="all contracts",
    kinds={
        DocumentType.CDD: "fixed-term contract (CDD)",
        DocumentType.CDI: "permanent contract (CDI)",
        DocumentType.PRESTATION: "service contract",
        DocumentType.AVENANT: "amendment",
        DocumentType.CONVENTION: "framework agreement",
        DocumentType.DEVIS: "quotation",
        DocumentType.COMPTE_RENDU_ACTIVITE: "activity report",
        DocumentType.PV_RECETTE: "acceptance report",
        DocumentType.MISE_EN_DEMEURE: "formal notice",
        DocumentType.NDA: "confidentiality agreement",
        DocumentType.AUTRE: "other document",
    },
    portage={
        True: ", in portage salarial only",
        False: ", outside portage salarial only",
        None: "",
    },
    applies="Applies (in French)",
    basis="Legal basis",
    sanction="Penalty",
    no_basis="no text: a rule of drafting or of prudence",
    since=", in force since {}",
    until=", until {}",
    why="Why (in French)",
    messages={"fr": "Messages in French", "en": "Messages"},
    mend="How to mend (in French)",
    clause="Clause of the library: “{}” ({}).",
    examples={
        Outcome.NON_CONFORME: "What the rule finds",
        Outcome.CONFORME: "What it accepts",
        Outcome.SANS_OBJET: "What it does not concern",
        Outcome.INDETERMINE: "What it cannot decide",
    },
    read_as="Document: {}.",
    law_of="Law as of {}.",
    trap="Trap (in French): {}",
    missing="Missing: {}.",
)

WORDS: Mapping[str, Words] = {"fr": _FR, "en": _EN}

_FAMILIES = {
    "citations": "Textes cités",
    "clauses-recommandees": "Clauses recommandées",
    "coherence": "Cohérence entre les contrats d’une mission",
    "confidentialite": "Confidentialité",
    "donnees-personnelles": "Données personnelles",
    "durees": "Durées et dates",
    "identifiants": "Identifiants",
    "indexation": "Indexation du prix",
    "information-salarie": "Information du salarié",
    "interdictions": "Interdictions",
    "mentions-cdd": "Mentions obligatoires du CDD",
    "mentions-cdi": "Mentions obligatoires du CDI",
    "mentions-prestation": "Mentions obligatoires du contrat de prestation",
    "non-concurrence": "Non-concurrence et exclusivité",
    "non-sollicitation": "Non-sollicitation",
    "paiement": "Délais et pénalités de paiement",
    "prix": "Prix",
    "propriete-intellectuelle": "Propriété intellectuelle",
    "redaction": "Rédaction",
    "remuneration": "Rémunération",
    "resiliation": "Résiliation et rupture",
}


def family_title(family: str) -> str:
    """The heading of a family of rules; its own name for one that the project does not know."""
    return _FAMILIES.get(family, family)
