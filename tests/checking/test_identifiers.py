import pytest

from clauselint.checking.identifiers import Identifier, identifiers
from clauselint.checking.views import Unknown
from clauselint.model import Document, DocumentType
from clauselint.reading.articles import articles
from clauselint.reading.notation import text_from_notation

IBAN = "FR57 3000 3000 7100 0123 4567 890"


def read(source: str) -> tuple[Identifier, ...]:
    text = text_from_notation(source)
    return identifiers(
        Document(text=text, type=DocumentType.PRESTATION, portage=True, articles=articles(text))
    )


def named(source: str) -> list[tuple[str, str]]:
    return [(found.nature, found.valeur) for found in read(source)]


@pytest.mark.parametrize(
    "source",
    [
        "immatriculée au RCS de Metz sous le numéro 712 966 688",
        "RCS Metz 712966688",
        "RCS Metz B 712.966.688",
        "712\u00a0966\u00a0688 RCS Metz",
        "SIREN : 712-966-688",
        "inscrite au registre du commerce et des sociétés, n° 712\u202f966\u202f688",
        "| SIREN | 712 966 688 |",
        "SIREN 712 966 688 75008 Paris",
        "| Société | Numéro RCS |\n| Brume | 712 966 688 |",
    ],
)
def test_a_siren_is_read_by_the_words_beside_it(source: str) -> None:
    assert named(source) == [("SIREN", "712966688")]


@pytest.mark.parametrize(
    "source",
    [
        "police n° 712 966 688",
        "RCS Metz ; police de responsabilité n° 712 966 688",
        "RCS Metz, au capital de 712 966 688 euros",
        "immatriculée au RCS, 150 000 000 € de capital",
        "RCS Metz, tél. 03 87 11 22 33",
        "commande 712966688",
        "RCS Metz, assurance n° 712966689",
        "SIREN à préciser, ORIAS n° 712966688",
        "compte n° 30003000710001234567890",
    ],
)
def test_other_numbers_are_left_alone(source: str) -> None:
    assert named(source) == []


def test_each_kind_of_number_is_told_apart() -> None:
    source = (
        "Brume, SIRET 712 966 688 00012, TVA FR24712966688, verse sur l’IBAN "
        f"{IBAN} BIC ABCDFRPP ; NIR 1 79 03 75 104 012 88"
    )
    assert {found.nature: found.juste for found in read(source)} == {
        "SIRET": True,
        "TVA": True,
        "IBAN": True,
        "NIR": True,
    }


def test_a_number_is_read_once_and_placed_where_it_stands_first() -> None:
    found = read("# Parties\nBrume, RCS Metz 712 966 688\n# Signature\nBrume, 712 966 688 RCS Metz")
    assert [(item.texte, item.place.article) for item in found] == [("712 966 688", "Parties")]


@pytest.mark.parametrize(
    ("source", "nature"),
    [
        ("SIREN 712 966 689", "SIREN"),
        ("SIREN 712 966 68", "SIREN"),
        ("SIRET 712 966 688 00013", "SIRET"),
        ("SIRET 712 966 688 0001", "SIRET"),
        ("TVA FR25 712 966 688", "TVA"),
        ("TVA FR24 712 966 689", "TVA"),
        ("IBAN FR58 3000 3000 7100 0123 4567 890", "IBAN"),
        ("IBAN FR57 3000 3000 7100 0123 4567 89", "IBAN"),
        ("IBAN BE69 5390 0754 7034", "IBAN"),
    ],
)
def test_a_wrong_number_is_told_by_its_arithmetic_or_its_length(source: str, nature: str) -> None:
    found = read(source)
    assert [(item.nature, item.juste) for item in found] == [(nature, False)]


def test_a_masked_or_empty_account_is_no_iban() -> None:
    assert named("IBAN FR76 XXXX XXXX XXXX XXXX XXXX XXX ; IBAN : à communiquer") == []


def test_a_siret_is_held_against_the_siren_beside_it() -> None:
    found = read("Ambre, RCS Dijon 712 966 688, SIRET 761 863 281 00017")
    assert [item.siren_voisin for item in found if item.nature == "SIRET"] == ["712 966 688"]


@pytest.mark.parametrize(
    "source",
    [
        "Ambre, RCS Dijon 712 966 688, SIRET 712 966 688 00012",
        "Ambre, SIRET 712 966 688 00012, RCS 712 966 688 et Nacre, SIRET 761 863 281 00017, "
        "RCS 761 863 281",
        "| SIREN | 712 966 688 | 761 863 281 |\n| SIRET | 712 966 688 00012 | 761 863 281 00017 |",
        "Ambre, RCS Dijon 712 966 688.\nLe garant est Nacre, dont le siège est à Lens et dont le "
        "numéro de SIRET à rappeler est le 761 863 281 00017",
    ],
)
def test_the_numbers_of_two_parties_are_not_mixed(source: str) -> None:
    found = [item for item in read(source) if item.nature == "SIRET"]
    assert found
    assert all(isinstance(item.siren_voisin, Unknown) for item in found)


def test_a_wrong_siren_is_not_blamed_again_in_its_siret() -> None:
    found = read("SIREN 712 966 689, SIRET 712 966 689 00012")
    assert [(item.nature, item.juste) for item in found] == [("SIREN", False), ("SIRET", True)]
