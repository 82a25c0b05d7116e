from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.model import (
    ComparaisonIndecise,
    Decompte,
    Duree,
    Montant,
    Pourcentage,
    Taxe,
    ajouter,
    dernier_jour,
)

durations = st.builds(
    Duree,
    mois=st.integers(0, 240),
    jours=st.integers(0, 400),
    heures=st.integers(0, 100),
)
calendar_days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
amounts = st.decimals(
    min_value=0, max_value=10**7, places=2, allow_nan=False, allow_infinity=False
).map(Montant)


@given(durations)
def test_a_duration_reads_back_from_its_iso_form(duration: Duree) -> None:
    assert Duree.depuis_iso(duration.iso) == duration


def test_years_and_weeks_of_an_iso_duration_become_months_and_days() -> None:
    assert Duree.depuis_iso("P1Y6M") == Duree(mois=18)
    assert Duree.depuis_iso("P2W") == Duree(jours=14)
    assert Duree.depuis_iso("PT48H") == Duree(jours=2)


@pytest.mark.parametrize("text", ["", "P", "3M", "P3", "PX", "PT4M", "-P3M", "P 3M"])
def test_what_is_no_iso_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="durée ISO 8601"):
        Duree.depuis_iso(text)


@given(durations, durations)
def test_durations_add_in_any_order(one: Duree, other: Duree) -> None:
    assert one + other == other + one
    assert (one + other).mois == one.mois + other.mois


@given(durations, durations)
def test_two_durations_compare_one_way_or_say_that_they_do_not(one: Duree, other: Duree) -> None:
    try:
        assert (one < other) + (one == other) + (one > other) == 1
    except ComparaisonIndecise:
        assert one.mois != other.mois


def test_a_month_and_thirty_days_can_not_be_compared() -> None:
    with pytest.raises(ComparaisonIndecise):
        _ = Duree(mois=1) < Duree(jours=30)
    assert Duree(mois=1) < Duree(jours=32)
    assert Duree(mois=1) > Duree(jours=27)


def test_a_perpetual_undertaking_is_longer_than_any_other() -> None:
    assert Duree(mois=1200) < Duree(illimitee=True)
    assert Duree(illimitee=True) == Duree(illimitee=True)
    assert not Duree(illimitee=True) < Duree(mois=1)


def test_working_days_and_calendar_days_differ() -> None:
    assert Duree(jours=5, decompte=Decompte.OUVRES) != Duree(jours=5)
    with pytest.raises(ComparaisonIndecise):
        _ = Duree(jours=5, decompte=Decompte.OUVRES) + Duree(jours=5)


@given(calendar_days, st.integers(1, 60))
def test_a_period_ends_the_day_before_its_next_beginning(start: date, months: int) -> None:
    length = Duree(mois=months)
    assert dernier_jour(start, length) + timedelta(days=1) == ajouter(start, length)


@given(calendar_days, st.integers(0, 60))
def test_adding_months_keeps_the_day_or_takes_the_last_of_the_month(day: date, months: int) -> None:
    moved = ajouter(day, Duree(mois=months))
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    last = (moved + timedelta(days=1)).month != moved.month
    assert moved.day == day.day or (moved.day < day.day and last)


def test_six_months_from_the_third_of_march_end_on_the_second_of_september() -> None:
    assert dernier_jour(date(2025, 3, 3), Duree(mois=6)) == date(2025, 9, 2)


def test_working_days_can_not_be_added_without_a_calendar_of_holidays() -> None:
    with pytest.raises(ComparaisonIndecise):
        ajouter(date(2026, 1, 1), Duree(jours=2, decompte=Decompte.OUVRABLES))


@given(amounts, amounts)
def test_amounts_add_and_subtract_exactly(one: Montant, other: Montant) -> None:
    assert (one + other) - other == one


def test_amounts_with_and_without_tax_can_not_be_compared() -> None:
    with pytest.raises(ComparaisonIndecise):
        _ = Montant("10", taxe=Taxe.HT) < Montant("12", taxe=Taxe.TTC)
    with pytest.raises(ComparaisonIndecise):
        _ = Montant("10") < Montant("10", devise="USD")


def test_a_share_of_an_amount_is_exact() -> None:
    assert Montant("59520") * Pourcentage("8") == Montant("4761.60")
    assert Montant("305") * 16 == Montant("4880")
    assert Pourcentage("7.5").fraction == Decimal("0.075")
