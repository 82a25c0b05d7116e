from decimal import Decimal

import pytest

from clauselint.model import DocumentType, TypeFound
from clauselint.reading.articles import articles
from clauselint.reading.document_type import document_type
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


def test_one_sentence_that_has_the_work_done_in_portage_is_enough() -> None:
    title = "= CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE"
    assert typed(f"{title}\nElle exerce ses fonctions en portage salarial.").portage
    assert not typed(f"{title}\nElle n’exerce pas ses fonctions en portage salarial.").portage


def test_a_contract_that_says_it_is_no_portage_is_none() -> None:
    source = """= CONTRAT DE PRESTATION DE SERVICES
Le contrat ne relève pas du portage salarial et aucune entreprise de portage n’y est partie."""
    assert not typed(source).portage


def test_without_a_title_the_words_of_the_text_decide() -> None:
    source = "Le prestataire envoie sa facture, hors taxes. Le client la paie après la recette."
    assert typed(source).type is DocumentType.PRESTATION
    assert typed("Bonjour à tous.").type is DocumentType.AUTRE


WORK = """Entre la société Alpha, l’employeur, et Mme Léa Roy, la salariée.
La salariée est engagée ; la période d’essai dure un mois ; les congés payés sont ceux de la loi.
La rémunération brute est de 3 000 euros. La convention collective s’applique."""
SERVICE = """Entre Alpha, le prestataire, et Bêta, le client.
Le prestataire envoie sa facture, hors taxes. Le client la paie à trente jours.
Les pénalités de retard et l’indemnité forfaitaire sont dues. La recette vaut acceptation."""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"= Contrat de mission\n{SERVICE}", "prestation"),
        (f"= Contrat de mission\n{WORK}\nIl est conclu pour une durée déterminée.", "cdd"),
        (
            f"= Contrat de mission\n{WORK}\nL’entreprise de travail temporaire paie le salaire.",
            "autre",
        ),
        (f"= Lettre d’engagement\n{WORK}\nLe contrat est à durée indéterminée.", "cdi"),
        (f"= Lettre d’engagement\n{SERVICE}", "prestation"),
        ("= Lettre d’engagement\nJe m’engage à être à l’heure.", "autre"),
        (f"= Lettre d’embauche en CDD\n{WORK}", "cdd"),
        ("= Lettre de résiliation\nLe contrat de prestation est résilié.", "autre"),
        (f"= Accord-cadre de prestations de services\n{SERVICE}", "prestation"),
        (f"= Bon de commande n° 2026-14\n{SERVICE}", "prestation"),
        (f"= Contrat de tierce maintenance applicative\n{SERVICE}", "prestation"),
        (f"= Convention d’honoraires\n{SERVICE}", "prestation"),
        (f"= Contrat de travail intermittent\n{WORK}", "cdi"),
        (f"= CONTRAT DE TRAVAIL\n= À DURÉE DÉTERMINÉE DE REMPLACEMENT\n{WORK}", "cdd"),
        (f"= Conditions générales de prestation de services\n{SERVICE}", "autre"),
        (f"= Contrat de licence de logiciel\n{SERVICE}", "autre"),
        ("= Proposition d’intervention\nLe client commande 5 jours.", "devis"),
        (f"= Devis valant contrat de prestation\n{SERVICE}", "devis"),
        ("= Convention de portage salarial\nLe candidat adhère.", "convention"),
        ("= Convention d’entrée en portage salarial\nLe candidat adhère.", "convention"),
        ("= Convention collective de branche\nElle est étendue.", "autre"),
        (f"= Le contrat de travail en portage salarial expliqué\n{WORK}", "autre"),
        (
            f"= Accord de confidentialité préalable à un contrat de prestation\n{SERVICE}",
            "nda",
        ),
        ("= NDA\nLe client et le prestataire se taisent.", "nda"),
        (f"= Annexe 1 au contrat de prestation\n{SERVICE}", "autre"),
        (f"= Contrat d’apporteur d’affaires\n{SERVICE}", "autre"),
        ("= Lettre de mise en demeure\nLe client paie la facture.", "mise_en_demeure"),
        ("= Relevé d’heures\nMars 2026", "compte_rendu_activite"),
        (
            f"= Contrat de prestation et engagement de confidentialité\n{SERVICE}",
            "prestation",
        ),
        (
            "Art. L. 1254-1 Le portage salarial est un ensemble.\nArt. L. 1254-2 L’employeur paie "
            "la prévoyance, les congés payés et la période d’essai du contrat de travail.",
            "autre",
        ),
    ],
)
def test_a_title_of_several_uses_is_told_by_the_text(source: str, expected: str) -> None:
    assert typed(source).type == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Lettre-avenant au contrat de travail à durée indéterminée", DocumentType.CDI),
        (
            "Lettre-avenant\nLe contrat de prestation est prolongé.",
            DocumentType.PRESTATION,
        ),
        ("Contrat de prestation P-12\n= Avenant n° 2", DocumentType.PRESTATION),
        ("Contrat de travail à durée déterminée – Avenant n° 1", DocumentType.CDD),
        ("Renouvellement du contrat de travail à durée déterminée", DocumentType.CDD),
        ("Deuxième avenant au contrat de maintenance", DocumentType.PRESTATION),
        (
            "Avenant\nLa prestation continue. Le contrat à durée déterminée du 3 mai est prolongé.",
            DocumentType.CDD,
        ),
    ],
)
def test_an_amendment_is_known_by_any_of_its_names(title: str, expected: DocumentType) -> None:
    found = typed(f"= {title}")
    assert (found.type, found.porte_sur) == (DocumentType.AVENANT, expected)


def test_an_article_on_amendments_makes_no_amendment() -> None:
    source = f"= Contrat de prestation\n{SERVICE}\n# Avenants\nTout avenant est écrit."
    assert typed(source).type is DocumentType.PRESTATION


@pytest.mark.parametrize(
    "source",
    [
        # what an entreprise de portage signs with the staff of its own office
        f"= CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE\n{WORK}\nAlpha exerce le portage salarial. "
        "Elle applique l’accord du portage salarial.\nMotif : remplacement de M. Roy, absent.",
        f"= ALPHA PORTAGE SALARIAL\n= CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE\n{WORK}",
        f"= CONTRAT DE PRESTATION HORS PORTAGE SALARIAL\n{SERVICE}",
        f"= CONTRAT DE PRESTATION\n{SERVICE}\nSi le prestataire passe par une société de portage "
        "salarial, il le dit.",
    ],
)
def test_a_contract_that_only_speaks_of_portage_is_none(source: str) -> None:
    assert not typed(source).portage


def test_portage_is_told_by_the_title_even_with_a_number_in_it() -> None:
    assert typed("= Contrat n° 12 de travail en portage salarial à durée déterminée").portage


def confidence(source: str) -> Decimal:
    found = typed(source)
    assert 0 < found.confidence < 1
    return found.confidence


def test_confidence_orders_clear_cases_above_ambiguous_ones() -> None:
    clear = confidence(f"= CONTRAT DE PRESTATION DE SERVICES\n{SERVICE}")
    contradicted = confidence(f"= CONTRAT DE PRESTATION DE SERVICES\n{WORK}")
    shared = confidence(f"= CONTRAT DE MISSION\n{SERVICE}")
    mixed = confidence(f"= CONTRAT DE MISSION\n{SERVICE}\n{WORK}\nLe bon de commande suit.")
    untitled = confidence(SERVICE)
    unknown = confidence("Bonjour à tous.")
    assert clear > contradicted > mixed
    assert clear > shared > mixed
    assert shared > untitled > unknown


def test_a_title_that_the_text_contradicts_is_less_sure() -> None:
    fixed = "= CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE\nIl est conclu pour une durée déterminée."
    open_ended = "= CDD\nLe contrat est à durée indéterminée. La durée indéterminée est voulue."
    assert confidence(fixed) > confidence(open_ended)


@pytest.mark.parametrize(
    ("source", "reason", "quote"),
    [
        (f"= Contrat de  prestation\n{SERVICE}", "titre", "Contrat de prestation"),
        (f"= Contrat de travail\n{WORK}", "titre_et_texte", "Contrat de travail"),
        (f"= Avenant n° 3 au CDI\n{WORK}", "titre", "Avenant n° 3 au CDI"),
        ("Bonjour à tous.", "rien", ""),
    ],
)
def test_the_reason_quotes_what_decided_as_it_is_written(
    source: str, reason: str, quote: str
) -> None:
    found = typed(source)
    assert (found.reason, found.quote) == (reason, quote)


def test_without_a_title_the_reason_quotes_the_words_of_the_text() -> None:
    found = typed(SERVICE)
    assert found.reason == "texte"
    assert {"le prestataire", "facture", "recette"} <= set(found.quote.split(", "))
