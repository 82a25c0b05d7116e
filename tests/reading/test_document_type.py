import pytest

from clauselint.model import DocumentType
from clauselint.reading.articles import articles
from clauselint.reading.document_type import TypeFound, document_type
from clauselint.reading.notation import text_from_notation


def typed(source: str) -> TypeFound:
    text = text_from_notation(source)
    return document_type(text, articles(text))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE DÉTERMINÉE", "cdd"),
        ("Contrat de travail en portage salarial a duree indeterminee", "cdi"),
        ("CDI de portage", "cdi"),
        ("CONTRAT COMMERCIAL DE PRESTATION DE PORTAGE SALARIAL", "prestation"),
        ("Contrat de sous-traitance", "prestation"),
        ("Lettre de mission", "prestation"),
        ("Convention d’adhésion", "convention"),
        ("Devis n° 12", "devis"),
        ("Compte rendu d’activité – mars", "compte_rendu_activite"),
        ("Rapport d’activité", "compte_rendu_activite"),
        ("PROCÈS-VERBAL DE RECETTE", "pv_recette"),
        ("Mise en demeure de payer", "mise_en_demeure"),
        ("Accord de non-divulgation", "nda"),
        ("Engagement de confidentialité", "nda"),
        ("Conditions générales de vente", "autre"),
        ("Rupture anticipée d’un CDD", "autre"),
        ("Contrat de travail temporaire", "autre"),
        ("Convention collective", "autre"),
    ],
)
def test_the_title_tells_the_kind_of_document(title: str, expected: str) -> None:
    assert typed(f"= {title}\nEntre les parties.\nArticle 1 – Objet\nIl est dit.").type == expected


def test_a_title_set_on_several_lines_is_read_whole() -> None:
    source = "= OMBRELLE PORTAGE\n= CONTRAT DE TRAVAIL\n= À DURÉE\n= INDÉTERMINÉE\nEntre"
    assert typed(source).type is DocumentType.CDI


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("AVENANT N° 1 AU CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE", DocumentType.CDD),
        ("Avenant au CDI", DocumentType.CDI),
        ("Avenant n° 2 – tarif\n= Contrat de prestation P-12", DocumentType.PRESTATION),
        ("Avenant n° 3\nLe contrat de travail à durée indéterminée est modifié.", DocumentType.CDI),
        ("Avenant n° 4\nLe contrat de prestation du 3 mai est modifié.", DocumentType.PRESTATION),
    ],
)
def test_an_amendment_says_what_it_amends(title: str, expected: DocumentType) -> None:
    found = typed(f"= {title}")
    assert (found.type, found.porte_sur) == (DocumentType.AVENANT, expected)


def test_a_work_contract_without_its_term_in_the_title_is_told_by_its_text() -> None:
    fixed = "= CONTRAT DE TRAVAIL\nIl est conclu pour une durée déterminée et prend fin le 3 mai."
    open_ended = "= CONTRAT DE TRAVAIL\nIl est conclu à durée indéterminée, sans terme convenu."
    assert typed(fixed).type is DocumentType.CDD
    assert typed(open_ended).type is DocumentType.CDI
    assert typed(fixed).confidence < typed("= CDD").confidence


def test_a_portage_contract_says_so_even_if_its_title_forgets() -> None:
    source = """= CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE
L’entreprise de portage engage la consultante.
Le salarié porté recherche ses clients."""
    assert typed(source).portage


def test_a_contract_that_says_it_is_no_portage_is_none() -> None:
    source = """= CONTRAT DE PRESTATION DE SERVICES
Le contrat ne relève pas du portage salarial et aucune entreprise de portage n’y est partie."""
    assert not typed(source).portage


def test_without_a_title_the_words_of_the_text_decide() -> None:
    source = "Le prestataire envoie sa facture, hors taxes. Le client la paie après la recette."
    assert typed(source).type is DocumentType.PRESTATION
    assert typed("Bonjour à tous.").type is DocumentType.AUTRE
