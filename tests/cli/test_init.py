"""A new repository builds its contracts, checks them, and is never written over."""

from pathlib import Path

import pytest

from clauselint.cli.clausegen import main as clausegen
from clauselint.cli.clauselint import main as clauselint


def run(command, *words: object) -> int:
    with pytest.raises(SystemExit) as left:
        command([str(word) for word in words])
    return left.value.code


def test_a_new_repository_builds_contracts_without_a_finding(tmp_path: Path):
    folder = tmp_path / "depot"
    assert run(clausegen, "init", folder, "--clause", "ethique") == 0
    assert (folder / "clauses" / "ethique.yaml").is_file()
    built = folder / "contrats"
    words = ("build", folder / "mission.yaml", "-o", built, "--library", folder)
    assert run(clausegen, *words) == 0
    assert run(clauselint, "check", built, "--library", folder, "--no-nlp") == 0


def test_nothing_that_is_there_is_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    mission = tmp_path / "mission.yaml"
    mission.write_text("à moi")
    assert run(clausegen, "init", tmp_path) == 0
    assert mission.read_text() == "à moi"
    assert f"{mission} : existe déjà, laissé tel quel." in capsys.readouterr().out
    assert run(clausegen, "init", tmp_path) == 0
    assert capsys.readouterr().out.count("existe déjà") > 4


def test_an_unknown_clause_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run(clausegen, "init", tmp_path / "depot", "--clause", "confidentialité") == 2
    assert "Vouliez-vous dire « confidentialite »" in capsys.readouterr().err
    assert not (tmp_path / "depot").exists()
