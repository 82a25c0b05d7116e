"""A CSV file of missions is read by the line, its faults told by line and column."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.library import LibraryError
from clauselint.library.mission import read_line
from clauselint.library.mission_batches import read_batch
from clauselint.library.mission_model import Mission
from clauselint.library.mission_sources import Fichiers
from clauselint.model import Montant, Taxe

MODEL = Path(__file__).parents[2] / "examples" / "mission-courte.yaml"


def batch(folder: Path, *lines: str, codec: str = "utf-8") -> Path:
    path = folder / "lot.csv"
    path.write_text("\n".join(lines) + "\n", encoding=codec)
    return path


def missions(path: Path) -> list[Mission]:
    files = Fichiers()
    return [read_line(MODEL, line.lieu, line.textes, files) for line in read_batch(path)]


def refusal(path: Path) -> str:
    with pytest.raises(LibraryError) as caught:
        missions(path)
    return str(caught.value)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
def test_each_line_completes_the_model(separator: str, codec: str, tmp_path: Path) -> None:
    rows = [["reference", "prix.tjm"], ["ÉT-1", "700 EUR HT"], ["ÉT-2", ""]]
    path = batch(tmp_path, *(separator.join(row) for row in rows), codec=codec)
    first, second = missions(path)
    assert (first.reference, second.reference) == ("ÉT-1", "ÉT-2")
    assert first.prix.tjm == Montant("700", taxe=Taxe.HT)
    assert second.prix.tjm == Montant("610", taxe=Taxe.HT)


def test_a_cell_knows_its_line_and_column(tmp_path: Path) -> None:
    path = batch(tmp_path, "reference;prix.tjm", "A;700 EUR HT")
    origin = missions(path)[0].origine("prix", "tjm")
    assert origin is not None
    assert (origin.file, origin.line, origin.column) == (str(path), 2, 2)
    elsewhere = missions(path)[0].origine("prix", "jours")
    assert elsewhere is not None
    assert elsewhere.file == str(MODEL)


def test_lists_parts_and_clauses_have_columns_too(tmp_path: Path) -> None:
    path = batch(
        tmp_path,
        "prestation.livrables.1.nom;prestation.livrables.1.remise;prestation.moyens;"
        "entreprise_cliente.capital;clauses.confidentialite.duree;temps_travail.heures_par_jour",
        "Bilan;2026-06-01;un badge | un bureau;8 EUR;4 ans;6",
    )
    mission = missions(path)[0]
    assert mission.prestation.livrables[0].nom == "Bilan"
    assert mission.prestation.moyens == ("un badge", "un bureau")
    assert mission.entreprise_cliente.capital == Montant("8")
    assert mission.entreprise_cliente.rcs == "Chambéry"
    assert mission.reglage("confidentialite").valeurs == (("duree", "4 ans"),)
    assert mission.temps_travail.heures_par_jour == 6


def test_a_path_in_a_cell_is_looked_for_beside_the_batch(tmp_path: Path) -> None:
    client = MODEL.parent / "clients" / "verrerie-sainte-ombre.yaml"
    own = client.read_text().replace("Sainte-Ombre", "Val-Clair")
    (tmp_path / "autre.yaml").write_text(own)
    mission = missions(batch(tmp_path, "entreprise_cliente", "autre.yaml"))[0]
    assert mission.entreprise_cliente.denomination == "Verrerie de Val-Clair"
    path = batch(tmp_path, "entreprise_cliente", "absent.yaml")
    assert f"{path}:2:1: entreprise_cliente : le fichier « absent.yaml »" in refusal(path)


@pytest.mark.parametrize(
    ("head", "line", "message"),
    [
        ("prix.tjm", "700", ":2:1: prix.tjm : « 700 » n’est pas un montant"),
        ("reference;travail", "A;stage", ":2:2: travail : « stage » n’est pas attendu ici"),
        ("prestation.fin", "2026-01-01", ":2:1: prestation : la fin précède le début"),
        ("prix.tjn", "1", ":1:1: prix.tjn : cette colonne n’est pas une clé de mission."),
        ("prix.tjn", "1", "Vouliez-vous dire « prix.tjm » ?"),
        ("reference;reference", "A;B", ":1:2: reference : cette colonne est donnée deux fois"),
        ("reference;", "A;B", ":1:2: cette colonne n’a pas de titre"),
        ("reference;travail", "A;cdd;B", ":2:3: cette ligne a 3 valeurs pour 2 colonnes"),
        ("reference", '"A', ":2:1: un guillemet s’ouvre"),
        ("prestation.livrables.2.nom", "X", "les éléments d’une liste se suivent"),
        ("prestation.livrables.nom", "X", "n’est pas une clé de mission"),
    ],
)
def test_a_fault_is_told_by_line_and_column(
    head: str, line: str, message: str, tmp_path: Path
) -> None:
    path = batch(tmp_path, head, line)
    assert message in refusal(path)
    assert str(path) in refusal(path)


def test_without_a_model_what_is_missing_is_told_of_the_line(tmp_path: Path) -> None:
    line = read_batch(batch(tmp_path, "reference", "A"))[0]
    with pytest.raises(LibraryError) as caught:
        read_line(None, line.lieu, line.textes, Fichiers())
    assert f"{line.lieu.fichier}:2:1: signature : cette clé manque" in str(caught.value)


def test_a_batch_without_a_mission_is_refused(tmp_path: Path) -> None:
    assert "n’a que ses titres de colonnes" in refusal(batch(tmp_path, "reference;travail", ";"))
    assert "ce fichier est vide" in refusal(batch(tmp_path, ""))


def test_lines_are_counted_as_an_editor_does(tmp_path: Path) -> None:
    path = batch(tmp_path, "reference;prestation.moyens", '"A\nB";x', "", "C;y")
    assert [line.lieu.ligne for line in read_batch(path)] == [2, 5]


@given(st.text('abc.1;,\t|"\n\r é', max_size=60))
def test_any_text_is_a_batch_or_is_refused(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lot.csv"
        path.write_text(text, encoding="utf-8", newline="")
        with suppress(LibraryError):
            assert all(line.textes for line in read_batch(path))
