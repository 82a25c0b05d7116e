import pytest
import stdnum.fr.nir
import stdnum.fr.siren
import stdnum.fr.siret
import stdnum.fr.tva
import stdnum.iban
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from clauselint.checking.check_digits import (
    iban_holds,
    nir_holds,
    siren_holds,
    siret_holds,
    tva_holds,
)


def digits(count: int) -> SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


def with_luhn(number: str) -> str:
    """The number whose last digit makes the formula of Luhn hold."""
    return next(number + last for last in "0123456789" if stdnum.luhn.is_valid(number + last))


@given(digits(9))
def test_a_siren_holds_where_the_reference_says_so(number: str) -> None:
    assert siren_holds(number) == stdnum.fr.siren.is_valid(number)


@given(digits(8))
def test_a_siren_made_to_hold_does_and_no_neighbour_does(body: str) -> None:
    number = with_luhn(body)
    assert siren_holds(number)
    assert not siren_holds(body + str((int(number[-1]) + 1) % 10))


@given(digits(8), digits(4))
def test_a_siret_holds_where_the_reference_says_so(siren: str, establishment: str) -> None:
    number = with_luhn(with_luhn(siren) + establishment)
    assert siret_holds(number)
    assert siret_holds(number[:-1] + "7") == stdnum.fr.siret.is_valid(number[:-1] + "7")


@given(digits(5))
def test_la_poste_follows_its_own_rule(establishment: str) -> None:
    number = "356000000" + establishment
    assert siret_holds(number) == stdnum.fr.siret.is_valid(number)


@given(st.text("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=2, max_size=2), digits(8))
def test_a_vat_key_holds_where_the_reference_says_so(key: str, siren: str) -> None:
    number = key + with_luhn(siren)
    assert tva_holds(number) == stdnum.fr.tva.is_valid(f"FR{number}")


@given(digits(8))
def test_the_vat_key_made_of_a_siren_holds(body: str) -> None:
    siren = with_luhn(body)
    assert tva_holds(f"{int(siren + '12') % 97:02d}{siren}")


@given(digits(11), st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=11, max_size=11))
def test_the_key_of_an_iban_is_the_only_one_that_holds(bank: str, account: str) -> None:
    body = bank + account + "9"
    key = int(stdnum.iban.calc_check_digits(f"FR00{body}"))
    assert iban_holds(f"FR{key:02d}{body}")
    assert not iban_holds(f"FR{(key + 1) % 97:02d}{body}")
    assert not iban_holds(f"FR{key:02d}{body}0")


@given(digits(4), st.sampled_from(["2A", "2B", "75", "01"]), digits(6))
def test_the_key_of_a_nir_is_the_only_one_that_holds(born: str, place: str, serial: str) -> None:
    body = f"1{born}{place}{serial}"
    key = stdnum.fr.nir.calc_check_digits(body)
    assert nir_holds(body + key)
    assert not nir_holds(body + f"{int(key) % 97 + 1:02d}")


@pytest.mark.parametrize(
    "number", ["", "12", "A" * 9, "１２３４５６７８９", "71296668", "7129666880"]
)
def test_what_has_another_form_never_holds(number: str) -> None:
    held = (siren_holds, siret_holds, tva_holds, nir_holds)
    assert not any(holds(number) for holds in held)
    assert not iban_holds("FR" + number)
