"""A mission is put together from its file, those of its parts, and what it leaves out."""

from datetime import date
from pathlib import Path

import pytest

from clauselint.library import LibraryError
from clauselint.library.mission import read_mission
from clauselint.library.mission_defaults import ville
from clauselint.model import Montant

EXAMPLES = Path(__file__).parents[2] / "examples"
SHORT = "mission-courte.yaml"
CLIENT = "clients/verrerie-sainte-ombre.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the examples that share their parts."""
    for name in ("profils", "clients", "salaries"):
        (tmp_path / name).mkdir()
    for path in (SHORT, CLIENT, "salaries/yvon-kerbrat.yaml", "profils/hauterive-portage.yaml"):
        (tmp_path / path).write_text((EXAMPLES / path).read_text())
    return tmp_path


def change(path: Path, old: str, new: str) -> Path:
    source = path.read_text()
    assert old in source
    path.write_text(source.replace(old, new))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(LibraryError) as caught:
        read_mission(path)
    return str(caught.value)


def test_a_short_mission_has_25_lines_at_most() -> None:
    assert len((EXAMPLES / SHORT).read_text().splitlines()) <= 25


def test_parts_come_from_their_files_and_know_them() -> None:
    mission = read_mission(EXAMPLES / SHORT)
    assert mission.salarie_porte.nom == "Kerbrat"
    origin = mission.origine("entreprise_cliente", "representant", "nom")
    assert origin is not None
    assert origin.file == str(EXAMPLES / CLIENT)
    assert origin.key == "representant.nom"


def test_what_a_short_mission_leaves_out_has_a_default() -> None:
    mission = read_mission(EXAMPLES / SHORT)
    assert mission.prestation.lieu == mission.entreprise_cliente.adresse
    assert mission.signature.lieu == "Dijon"
    assert mission.temps_travail.heures_par_jour == 7
    assert mission.date_embauche == date(2026, 5, 4)


def test_a_mission_changes_keys_of_a_shared_part(folder: Path) -> None:
    path = change(
        folder / SHORT,
        f"entreprise_cliente: {CLIENT}",
        f"entreprise_cliente:\n  fichier: {CLIENT}\n  capital: 5 EUR",
    )
    mission = read_mission(path)
    assert mission.entreprise_cliente.capital == Montant("5")
    assert mission.entreprise_cliente.rcs == "Chambéry"
    changed = mission.origine("entreprise_cliente", "capital")
    kept = mission.origine("entreprise_cliente", "rcs")
    assert changed is not None
    assert changed.file == str(path)
    assert kept is not None
    assert kept.file == str(folder / CLIENT)


def test_a_fault_of_a_part_is_told_of_its_own_file_and_line(folder: Path) -> None:
    change(folder / CLIENT, "capital: 900 000 EUR", "capitale: 900 000 EUR")
    message = refusal(folder / SHORT)
    assert f"{folder / CLIENT}:6:1: capitale : cette clé n’existe pas" in message
    assert f"{folder / CLIENT}:1:1: capital : cette clé manque" in message
    assert SHORT not in message


def test_a_fault_of_a_change_is_told_of_the_mission(folder: Path) -> None:
    path = change(
        folder / SHORT,
        f"entreprise_cliente: {CLIENT}",
        f"entreprise_cliente:\n  fichier: {CLIENT}\n  siren: '123'",
    )
    assert f"{path}:8:10: entreprise_cliente.siren : « 123 » n’est pas un SIREN" in refusal(path)


def test_faults_of_several_files_are_told_at_once(folder: Path) -> None:
    change(folder / CLIENT, "900 000 EUR", "900 000")
    message = refusal(change(folder / SHORT, "610 EUR HT", "610"))
    assert f"{folder / CLIENT}:6:10: capital" in message
    assert f"{folder / SHORT}:14:13: prix.tjm" in message


def test_a_part_that_is_not_there_is_told_at_its_line(folder: Path) -> None:
    (folder / CLIENT).unlink()
    message = refusal(folder / SHORT)
    assert f"{folder / SHORT}:6:21: entreprise_cliente : le fichier « {CLIENT} »" in message


def test_a_part_that_is_no_mapping_is_refused(folder: Path) -> None:
    (folder / CLIENT).write_text("- une liste\n")
    assert "des clés sont attendues ici" in refusal(folder / SHORT)


def test_a_place_that_no_address_tells_is_asked_for(folder: Path) -> None:
    change(
        folder / "profils/hauterive-portage.yaml",
        "adresse: 14 rue de la Préfecture, 21000 Dijon",
        "adresse: 14 rue de la Préfecture",
    )
    message = refusal(folder / SHORT)
    assert "signature.lieu : le donner, faute d’une ville dans l’adresse de « profil »" in message


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("3 place du Bourg, 44000 Nantes", "Nantes"),
        ("12 quai 4, 69002 Lyon Cedex 02", "Lyon"),
        ("ZI nord, 72000 Le Mans (Sarthe)", "Le Mans"),
        ("ailleurs", ""),
    ],
)
def test_the_town_of_an_address_follows_its_postal_code(address: str, town: str) -> None:
    assert ville(address) == town
