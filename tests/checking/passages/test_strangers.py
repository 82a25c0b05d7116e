"""Strangers whom no title announces: what words find, and what the analysis of language adds."""

import pytest

from clauselint.checking.analysis import NOT_INSTALLED, NOT_WANTED, Analysis, Skipped
from clauselint.checking.passages import find_passages
from clauselint.language import names
from clauselint.library import load_library
from clauselint.model import Document, DocumentType
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

PARTIES = """
= CONTRAT DE PRESTATION
Entre
La société Amble, SAS, RCS Metz 404 833 048, représentée par Mme Roche, ci-après « le Prestataire »,
Et
La société Corvin, SARL, RCS Metz 552 081 317, ci-après « le Client »,
# Article 1 – Exécution
"""


def contract(sentence: str) -> Document:
    text = text_from_notation(f"{PARTIES}{sentence}")
    return understand(text, load_library(()), forced_type=DocumentType.PRESTATION)


def strangers(sentence: str, analysis: Analysis) -> list[str]:
    return [one.texte for one in find_passages(contract(sentence), "residus", analysis)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ventadour règlera le solde à la livraison.", "Ventadour"),
        ("Le contrat cesse lorsque Ventadour résilie le sien.", "Ventadour"),
        ("Irène Castaing approuve la liste des essais.", "Irène Castaing"),
        ("En cas d’empêchement, Irène Castaing désigne un autre lieu.", "Irène Castaing"),
    ],
)
def test_one_who_does_what_only_someone_does_is_found_by_words(sentence: str, name: str):
    assert strangers(sentence, Analysis(wanted=False)) == [f"« {name} »"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Le badge est remis à Irène Castaing le premier jour.", "Irène Castaing"),
        ("Les relevés sont comptés par Paul Darrieux.", "Paul Darrieux"),
        (
            "Le matériel est rendu à Marie-Laure Estève jusqu’au dernier écran.",
            "Marie-Laure Estève",
        ),
        ("Le calendrier dépend d’Irène Castaing.", "Irène Castaing"),
    ],
)
def test_a_name_in_doubt_is_found_by_analysis_alone(sentence: str, name: str):
    assert strangers(sentence, Analysis(wanted=False)) == []
    assert strangers(sentence, Analysis()) == [f"« {name} »"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Les réunions se tiennent à Metz et à Thionville.",
        "Le siège est avenue Jean Moulin.",
        "Le code est déposé sur Google Drive.",
        "Le rôle est celui de Chef de Projet.",
        "La responsabilité est assurée par Vigie Caution, 3 rue Haute.",
        "Irène Castaing, cheffe des achats, reçoit les relevés. Irène Castaing les signe.",
        "Mme Roche signe les relevés ; Corvin désigne un lieu.",
        "Aucune Prestation ne sera due. Toute Prestation cessera.",
        "« Ventadour » désigne le projet.",
        "La fête de Noël sera chômée.",
    ],
)
def test_places_tools_posts_and_those_introduced_are_no_strangers(sentence: str):
    assert strangers(sentence, Analysis()) == []


def test_what_analysis_would_have_decided_is_counted_when_it_is_not_wanted():
    analysis = Analysis(wanted=False)
    strangers("Le badge est remis à Irène Castaing. Paul Darrieux signe.", analysis)
    assert analysis.skipped() == Skipped(1, NOT_WANTED)
    assert analysis.skipped() is None


def test_what_analysis_would_have_decided_is_counted_when_it_is_not_installed(
    monkeypatch: pytest.MonkeyPatch,
):
    def absent(_: object) -> object:
        raise names.AnalysisUnavailable

    monkeypatch.setattr(names, "names_in", absent)
    analysis = Analysis()
    assert strangers("Le badge est remis à Irène Castaing.", analysis) == []
    assert analysis.skipped() == Skipped(1, NOT_INSTALLED)


def test_nothing_is_skipped_where_no_name_is_in_doubt():
    analysis = Analysis()
    strangers("Le badge est remis au gardien.", analysis)
    assert analysis.skipped() is None


LETTERS = "\n".join(f"# {letter}. Titre {letter}\nDu texte." for letter in "ABCDEFGHIJKL")


def lettered(last: str) -> list[str]:
    document = understand(
        text_from_notation(f"{PARTIES.rpartition('#')[0]}{LETTERS}\n{last}"),
        load_library(()),
        forced_type=DocumentType.PRESTATION,
    )
    found = find_passages(document, "residus", Analysis(wanted=False))
    return [one.texte for one in found]


def test_the_letter_of_a_heading_is_no_title() -> None:
    assert lettered("# M. Sauvegardes\nElles sont quotidiennes.") == []


def test_a_stranger_with_a_title_is_found_under_lettered_headings() -> None:
    assert lettered("# M. Accès\nM. Ferrand reçoit les badges.") == ["« Ferrand »"]
