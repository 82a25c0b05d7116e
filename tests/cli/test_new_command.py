"""`clausegen new` asks, checks, keeps what was answered, and writes a mission that builds."""

import os
import select
import sys
from pathlib import Path
from shutil import copytree
from subprocess import Popen

import pytest
from click.testing import CliRunner, Result

from clauselint.cli.clausegen import main
from clauselint.library.mission import read_mission
from clauselint.library.mission_questions import questions, values_of
from clauselint.library.mission_writing import answers_text, mission_text
from clauselint.library.yaml_source import parse_values

EXAMPLES = Path(__file__).parents[2] / "examples"
# From the nature of the contract to its signature; an empty line takes what is proposed.
ANSWERS = [
    *("cdd", "ESS-1", "", "", ""),
    *("Audit : fours", "mesurer les consommations", "2", "2026-05-04", "2026-09-03"),
    *("Bilan, chiffré", "2026-08-03", "", "", "un badge", "", ""),
    *("610 EUR HT", "64", "", "290 EUR", "17", "", "", "", "", "", "2026-04-27", ""),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("profils", "clients", "salaries"):
        copytree(EXAMPLES / name, tmp_path / name)
    return tmp_path


def new(path: Path, answers: list[str], *options: str) -> Result:
    typed = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(main, ["new", str(path), *options], input=typed)


def test_the_answers_make_a_mission(folder: Path) -> None:
    path = folder / "mission.yaml"
    result = new(path, ANSWERS)
    assert result.exit_code == 0, result.output
    assert f"clausegen build {path}" in result.stdout
    mission = read_mission(path)
    assert mission.prestation.intitule == "Audit : fours"
    assert mission.prestation.livrables[0].nom == "Bilan, chiffré"
    assert mission.prestation.moyens == ("un badge",)
    assert mission.temps_travail.heures_par_jour == 7
    assert not (folder / "mission.brouillon.yaml").exists()
    text = path.read_text()
    assert text.startswith("# yaml-language-server: $schema=")
    assert "  # Le nombre de jours de la prestation.\n  jours: 64\n" in text


def test_a_wrong_answer_is_told_in_the_words_of_the_model_and_asked_again(folder: Path) -> None:
    answers = list(ANSWERS)
    answers[8:10] = ["4 mai 2026", "2026-05-04", "2026-01-01", "2026-09-03"]
    result = new(folder / "mission.yaml", answers)
    assert result.exit_code == 0, result.output
    assert "« 4 mai 2026 » n’est pas une date : l’écrire AAAA-MM-JJ" in result.stdout
    assert "la fin précède le début" in result.stdout


def test_an_answer_left_out_is_asked_again(folder: Path) -> None:
    result = new(folder / "mission.yaml", [ANSWERS[0], "", *ANSWERS[1:]])
    assert result.exit_code == 0
    assert result.stdout.count("Une réponse est nécessaire ici.") == 1


def test_one_may_go_back_to_the_question_before(folder: Path) -> None:
    path = folder / "mission.yaml"
    result = new(path, [*ANSWERS[:2], "<", "ESS-2", *ANSWERS[2:]])
    assert result.exit_code == 0
    assert read_mission(path).reference == "ESS-2"


def test_what_is_left_is_taken_up_again(folder: Path) -> None:
    path = folder / "mission.yaml"
    left = new(path, ANSWERS[:9])
    assert left.exit_code == 130
    assert f"clausegen new {path}" in left.stderr
    assert not path.exists()
    taken_up = new(path, ANSWERS[9:])
    assert taken_up.exit_code == 0, taken_up.output
    assert "9 réponses déjà données" in taken_up.stdout
    assert read_mission(path).reference == "ESS-1"


def test_a_mission_is_never_overwritten_unless_forced(folder: Path) -> None:
    path = folder / "mission.yaml"
    path.write_text("# à moi\n")
    refused = new(path, ANSWERS)
    assert refused.exit_code == 2
    assert "existe déjà" in refused.stderr
    assert path.read_text() == "# à moi\n"
    assert new(path, ANSWERS, "--force").exit_code == 0
    assert read_mission(path).reference == "ESS-1"


def test_a_part_may_be_described_in_the_mission(folder: Path) -> None:
    path = folder / "mission.yaml"
    client = [
        *("nouveau", "Scierie du Haut-Mont", "société anonyme", "40 000 EUR", "538172941"),
        *("Épinal", "1 route des Crêtes, 88000 Épinal", "1", "Aude", "Mercier", "directrice", ""),
    ]
    result = new(path, [*ANSWERS[:3], *client, *ANSWERS[4:]])
    assert result.exit_code == 0, result.output
    mission = read_mission(path)
    assert mission.entreprise_cliente.siren == "538172941"
    assert mission.prestation.lieu == "1 route des Crêtes, 88000 Épinal"


def test_a_part_whose_file_has_faults_is_not_taken(folder: Path) -> None:
    client = folder / "clients" / "verrerie-sainte-ombre.yaml"
    client.write_text(client.read_text().replace("capital:", "capitale:"))
    result = new(folder / "mission.yaml", ANSWERS[:4])
    assert result.exit_code == 130
    assert "capitale : cette clé n’existe pas" in result.stdout


def test_what_two_answers_contradict_is_told_with_its_line(folder: Path) -> None:
    answers = list(ANSWERS)
    answers[11] = "2027-08-03"
    path = folder / "mission.yaml"
    result = new(path, answers)
    assert result.exit_code == 1
    assert "cette remise tombe hors des dates de la prestation" in result.stderr
    assert str(path) in result.stderr


def test_without_a_date_of_end_the_event_that_ends_is_asked_for() -> None:
    asked = [item.cle for item in questions({"prestation.fin": ""}, EXAMPLES)]
    assert "prestation.terme_incertain.evenement" in asked
    asked = [item.cle for item in questions({"prestation.fin": "2026-05-04"}, EXAMPLES)]
    assert "prestation.terme_incertain.evenement" not in asked


@pytest.mark.parametrize(
    "text",
    ["oui", "true", "12", "a: b", "- x", "#", "l’un, l’autre", 'dit "non"', "{a}", "€", "1e3", "~"],
)
def test_any_text_is_written_so_that_it_is_read_back(text: str) -> None:
    answers = {
        "reference": text,
        "prestation.intitule": text,
        "prestation.livrables.1.nom": text,
        "prestation.moyens.1": text,
    }
    _, values = parse_values(mission_text(values_of(answers)), name="mission")
    assert values == values_of(answers)
    _, kept = parse_values(answers_text(answers, "clausegen new"), name="brouillon")
    assert kept == answers


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_the_questions_are_asked_in_a_real_terminal(folder: Path) -> None:
    import pty  # noqa: PLC0415

    ours, theirs = pty.openpty()
    program = Path(sys.executable).with_name("clausegen")
    with Popen(
        [program, "new", "mission.yaml"], stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder
    ) as process:
        os.close(theirs)
        shown = ""
        for answer in ANSWERS:
            before = len(shown)
            while " : " not in shown[before:].replace("» : ", ""):
                assert select.select([ours], [], [], 30)[0], shown
                shown += os.read(ours, 4096).decode("utf-8", "replace")
            os.write(ours, f"{answer}\n".encode())
        code = process.wait(timeout=30)
    os.close(ours)
    assert code == 0
    assert read_mission(folder / "mission.yaml").reference == "ESS-1"
