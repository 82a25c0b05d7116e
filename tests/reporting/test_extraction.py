"""What `clauselint extract` shows of the type and of the parties, as JSON and as text."""

import json
from typing import Any

import pytest

from clauselint.library import load_library
from clauselint.model import Document, DocumentType
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand
from clauselint.reporting import extraction_json, extraction_text

SERVICE = """= CONTRAT DE PRESTATION DE SERVICES
Entre Kerlann Conseil, SASU au capital de 1.000 €, 12 rue des Écoles, 35000 Rennes, RCS Rennes \
404 833 048, TVA FR84404833048, APE 7022Z, représentée par M. Yann Le Bihan, ci-après « le \
Prestataire »,
et l’artisan Paul Durand, entrepreneur individuel, répertoire des métiers du Finistère n° \
512 345 678, ci-après « le Client ».
Article 1 – Objet
Étude."""


def understood(source: str, forced: DocumentType | None = None) -> Document:
    return understand(text_from_notation(source), load_library(), forced_type=forced)


def as_json(document: Document, lang: str = "fr") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(extraction_json(document, "a.docx", lang=lang)))
    return found


def test_the_json_of_a_party_keeps_what_was_promised_and_adds_its_registration() -> None:
    provider, client = as_json(understood(SERVICE))["parties"]
    assert {
        "role": "prestataire",
        "nom": "Kerlann Conseil",
        "siren": "404833048",
        "representant": "Yann Le Bihan",
        "adresse": "12 rue des Écoles, 35000 Rennes",
        "forme": "SASU",
        "siret": None,
        "appellation": "Prestataire",
        "capital": {"montant": "1000.00", "devise": "EUR", "taxe": None},
        "capital_variable": False,
        "rcs": {"numero": "404833048", "ville": "Rennes"},
        "autres_registres": [],
        "tva": "FR84404833048",
        "ape": "7022Z",
        "controles": {"siren": "juste", "rcs": "juste", "tva": "cle_inexacte"},
    }.items() <= provider.items()
    assert provider["place"]["paragraph"] == 1
    assert client["rcs"] is None
    assert client["capital"] is None
    assert client["autres_registres"] == [
        {"registre": "RM", "numero": "512345678", "ville": "Finistère"}
    ]
    assert client["controles"] == {"siren": "cle_inexacte"}


def test_the_text_of_a_party_says_which_number_is_wrong() -> None:
    shown = extraction_text(understood(SERVICE), "a.docx")
    assert (
        "Kerlann Conseil (SASU, capital de 1\u202f000,00\u00a0€), ci-après « Prestataire »" in shown
    )
    assert (
        "    SIREN 404 833 048 · RCS Rennes · TVA FR84404833048 (clé inexacte) · APE 7022Z\n"
        in shown
    )
    assert "    SIREN 512 345 678 (clé inexacte) · RM Finistère\n" in shown
    assert "    Représenté par : Yann Le Bihan\n" in shown


def test_the_text_speaks_english_too() -> None:
    shown = extraction_text(understood(SERVICE), "a.docx", lang="en")
    assert "a.docx : prestation, not portage salarial" in shown
    assert "Type of document : title “CONTRAT DE PRESTATION DE SERVICES” (confidence 0.95)" in shown
    assert "(wrong check digits)" in shown
    assert "Represented by : Yann Le Bihan" in shown


def test_a_variable_capital_and_a_number_of_another_siren_are_said() -> None:
    source = """= CONTRAT DE PRESTATION
Entre Kerlann, SAS à capital variable, SIREN 404 833 048, TVA FR44732829320, « le Prestataire »,
et Varech, SA au capital variable de 2 000 €, « le Client »."""
    shown = extraction_text(understood(source), "a.docx")
    assert "Kerlann (SAS, capital variable)" in shown
    assert "TVA FR44732829320 (pas celui de ce SIREN)" in shown
    assert "Varech (SA, capital variable, de 2\u202f000,00\u00a0€)" in shown


def test_the_type_is_given_with_its_reason_and_confidence() -> None:
    document = as_json(understood(SERVICE))["document"]
    assert document["type"] == "prestation"
    assert document["raison"] == "titre « CONTRAT DE PRESTATION DE SERVICES »"
    assert document["confiance"] == "0.95"
    shown = extraction_text(understood(SERVICE), "a.docx")
    assert "titre « CONTRAT DE PRESTATION DE SERVICES » (confiance 0,95)" in shown


def test_an_amendment_says_what_it_amends() -> None:
    document = understood("= AVENANT N° 1 AU CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE\nEntre")
    assert as_json(document)["document"]["porte_sur"] == "cdd"
    assert "a.docx : avenant (modifie : cdd), hors portage" in extraction_text(document, "a.docx")
    assert "avenant (amends : cdd), not" in extraction_text(document, "a.docx", lang="en")


@pytest.mark.parametrize(
    ("lang", "reason"),
    [
        ("fr", "demandé (cdi) ; le texte se lit comme prestation : titre « CONTRAT DE PRESTATION"),
        ("en", "asked for (cdi); the text reads as prestation: title “CONTRAT DE PRESTATION"),
    ],
)
def test_a_type_asked_for_overrides_the_one_read_and_says_so(lang: str, reason: str) -> None:
    document = as_json(understood(SERVICE, DocumentType.CDI), lang)["document"]
    assert document["type"] == "cdi"
    assert document["raison"].startswith(reason)
    assert document["confiance"] == "1"


def test_only_an_amendment_is_about_another_contract() -> None:
    amendment = "= AVENANT N° 1 AU CONTRAT DE PRESTATION\nEntre"
    assert understood(amendment, DocumentType.CDD).porte_sur is None
    asked = understood(SERVICE, DocumentType.AVENANT)
    assert (asked.type, asked.porte_sur) == (DocumentType.AVENANT, DocumentType.PRESTATION)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("= Contrat de travail\nIl est à durée indéterminée.", "titre « Contrat de travail », que"),
        ("Bonjour à tous.", "ni le titre ni le texte ne le disent"),
        (
            "Le prestataire envoie sa facture, hors taxes. Le client la paie.",
            "pas de titre connu, mais les mots du texte : le prestataire, le client, facture",
        ),
    ],
)
def test_the_reason_says_what_the_text_gave(source: str, reason: str) -> None:
    assert as_json(understood(source))["document"]["raison"].startswith(reason)
