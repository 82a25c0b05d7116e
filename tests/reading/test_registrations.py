"""The capital, registers, VAT number and activity code of a party, in their usual spellings."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.model import Montant
from clauselint.model.registration import Immatriculation, Inscription
from clauselint.reading.registrations import registration


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("SAS au capital de 10.000 €, dont le siège est à Brest", "10000"),
        ("capital social : 1 000 000 euros", "1000000"),
        ("au capital social de mille (1 000) euros", "1000"),
        ("au capital de dix mille euros", "10000"),
        ("SA au capital social entièrement libéré de 7 622,45 €", "7622.45"),
        ("au capital variable d’un montant minimum de 1 000 €", "1000"),
        ("SARL, 50 000 € de capital, 3 rue Haute", "50000"),
        ("AU CAPITAL DE 5 000 EUROS", "5000"),
        ("capital social 80 000", "80000"),
        ("capital (en euros) : 80.000", "80000"),
        ("capital 120 000 euros\nsiège 3 rue Haute", "120000"),
    ],
)
def test_the_capital_is_read_in_its_usual_spellings(said: str, amount: str) -> None:
    assert registration(said).capital == Montant(Decimal(amount))


@pytest.mark.parametrize(
    "said",
    [
        "SAS à capital variable, 3 rue Haute, 35000 Rennes",
        "au capital variable, siège 3 rue Haute, honoraires de 500 €",
        "au capital de 10 000 dinars",
        "Le capital humain vaut 1 000 €",
        "SAS au capital variable, immatriculée au RCS de Lyon sous le n° 404 833 048",
        "capital social\nprix : 1 000 €",
    ],
)
def test_a_sum_that_is_not_beside_the_word_is_no_capital(said: str) -> None:
    assert registration(said).capital is None


def test_a_variable_capital_is_said_to_be_one() -> None:
    assert registration("SAS à capital variable, 3 rue Haute").capital_variable
    assert registration("SAS à capital social variable").capital_variable
    assert not registration("SAS au capital de 1 000 €").capital_variable


def test_a_capital_in_another_currency_keeps_it() -> None:
    capital = registration("SA au capital de 100 000 CHF").capital
    assert capital == Montant(Decimal(100_000), "CHF")


@pytest.mark.parametrize(
    ("said", "town"),
    [
        ("RCS Nantes B 404 833 048", "Nantes"),
        ("R.C.S. LYON 404.833.048", "LYON"),
        ("404 833 048 RCS La Rochelle", "La Rochelle"),
        ("sous le numéro 404833048 au RCS de Bourg-en-Bresse", "Bourg-en-Bresse"),
        ("au RCS de Paris (75) sous le n°404 833 048", "Paris"),
        ("immatriculée au RCS sous le n° 404 833 048 de Paris", "Paris"),
        ("au Registre du Commerce et des Sociétés de Lyon sous le numéro 404 833 048", "Lyon"),
        ("AU REGISTRE DU COMMERCE ET DES SOCIÉTÉS DE LYON SOUS LE NUMÉRO 404 833 048", "LYON"),
        ("au registre du commerce d’Aix-en-Provence sous le n° 404 833 048", "Aix-en-Provence"),
        (
            "au RCS tenu par le greffe du tribunal de commerce de Nanterre sous le numéro unique "
            "d’identification 404 833 048",
            "Nanterre",
        ),
        ("rcs 404 833 048 RCS Boulogne sur Mer", "Boulogne sur Mer"),
        ("RCS Lyon 404 833 048 SIRET 404 833 048 00022", "Lyon"),
        ("RCS n° 404 833 048 Siège à Paris", None),
    ],
)
def test_the_register_gives_a_number_and_a_town(said: str, town: str | None) -> None:
    assert registration(said).rcs == Inscription("RCS", "404833048", town)


def test_a_town_ends_before_the_next_words() -> None:
    assert registration("RCS Lyon Représentée par M. Roy").rcs == Inscription("RCS", None, "Lyon")
    assert registration("RCS Lyon TVA FR83404833048").rcs == Inscription("RCS", None, "Lyon")


def test_the_word_alone_is_no_entry() -> None:
    assert registration("non inscrite au RCS, 3 rue Haute").inscriptions == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "inscrit au répertoire des métiers du Finistère sous le n° 404 833 048",
            Inscription("RM", "404833048", "Finistère"),
        ),
        ("RM 29 404 833 048", Inscription("RM", "404833048")),
        ("immatriculé au RNE sous le n° 404 833 048", Inscription("RNE", "404833048")),
        ("association loi 1901, RNA W291000123", Inscription("RNA", "W291000123")),
        ("association déclarée (W291000123)", Inscription("RNA", "W291000123")),
    ],
)
def test_other_registers_are_told_apart(said: str, expected: Inscription) -> None:
    assert registration(said).inscriptions == (expected,)
    assert registration(said).rcs is None


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("numéro de TVA FR 83 404833048", "FR83404833048"),
        ("n° TVA intracom. : FR83404833048", "FR83404833048"),
        ("TVA intracommunautaire : FR 83 404 833 048.", "FR83404833048"),
        ("n° de TVA : 83 404 833 048", "FR83404833048"),
        ("FR83.404.833.048", "FR83404833048"),
        ("n° de TVA FRK7 399 859 412", "FRK7399859412"),
        ("TVA BE 0403.019.261", "BE0403019261"),
        ("TVA non applicable, article 293 B du CGI", None),
        ("IBAN FR76 3000 1007 9412 3456 7890 185", None),
    ],
)
def test_the_vat_number_is_read_with_its_country(said: str, number: str | None) -> None:
    assert registration(said).tva == number


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("code APE 62.02A", "6202A"),
        ("NAF : 7022Z", "7022Z"),
        ("n tva FR83404833048\ncode naf 70 22 Z", "7022Z"),
        ("APE non communiqué, 3 rue Haute", None),
    ],
)
def test_the_activity_code_is_read(said: str, code: str | None) -> None:
    assert registration(said).ape == code


def test_a_presentation_without_any_of_it_gives_nothing() -> None:
    assert registration("Mme Léa Roy, née le 3 mai 1990 à Dax") == Immatriculation()


DIGITS = st.text("0123456789", min_size=9, max_size=9)


@given(DIGITS, st.sampled_from(["", " ", "."]), st.sampled_from(["Lyon", "Le Mans", "SAINT-MALO"]))
def test_a_register_entry_is_read_however_its_digits_are_spaced(
    digits: str, space: str, town: str
) -> None:
    number = space.join((digits[:3], digits[3:6], digits[6:]))
    for said in (f"RCS {town} {number}", f"{number} RCS {town}", f"au RCS de {town}, n° {number}"):
        assert registration(said).rcs == Inscription("RCS", digits, town)


@given(st.integers(1, 10**9), st.sampled_from([" ", ".", "\u00a0"]))
def test_any_capital_in_figures_is_read(amount: int, space: str) -> None:
    shown = f"{amount:,}".replace(",", space)
    for said in (f"au capital de {shown} €, siège à Lyon", f"capital social : {shown} euros"):
        assert registration(said).capital == Montant(Decimal(amount))


PIECES = st.sampled_from(
    ["capital", "RCS", "R.C.S.", "Lyon", "404 833 048", "TVA", "FR83", "€", "variable", "\n", "de",
     "sous le n°", "APE", "62.02A", "répertoire des métiers", "10 000", "W291000123", ",", "(", "B"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=15).map(" ".join))
def test_what_is_read_stands_in_the_text(said: str) -> None:
    found = registration(said)
    bare = "".join(sign for sign in said if sign.isalnum())
    for entry in found.inscriptions:
        assert entry.numero or entry.ville
        assert (entry.numero or "") in bare
        assert (entry.ville or "") in said
    assert (found.ape or "") in bare
    assert (found.tva or "").removeprefix("FR") in bare
