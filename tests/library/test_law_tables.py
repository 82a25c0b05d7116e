from datetime import date
from pathlib import Path

import pytest

from clauselint.library.law_tables import law_table, read_law_table
from clauselint.library.problems import LibraryError
from clauselint.library.vocabulary import LAW_TABLES
from clauselint.model import Montant, Pourcentage

TABLE = """\
table: {name}
titre: plafond mensuel
type: montant
source: un arrêté
marque: primaire
verifie_le: 2020-06-01
jusqua: {jusqua}
valeurs:
  - {{depuis: 2019-01-01, valeur: "100"}}
  - {{depuis: {second}, valeur: "120.50"}}
"""


def written(folder: Path, name: str = "pmss", **values: str) -> Path:
    values = {"name": name, "jusqua": "2020-12-31", "second": "2020-01-01", **values}
    path = folder / "pmss.yaml"
    path.write_text(TABLE.format(**values), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", sorted(LAW_TABLES))
def test_every_table_that_expressions_name_is_read_and_has_its_type(name: str) -> None:
    table = law_table(name)
    expected = {"montant": Montant, "pourcentage": Pourcentage}[LAW_TABLES[name]]
    assert all(isinstance(value, expected) for _, value in table.valeurs)


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("pmss", date(2026, 3, 1), Montant("4005")),
        ("pmss", date(2024, 12, 31), Montant("3864")),
        ("pmss_2017", date(2030, 1, 1), Montant("3269")),
        ("smic_mensuel", date(2026, 5, 31), Montant("1823.03")),
        ("smic_mensuel", date(2026, 6, 1), Montant("1867.02")),
        ("smic_horaire", date(2026, 6, 1), Montant("12.31")),
        ("taux_legal", date(2023, 7, 1), Pourcentage("4.22")),
        ("bce", date(2026, 7, 1), Pourcentage("2.40")),
    ],
)
def test_a_table_gives_the_value_in_force_on_a_day(
    name: str, day: date, expected: Montant | Pourcentage
) -> None:
    assert law_table(name).on(day) == expected


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("pmss", date(2015, 12, 31)),
        ("pmss", date(2027, 1, 1)),
        ("taux_legal", date(2026, 7, 1)),
        ("smic_mensuel", date(2027, 1, 1)),
        ("bce", date(2016, 3, 15)),
    ],
)
def test_a_table_says_nothing_of_the_days_it_does_not_cover(name: str, day: date) -> None:
    assert law_table(name).on(day) is None


def test_a_table_holds_from_its_first_day_to_its_last(tmp_path: Path) -> None:
    table = read_law_table(written(tmp_path))
    found = [table.on(day) for day in (date(2018, 12, 31), date(2019, 1, 1), date(2020, 12, 31))]
    assert found == [None, Montant("100"), Montant("120.50")]
    assert table.on(date(2021, 1, 1)) is None


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"second": "2018-01-01"}, "law/pmss.yaml:10:14: valeurs.2.depuis"),
        ({"jusqua": "2019-12-31"}, "law/pmss.yaml:7:9: jusqua"),
        ({"name": "smic_horaire"}, "law/pmss.yaml:1:8: table"),
        ({"second": "2020-02-30"}, "law/pmss.yaml:10:14: valeurs"),
    ],
)
def test_a_faulty_table_is_refused_at_its_line(
    tmp_path: Path, values: dict[str, str], place: str
) -> None:
    path = written(tmp_path, **values)
    with pytest.raises(LibraryError) as error:
        read_law_table(path)
    assert str(error.value).startswith(place)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="n’existe pas"):
        read_law_table(tmp_path / "absente.yaml")
