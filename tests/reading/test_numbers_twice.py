"""The numbers written in words and in figures."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from clauselint.model.francais import en_lettres
from clauselint.reading.articles import articles
from clauselint.reading.notation import text_from_notation
from clauselint.reading.numbers_twice import numbers_twice


def values(source: str) -> list[tuple[Decimal, Decimal]]:
    text = text_from_notation(source)
    return [(one.lettres, one.chiffres) for one in numbers_twice(text, articles(text))]


@given(st.integers(2, 999), st.integers(2, 999))
def test_both_values_are_read_whatever_they_are(words: int, figures: int) -> None:
    said = f"# Délai\nLe client a {en_lettres(words)} ({figures}) jours."
    assert values(said) == [(Decimal(words), Decimal(figures))]


def test_a_number_given_once_or_in_two_units_is_not_twice() -> None:
    assert values("# Délai\nLe client a trente jours, puis une année (12 mois).") == []
