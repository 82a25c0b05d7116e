"""The contract model: parties, terms, clauses, documents, dossier; quantities and their French.

Imports nothing else of the project and knows neither Word nor YAML.
"""

from clauselint.model.document import (
    Article,
    ArticleKind,
    Citation,
    ClauseFound,
    DateStated,
    Document,
    DocumentType,
    Dossier,
    Etat,
    Fait,
    Partie,
    Role,
    Terme,
    Valeur,
)
from clauselint.model.quantities import (
    ComparaisonIndecise,
    Decompte,
    DelaiPaiement,
    Depart,
    Duree,
    Montant,
    Pourcentage,
    TauxPenalites,
    Taxe,
    ajouter,
    dernier_jour,
)
from clauselint.model.text import Cell, Origin, Paragraph, Part, Place, Text

__all__ = [
    "Article",
    "ArticleKind",
    "Cell",
    "Citation",
    "ClauseFound",
    "ComparaisonIndecise",
    "DateStated",
    "Decompte",
    "DelaiPaiement",
    "Depart",
    "Document",
    "DocumentType",
    "Dossier",
    "Duree",
    "Etat",
    "Fait",
    "Montant",
    "Origin",
    "Paragraph",
    "Part",
    "Partie",
    "Place",
    "Pourcentage",
    "Role",
    "TauxPenalites",
    "Taxe",
    "Terme",
    "Text",
    "Valeur",
    "ajouter",
    "dernier_jour",
]
