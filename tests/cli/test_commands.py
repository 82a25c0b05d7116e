"""The commands as interface: JSON, exit codes, both languages."""

import json
from pathlib import Path

import click
import docx
import pytest
from click.testing import CliRunner, Result

from clauselint.cli.clausegen import main as clausegen
from clauselint.cli.commands import check
from clauselint.cli.commands import main as clauselint
from clauselint.library.schema_types import NomDeDocument
from clauselint.model import DocumentType

EXAMPLE = Path(__file__).parents[2] / "examples" / "mission-cdd.yaml"


def run(*args: object) -> Result:
    return CliRunner().invoke(clauselint, [str(arg) for arg in args])


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "cdd.docx"
    document = docx.Document()
    document.add_paragraph("CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE DÉTERMINÉE")
    document.add_heading("Article 1 – Durée", 1)
    document.add_paragraph("Le contrat va du 3 mars 2026 au 2 février 2026.")
    document.save(str(path))
    return path


def test_check_gives_the_json_that_the_interface_promises(faulty: Path):
    result = run("check", faulty, "--format", "json", "--select", "durees/bornes")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert report["schema"] == "clauselint/check/1"
    assert report["summary"] == {"documents": 1, "erreur": 1, "avertissement": 0, "info": 0}
    assert report["errors"] == []
    (finding,) = report["findings"]
    assert finding["rule"] == "durees/bornes"
    assert finding["severity"] == "erreur"
    assert finding["document"] == str(faulty)
    assert finding["place"]["part"] == "body"
    assert finding["place"]["paragraph"] == 2
    text = "Le contrat va du 3 mars 2026 au 2 février 2026."
    start, end = finding["place"]["start"], finding["place"]["end"]
    assert finding["quote"] == text[start:end]


@pytest.mark.parametrize(
    ("level", "code"), [("erreur", 1), ("avertissement", 1), ("info", 1), ("never", 0)]
)
def test_the_exit_code_follows_fail_on(faulty: Path, level: str, code: int):
    args = ("check", faulty, "--select", "durees/bornes", "--fail-on", level)
    assert run(*args).exit_code == code


def test_messages_are_french_by_default_and_english_on_request(faulty: Path):
    french = run("check", faulty, "--select", "durees/bornes").stdout
    english = run("check", faulty, "--select", "durees/bornes", "--lang", "en").stdout
    assert "1 erreur" in french
    assert "1 error" in english
    assert "Fondement" not in english


def test_a_result_can_be_written_to_a_file(faulty: Path, tmp_path: Path):
    output = tmp_path / "constats.json"
    result = run("check", faulty, "--format", "json", "-o", output)
    assert result.stdout == ""
    assert json.loads(output.read_text(encoding="utf-8"))["schema"] == "clauselint/check/1"


def test_extract_gives_the_json_that_the_interface_promises(faulty: Path):
    read = json.loads(run("extract", faulty, "--format", "json").stdout)
    assert read["schema"] == "clauselint/extract/1"
    assert read["document"]["type"] == "cdd"
    assert read["document"]["portage"] is True
    assert len(read["document"]["sha256"]) == 64
    terms = {term["nom"]: (term["type"], term["valeur"]) for term in read["termes"]}
    assert terms["date_debut"] == ("date", "2026-03-03")
    assert {"numero": "1", "titre": "Durée"}.items() <= read["articles"][1].items()


def test_explain_tells_why_the_law_and_the_remedy():
    text = run("explain", "mentions-cdd/garant-financier").stdout
    for words in ("C. trav. L1254-15", "Sanction", "Comment corriger", "Ce que la règle relève"):
        assert words in text


def test_explain_gives_messages_in_english_on_demand():
    text = run("explain", "mentions-cdd/garant-financier", "--lang", "en").stdout
    for words in ("C. trav. L1254-15", "in force since", "Penalty", "What the rule finds"):
        assert words in text
    assert "Nommer le garant" not in text.split("How to mend")[0]


def test_rules_are_listed_with_their_basis():
    listed = json.loads(run("rules", "--format", "json").stdout)
    assert {"rule": "durees/bornes", "severity": "erreur"}.items() <= next(
        rule.items() for rule in listed if rule["rule"] == "durees/bornes"
    )


def test_a_folder_of_rules_of_ones_own_is_tested(tmp_path: Path):
    rule = tmp_path / "rules" / "prix" / "maison.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text(
        "regle: prix/maison\n"
        "gravite: info\n"
        "titre: Prix journalier de la maison\n"
        "documents: [prestation]\n"
        "fondement: []\n"
        "quand: terme('tjm') is connu\n"
        "exige: terme('tjm').valeur >= euros('500')\n"
        "ou: terme('tjm')\n"
        "message: {fr: Le prix est bas. Le relever., en: The price is low. Raise it.}\n"
        "pourquoi: Règle de la maison.\n"
        "exemples:\n"
        "  - {non_conforme: Le prix est de 400 € HT par jour., document: prestation}\n"
        "  - {conforme: Le prix est de 400 € HT par jour., document: prestation}\n",
        encoding="utf-8",
    )
    result = run("test", "prix/maison", "--library", tmp_path)
    assert result.exit_code == 1
    assert "prix/maison, exemple 2 : attendu « conforme »" in result.stdout
    assert "2 exemples joués, 1 en défaut." in result.stdout


def test_build_prints_the_files_it_writes_and_writes_the_same_bytes_again(tmp_path: Path):
    def build(folder: Path) -> dict[str, bytes]:
        result = CliRunner().invoke(clausegen, ["build", str(EXAMPLE), "-o", str(folder)])
        assert result.exit_code == 0
        paths = [Path(line) for line in result.stdout.splitlines()]
        assert sorted(paths) == sorted(folder.iterdir())
        return {path.name: path.read_bytes() for path in paths}

    assert build(tmp_path / "a") == build(tmp_path / "b")


@pytest.mark.parametrize("option", [[], ["--clause"], ["--rule"], ["--profil"]])
def test_schemas_are_given_for_editors(option: list[str]):
    schema = json.loads(CliRunner().invoke(clausegen, ["schema", *option]).stdout)
    assert schema["type"] == "object"
    assert schema["properties"]


@pytest.mark.parametrize("command", [clauselint, clausegen])
def test_help_and_version_are_given_in_french(command: object):
    page = CliRunner().invoke(command, ["--help"]).stdout  # type: ignore[arg-type]
    assert "Commandes:" in page
    assert "Affiche cette aide" in page
    assert CliRunner().invoke(command, ["--version"]).stdout.split()[1][0].isdigit()  # type: ignore[arg-type]


def test_every_type_of_document_can_be_asked_for_and_named_in_the_library():
    asked = {str(kind) for kind in DocumentType}
    (option,) = [item for item in check.params if item.name == "forced_type"]
    assert isinstance(option.type, click.Choice)
    assert set(option.type.choices) == asked
    assert {str(kind) for kind in NomDeDocument} == asked | {"travail", "tous"}


def test_extract_says_why_in_the_language_asked_for(faulty: Path):
    assert "(confiance 0,95)" in run("extract", faulty).stdout
    read = json.loads(run("extract", faulty, "--format", "json", "--lang", "en").stdout)
    assert read["document"]["raison"].startswith("title “")
    shown = run("extract", faulty, "--as", "prestation", "--lang", "en").stdout
    assert "asked for (prestation); the text reads as cdd" in shown
