"""The stable names of the domain that clause files, rules and labels use.

French legal vocabulary in ASCII, as the Code du travail says it. A name is never renamed nor
reused: rules, missions and the JSON output refer to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from clauselint.library.definitions import TermeType

__all__ = ["CLAUSES", "LAW_TABLES", "TERMES"]

_CLAUSES = """
    objet definitions documents_contractuels duree renouvellement competences
    description_prestation lieu_execution conditions_execution sante_securite
    equipements_protection prix remuneration apport_affaire prelevements frais_gestion
    frais_professionnels reserve_financiere avance_salaire compte_activite compte_rendu_activite
    facturation modalites_paiement penalites_retard indexation revision_prix evolution_perimetre
    avenants recette niveaux_service remplacement gouvernance indicateurs prime_performance
    confidentialite propriete_intellectuelle donnees_personnelles securite_donnees
    non_sollicitation non_concurrence exclusivite responsabilite assurance garantie_financiere
    periode_essai temps_travail conges_payes retraite_prevoyance sante_travail formation absences
    convention_collective resiliation rupture preavis reversibilite force_majeure cession
    sous_traitance independance escalade loi_juridiction notifications integralite
    signature_electronique passage_cdi ethique
"""

CLAUSES: Final = frozenset(_CLAUSES.split())
"""The kinds of clause; an article may bear several."""

_TERMES: Mapping[TermeType, str] = {
    TermeType.DATE: "date_signature date_debut date_fin",
    TermeType.DUREE: """
        duree duree_minimale periode_essai preavis_resiliation preavis_rupture
        delai_mise_en_demeure periodicite_indexation confidentialite_duree
        non_sollicitation_duree non_concurrence_duree periodicite_cra forfait_jours
    """,
    TermeType.ENTIER: "renouvellements_max idcc",
    TermeType.MONTANT: """
        tjm prix_total salaire_brut_mensuel indemnite_recouvrement plafond_responsabilite
    """,
    TermeType.NOMBRE: "nombre_jours",
    TermeType.POURCENTAGE: """
        frais_gestion apport_affaire reserve_financiere indemnite_fin_contrat conges_payes_taux
        retenue_avance
    """,
    TermeType.DELAI_PAIEMENT: "delai_paiement",
    TermeType.TAUX_PENALITES: "taux_penalites",
    TermeType.TEXTE: """
        indice non_concurrence_zone non_concurrence_contrepartie garant assureur numero_police
        caisse_retraite organisme_prevoyance lieu_execution juridiction
    """,
}

TERMES: Final[Mapping[str, TermeType]] = MappingProxyType(
    {name: kind for kind, names in _TERMES.items() for name in names.split()}
)
"""The typed values that a contract states, with the type of each."""

LAW_TABLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bce": "pourcentage",
        "minimum_expert": "pourcentage",
        "minimum_forfait_jours": "pourcentage",
        "minimum_junior": "pourcentage",
        "minimum_premier_niveau": "pourcentage",
        "minimum_senior": "pourcentage",
        "pmss": "montant",
        "pmss_2017": "montant",
        "smic_horaire": "montant",
        "smic_mensuel": "montant",
        "taux_legal": "pourcentage",
    }
)
"""The tables of `law/`, by the name of their file, with the type of their values."""
