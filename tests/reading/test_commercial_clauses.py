"""Commercial clauses in whole contracts of several hands, and in sentences that bear none."""

from pathlib import Path

import pytest

from clauselint.library import Library
from clauselint.reading.articles import articles
from clauselint.reading.index import Index
from clauselint.reading.notation import text_from_notation
from clauselint.reading.recognition import recognise_clauses

CONTRACTS = sorted((Path(__file__).parents[1] / "contracts" / "commercial").glob("*.txt"))

OF_COMPANIES = frozenset(
    {
        "cession",
        "escalade",
        "facturation",
        "force_majeure",
        "indexation",
        "modalites_paiement",
        "non_sollicitation",
        "penalites_retard",
        "recette",
        "remplacement",
        "resiliation",
        "reversibilite",
        "securite_donnees",
        "sous_traitance",
    }
)
"""Kinds that a work contract does not bear."""

OF_WORK = (
    "Le salarié porté remet un compte rendu d’activité visé par le client avant le 28 du mois.",
    "La rémunération est versée le 5, même si la facture du client n’est pas réglée ce jour-là.",
    "Les frais de gestion couvrent la facturation, le recouvrement et le suivi administratif.",
    "La société avance le salaire lorsque le client paie en retard.",
    "Pendant l’essai, le contrat peut être rompu avec un délai de prévenance de 48 heures.",
    "La rupture du contrat commercial par le client n’entraîne pas celle du contrat de travail.",
    "Le salarié porté rend son badge et son ordinateur le dernier jour du contrat.",
    "Le contrat prend fin par avance en cas de faute grave, de force majeure ou d’inaptitude.",
    "La médiation de la branche peut être saisie par le comité social et économique.",
    "La mission n’a pas pour objet de remplacer un salarié gréviste.",
    "Il exerce une mission de responsable de la sécurité des systèmes d’information.",
)


def kinds(source: str, library: Library) -> set[str]:
    text = text_from_notation(source)
    found = recognise_clauses(Index.build(text, articles(text), library.lexicon), library.clauses)
    return {item.clause.kind for item in found if not item.clause.exclue}


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: path.stem)
def test_a_contract_bears_its_clauses_whatever_its_style(path: Path, library: Library) -> None:
    present, absent, _, source = path.read_text(encoding="utf-8").split("\n", 3)
    found = kinds(source, library)
    assert set(present.removeprefix("present:").split()) - found == set()
    assert set(absent.removeprefix("absent:").split()) & found == set()


@pytest.mark.parametrize("sentence", OF_WORK)
def test_a_sentence_about_work_bears_no_commercial_clause(sentence: str, library: Library) -> None:
    assert kinds(f"# Clause\n{sentence}", library) & OF_COMPANIES == set()
