"""Bad input gives a clear French message and exit code 2: no traceback, nothing overwritten."""

import json
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from clauselint.cli.clausegen import main as clausegen
from clauselint.cli.commands import main as clauselint

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(clauselint, [str(arg) for arg in args])


def encrypted() -> bytes:
    return OLE + "EncryptedPackage".encode("utf-16-le")


def old_word() -> bytes:
    return OLE + "WordDocument".encode("utf-16-le")


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "contrat.docx"
    document = docx.Document()
    document.add_paragraph("CONTRAT DE PRESTATION")
    document.add_paragraph("Le prix est de 600 € HT par jour.")
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (old_word(), "ancien"),
        (encrypted(), "mot de passe"),
        (b"", "vide"),
        (b"PK\x03\x04 and then nothing", "incomplet"),
        (b"Bonjour", "Word"),
    ],
)
def test_a_file_that_is_not_a_word_document_is_named_with_what_to_do(
    tmp_path: Path, content: bytes, words: str
):
    path = tmp_path / "contrat.docx"
    path.write_bytes(content)
    result = run("check", path)
    assert result.exit_code == 2
    assert str(path) in result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.output
    assert path.read_bytes() == content


def test_a_truncated_contract_is_said_to_be_so(contract: Path):
    content = contract.read_bytes()
    contract.write_bytes(content[: len(content) // 2])
    result = run("check", contract)
    assert result.exit_code == 2
    assert str(contract) in result.stderr


def test_a_contract_without_text_is_said_to_be_empty(tmp_path: Path):
    path = tmp_path / "vide.docx"
    docx.Document().save(str(path))
    result = run("extract", path)
    assert result.exit_code == 2
    assert "aucun texte" in result.stderr


def test_a_zip_that_holds_no_contract_is_refused(tmp_path: Path):
    path = tmp_path / "archive.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("lisezmoi.txt", "rien")
    assert run("check", path).exit_code == 2


def test_a_missing_file_does_not_keep_the_others_from_being_checked(tmp_path: Path, contract: Path):
    result = run("check", tmp_path / "absent.docx", contract, "--format", "json")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert report["summary"]["documents"] == 1
    assert [Path(error["document"]).name for error in report["errors"]] == ["absent.docx"]


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--select", "mention-cdd", "Vouliez-vous dire « mentions-cdd » ?"),
        ("--ignore", "durees/borne", "Vouliez-vous dire « durees/bornes » ?"),
        ("--date", "2026-02-30", "n’est pas une date"),
        ("--as", "bail", "bail"),
        ("--format", "pdf", "pdf"),
    ],
)
def test_a_wrong_option_is_explained(contract: Path, option: str, value: str, words: str):
    result = run("check", contract, option, value)
    assert result.exit_code == 2
    assert words in result.stderr


def test_an_output_that_cannot_be_written_is_explained(tmp_path: Path, contract: Path):
    result = run("check", contract, "-o", tmp_path / "absent" / "rapport.json")
    assert result.exit_code == 2
    assert "n’existe pas" in result.stderr


MISSION = Path(__file__).parents[2] / "examples" / "mission-cdd.yaml"


def build(tmp_path: Path, text: str) -> Result:
    mission = tmp_path / "mission.yaml"
    profil = MISSION.parent / "profils"
    mission.write_text(text.replace("profils/", f"{profil}/"), encoding="utf-8")
    folder = tmp_path / "contrats"
    result = CliRunner().invoke(clausegen, ["build", str(mission), "-o", str(folder)])
    assert not folder.exists() or not list(folder.iterdir())
    assert "Traceback" not in result.output
    return result


@pytest.mark.parametrize(
    ("was", "becomes", "words"),
    [
        ("travail: cdd", "travaille: cdd", "travail"),
        ("travail: cdd", "travail: cdx", "attendu : cdd ou cdi"),
        ("debut: 2026-03-02", "debut: 2026-02-30", "n’existe pas"),
        ('siren: "538172941"', "siren: 538172941", "guillemets"),
        ('siren: "538172941"', 'siren: "538172942"', "clé"),
        ("jours: 104", "jours: beaucoup", "nombre"),
        ("confidentialite: {duree: 3 ans}", "confidentialté: {duree: 3 ans}", "confidentialite"),
    ],
)
def test_a_mission_that_cannot_be_read_names_the_line_and_the_remedy(
    tmp_path: Path, was: str, becomes: str, words: str
):
    text = MISSION.read_text(encoding="utf-8")
    assert was in text
    line = next(n for n, row in enumerate(text.splitlines(), start=1) if was in row)
    result = build(tmp_path, text.replace(was, becomes))
    assert result.exit_code == 2
    assert f"mission.yaml:{line}:" in result.stderr
    assert words in result.stderr


def test_a_mission_that_breaks_a_rule_names_the_rule_the_key_and_the_line(tmp_path: Path):
    text = MISSION.read_text(encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), start=1) if "periode_essai:" in row)
    result = build(tmp_path, text.replace("periode_essai: 2 semaines", "periode_essai: 2 mois"))
    assert result.exit_code == 1
    assert f"mission.yaml:{line}:" in result.stderr
    assert "periode_essai" in result.stderr
    assert "durees/essai-cdd" in result.stderr
    assert "Rien n’a été écrit." in result.stderr
