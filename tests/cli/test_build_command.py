"""`clausegen build` of several missions: what is printed, and the code it ends with."""

from pathlib import Path

from click.testing import CliRunner, Result

from clauselint.cli.clausegen import main

EXAMPLES = Path(__file__).parents[2] / "examples"
MODEL = EXAMPLES / "mission-courte.yaml"


def build(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["build", *map(str, args)])


def test_the_example_of_a_batch_is_written_with_a_summary(tmp_path: Path) -> None:
    result = build(EXAMPLES / "missions.csv", "--modele", MODEL, "-o", tmp_path)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 4
    assert result.stderr == "2 missions, 4 documents écrits.\n"


def test_one_mission_needs_no_summary(tmp_path: Path) -> None:
    result = build(MODEL, "-o", tmp_path)
    assert result.exit_code == 0
    assert result.stderr == ""


def test_a_batch_with_faults_says_how_many_missions_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "lot.csv"
    path.write_text("reference;prix.tjm\nA;600 EUR HT\nB;600\n")
    refused = build(path, "--modele", MODEL, "-o", tmp_path)
    assert refused.exit_code == 2
    assert f"{path}:3:2: prix.tjm" in refused.stderr
    assert refused.stderr.endswith("1 mission refusée sur 2. Rien n’a été écrit.\n")
    some = build(path, "--modele", MODEL, "-o", tmp_path, "--continuer")
    assert some.exit_code == 2
    assert some.stderr.endswith("1 mission, 2 documents écrits ; 1 mission refusée.\n")


def test_a_mission_that_breaks_a_rule_ends_with_1(tmp_path: Path) -> None:
    path = tmp_path / "lot.csv"
    path.write_text("reference;prestation.fin\nA;2029-05-03\n")
    result = build(path, "--modele", MODEL, "-o", tmp_path)
    assert result.exit_code == 1
    assert f"{path}:2:2: prestation.fin : " in result.stderr
    assert "[durees/" in result.stderr


def test_all_schemas_are_written_in_a_folder(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["schema", "-d", str(tmp_path / "schemas")])
    assert result.exit_code == 0
    names = {path.name.removesuffix(".schema.json") for path in (tmp_path / "schemas").iterdir()}
    assert names == {"mission", "profil", "client", "salarie", "clause", "rule", "outline"}
