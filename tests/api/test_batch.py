"""Many missions at once: all are checked before any is written."""

from pathlib import Path

import pytest

from clauselint.api.batch import Batch, BatchOptions, build_batch
from clauselint.library import LibraryError

EXAMPLES = Path(__file__).parents[2] / "examples"
MODEL = EXAMPLES / "mission-courte.yaml"


def batch(folder: Path, *lines: str) -> Path:
    path = folder / "lot.csv"
    path.write_text("\n".join(("reference;clauses.confidentialite.duree", *lines)) + "\n")
    return path


def built(path: Path, out: Path, *, go_on: bool = False) -> Batch:
    return build_batch([path], out, BatchOptions(modele=MODEL, go_on=go_on))


def test_the_lines_of_a_batch_give_the_contracts_of_their_references(tmp_path: Path) -> None:
    done = built(batch(tmp_path, "L-1;4 ans", "L-2;"), tmp_path / "out")
    names = [path.name for path in done.written]
    assert names == ["L-1-CDD.docx", "L-1-CPS.docx", "L-2-CDD.docx", "L-2-CPS.docx"]
    assert done.missions == 2
    assert not done.failures


def test_nothing_is_written_when_one_line_is_refused(tmp_path: Path) -> None:
    path = batch(tmp_path, "L-1;", "L-2;80 ans")
    done = built(path, tmp_path / "out")
    assert done.written == ()
    assert not (tmp_path / "out").exists()
    assert f"{path}:3:2: clauses.confidentialite.duree : « 80 ans »" in done.messages()[0]
    assert [failure.nom for failure in done.failures] == [f"{path}:3"]


def test_the_missions_that_hold_are_written_when_asked_to_go_on(tmp_path: Path) -> None:
    done = built(batch(tmp_path, "L-1;", "L-2;80 ans"), tmp_path / "out", go_on=True)
    assert [path.name for path in done.written] == ["L-1-CDD.docx", "L-1-CPS.docx"]
    assert len(done.failures) == 1
    assert done.unreadable


def test_an_edited_contract_holds_back_its_own_mission_only(tmp_path: Path) -> None:
    path = batch(tmp_path, "L-1;", "L-2;")
    edited = built(path, tmp_path).written[0]
    edited.write_bytes(b"revu par le client")
    done = built(path, tmp_path, go_on=True)
    assert [found.name for found in done.written] == ["L-2-CDD.docx", "L-2-CPS.docx"]
    assert edited.read_bytes() == b"revu par le client"
    assert "--force" in done.messages()[0]


def test_two_missions_of_one_reference_are_refused(tmp_path: Path) -> None:
    path = batch(tmp_path, "L-1;", "L-1;4 ans")
    done = built(path, tmp_path / "out")
    assert f"{path}:3:1: reference : la mission {path}:2 a la même référence" in done.messages()[0]


def test_a_fault_of_the_model_is_told_once_for_all_lines(tmp_path: Path) -> None:
    model = tmp_path / "modele.yaml"
    source = MODEL.read_text().replace("610 EUR HT", "610")
    for folder in ("profils", "clients", "salaries"):
        source = source.replace(f"{folder}/", f"{EXAMPLES / folder}/")
    model.write_text(source)
    path = batch(tmp_path, "L-1;", "L-2;")
    done = build_batch([path], tmp_path / "out", BatchOptions(modele=model))
    assert len(done.failures) == 2
    assert "".join(done.messages()).count("prix.tjm") == 1


def test_a_folder_stands_for_its_missions(tmp_path: Path) -> None:
    source = MODEL.read_text()
    for folder in ("profils", "clients", "salaries"):
        source = source.replace(f"{folder}/", f"{EXAMPLES / folder}/")
    (tmp_path / "a.yaml").write_text(source)
    (tmp_path / "b.yml").write_text(source.replace("HTP-2026-063", "HTP-2026-064"))
    (tmp_path / "c.brouillon.yaml").write_text("travail: cdd\n")
    seen: list[int] = []
    done = build_batch([tmp_path], tmp_path / "out", suivi=lambda total: lambda: seen.append(total))
    assert len(done.written) == 4
    assert seen == [2, 2]


def test_a_folder_without_missions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        build_batch([tmp_path], tmp_path / "out")
    assert "ce dossier ne contient pas de mission" in str(caught.value)
