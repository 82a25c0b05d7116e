from datetime import date

import pytest

from clauselint.checking.old_names import old_names
from clauselint.model import Document, DocumentType
from clauselint.reading.notation import text_from_notation


def names(source: str, day: date | None = date(2025, 6, 2)) -> list[str]:
    document = Document(
        text=text_from_notation(source),
        type=DocumentType.PRESTATION,
        portage=True,
        date_reference=day,
    )
    return [f"{found.texte} > {found.actuel}" for found in old_names(document)]


@pytest.mark.parametrize(
    "source",
    [
        "le tribunal de commerce de Lyon",
        "les tribunaux de commerce du ressort de Lyon",
        "le Tribunal de Commerce compétent de LYON",
        "le tribunal\u00a0de commerce du Mans",
        "le tribunal de commerce de Saint-Brieuc",
    ],
)
def test_a_commercial_court_renamed_is_found_in_every_turn(source: str) -> None:
    (found,) = names(source)
    assert found.endswith(" > tribunal des activités économiques")


@pytest.mark.parametrize(
    ("source", "actual"),
    [
        ("le tribunal de grande instance de Lille", "tribunal judiciaire"),
        ("le TGI de Lille", "tribunal judiciaire"),
        ("inscrit à Pôle emploi", "France Travail"),
        ("inscrit à POLE EMPLOI", "France Travail"),
    ],
)
def test_other_old_names_are_found(source: str, actual: str) -> None:
    assert [found.rpartition(" > ")[2] for found in names(source)] == [actual]


@pytest.mark.parametrize(
    "source",
    [
        "le tribunal de commerce de Toulon",
        "le tribunal de commerce du siège du Client, à Paris",
        "le tribunal judiciaire de Lyon",
        "France Travail (anciennement Pôle emploi)",
        "l’organisme ex-Pôle emploi",
        "un emploi au pôle de Lyon",
    ],
)
def test_names_in_use_and_names_said_former_are_left_alone(source: str) -> None:
    assert names(source) == []


def test_the_name_is_that_of_the_day() -> None:
    source = "le tribunal de commerce de Paris"
    assert names(source, date(2024, 12, 31)) == []
    assert len(names(source, date(2025, 1, 1))) == 1
    assert len(names(source, date(2028, 12, 31))) == 1
    assert names(source, date(2029, 1, 1)) == []
    assert len(names(source, None)) == 1


def test_a_name_is_told_once() -> None:
    assert len(names("Pôle emploi\nPôle emploi\nPôle emploi")) == 1
