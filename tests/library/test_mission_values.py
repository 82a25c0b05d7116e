import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.library.definitions import TermeType
from clauselint.library.mission_values import (
    lire_date,
    lire_duree,
    lire_entier,
    lire_montant,
    lire_nombre,
    lire_pourcentage,
    lire_texte,
    lire_valeur,
)
from clauselint.model import Decompte, Duree, Montant, Pourcentage, Taxe


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("620 EUR HT", Montant("620", taxe=Taxe.HT)),
        ("1 234,56 € TTC", Montant("1234.56", taxe=Taxe.TTC)),
        ("1\u202f234,5\u00a0€", Montant("1234.5")),
        ("40 euros", Montant("40")),
        ("1850000 EUR", Montant("1850000")),
    ],
)
def test_an_amount_is_read_with_its_currency_and_tax(text: str, amount: Montant) -> None:
    found = lire_montant(text)
    assert found == amount
    assert found.taxe == amount.taxe


@pytest.mark.parametrize("text", ["620", "620 USD", "six cents euros", "12 34 EUR", "-5 EUR", ""])
def test_what_is_not_an_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="n’est pas un montant"):
        lire_montant(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("3 ans", Duree(mois=36)),
        ("1 an", Duree(mois=12)),
        ("18 mois", Duree(mois=18)),
        ("2 semaines", Duree(jours=14)),
        ("15 jours", Duree(jours=15)),
        ("8 jours ouvrés", Duree(jours=8, decompte=Decompte.OUVRES)),
        ("2 jours ouvrables", Duree(jours=2, decompte=Decompte.OUVRABLES)),
        ("48 heures", Duree(heures=48)),
    ],
)
def test_a_length_is_read_with_its_unit(text: str, length: Duree) -> None:
    assert lire_duree(text) == length
    assert lire_duree(text).decompte is length.decompte


@pytest.mark.parametrize("text", ["3", "trois mois", "0 mois", "P3M", "1,5 mois", "3 mois ouvrés"])
def test_what_is_not_a_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"n’est pas une durée|seuls des jours"):
        lire_duree(text)


@pytest.mark.parametrize(("text", "rate"), [("8 %", "8"), ("7,5%", "7.5"), ("100\u00a0%", "100")])
def test_a_rate_is_read_in_percent(text: str, rate: str) -> None:
    assert lire_pourcentage(text) == Pourcentage(rate)


@pytest.mark.parametrize("text", ["8", "8 pour cent", "101 %"])
def test_what_is_not_a_rate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"n’est pas un taux|dépasse 100"):
        lire_pourcentage(text)


def test_a_text_is_put_on_one_line_and_keeps_what_xml_would_escape() -> None:
    assert lire_texte("  R&D <phase 1>\n A < B ") == "R&D <phase 1> A < B"
    assert lire_texte("n°\u00a03") == "n°\u00a03"


@pytest.mark.parametrize("value", [12, True, None, ["a"], "", " \n", "a\x00b", "a\ue002b"])
def test_what_is_not_a_text_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="texte"):
        lire_texte(value)


@pytest.mark.parametrize("value", [["a"], {"a": 1}, None])
def test_a_group_is_refused_where_a_value_is_due(value: object) -> None:
    for reader in (lire_date, lire_montant, lire_duree, lire_pourcentage, lire_nombre, lire_entier):
        with pytest.raises(ValueError, match="une seule valeur"):
            reader(value)


@given(st.dates())
def test_a_date_reads_back(day: date) -> None:
    assert lire_date(day.isoformat()) == day


@given(st.decimals("0", "9999999", places=2), st.sampled_from(["", " HT", " TTC"]))
def test_any_amount_reads_back(amount: Decimal, tax: str) -> None:
    found = lire_montant(f"{amount:f}".replace(".", ",") + " EUR" + tax)
    assert found.montant == amount


@given(st.text())
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    for kind in (TermeType.DATE, TermeType.DUREE, TermeType.MONTANT, TermeType.POURCENTAGE):
        with contextlib.suppress(ValueError):
            assert str(lire_valeur(kind, text))
