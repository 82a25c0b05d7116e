"""Penalties for late payment: the days they cover, their rates, the cents they come to."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.drafting.penalties import INDEMNITE, compte, in_cents, interest, periods
from clauselint.model import Montant, Pourcentage

days = st.dates(date(2019, 1, 1), date(2027, 12, 31))
spans = st.integers(1, 900)
amounts = st.decimals("0.01", "500000", places=2)


def rate(day: date) -> Pourcentage:
    """A rate that each half-year has of its own; only its first day is asked for."""
    assert (day.day, day.month) in {(1, 1), (1, 7)}
    return Pourcentage(Decimal(day.year - 2010) + Decimal(day.month) / 4)


def flat(_day: date) -> Pourcentage:
    return Pourcentage(Decimal("12.15"))


def test_penalties_run_from_the_day_after_the_due_date_to_the_day_of_the_letter() -> None:
    (only,) = periods(date(2026, 3, 31), date(2026, 4, 30), flat)
    assert (only.debut, only.fin, only.jours) == (date(2026, 4, 1), date(2026, 4, 30), 30)


def test_a_new_half_year_makes_a_new_period() -> None:
    found = periods(date(2025, 6, 29), date(2026, 1, 2), rate)
    assert [(item.debut, item.fin, item.jours) for item in found] == [
        (date(2025, 6, 30), date(2025, 6, 30), 1),
        (date(2025, 7, 1), date(2025, 12, 31), 184),
        (date(2026, 1, 1), date(2026, 1, 2), 2),
    ]


def test_half_years_of_one_rate_make_one_period() -> None:
    (only,) = periods(date(2025, 5, 31), date(2026, 8, 31), flat)
    assert only.jours == 457


@pytest.mark.parametrize("late", [0, -1, -40])
def test_nothing_is_owed_besides_the_bill_before_the_day_after_the_due_date(late: int) -> None:
    due = date(2026, 5, 30)
    found = compte(Montant(Decimal(100)), due, due + timedelta(days=late), flat)
    assert found.periodes == ()
    assert found.total.montant == Decimal(100)


def test_a_year_at_ten_percent_is_a_tenth_of_the_bill_and_forty_euros() -> None:
    found = compte(
        Montant(Decimal(1200)),
        date(2024, 12, 31),
        date(2025, 12, 31),
        lambda _: Pourcentage(Decimal(10)),
    )
    assert (found.jours, found.penalites.montant) == (365, Decimal("120.00"))
    assert found.total.montant == Decimal("1360.00")


def test_a_leap_year_counts_its_extra_day() -> None:
    found = compte(
        Montant(Decimal(3650)),
        date(2023, 12, 31),
        date(2024, 12, 31),
        lambda _: Pourcentage(Decimal(10)),
    )
    assert (found.jours, found.penalites.montant) == (366, Decimal("366.00"))


def test_a_rate_that_is_not_known_is_never_guessed() -> None:
    def unknown(day: date) -> Pourcentage:
        raise LookupError(day)

    with pytest.raises(LookupError):
        periods(date(2026, 6, 30), date(2026, 7, 1), unknown)


@pytest.mark.parametrize(
    ("exact", "cents"), [("1/200", "0.01"), ("1/201", "0.00"), ("10149/1000", "10.15")]
)
def test_cents_are_rounded_half_up(exact: str, cents: str) -> None:
    assert in_cents(Fraction(exact)).montant == Decimal(cents)


@given(due=days, late=spans, principal=amounts)
def test_the_periods_come_to_the_sum_of_their_days(
    due: date, late: int, principal: Decimal
) -> None:
    def by_day(day: date) -> Fraction:
        first = date(day.year, 7 if day.month > 6 else 1, 1)
        return Fraction(principal) * Fraction(rate(first).valeur) / 36500

    whole = interest(principal, periods(due, due + timedelta(days=late), rate))
    assert whole == sum(by_day(due + timedelta(days=n)) for n in range(1, late + 1))


@given(due=days, first=spans, second=spans, principal=amounts)
def test_stopping_on_the_way_changes_nothing(
    due: date, first: int, second: int, principal: Decimal
) -> None:
    def between(start: date, end: date) -> Fraction:
        return interest(principal, periods(start, end, rate))

    middle = due + timedelta(days=first)
    end = middle + timedelta(days=second)
    assert between(due, middle) + between(middle, end) == between(due, end)


@given(due=days, late=spans, principal=amounts, taux=st.sampled_from([rate, flat]))
def test_the_lines_of_an_account_add_up_to_its_total(
    due: date, late: int, principal: Decimal, taux: Callable[[date], Pourcentage]
) -> None:
    found = compte(Montant(principal), due, due + timedelta(days=late), taux)
    assert sum(item.jours for item, _ in found.periodes) == found.jours == late
    owed = sum((amount.montant for _, amount in found.periodes), Decimal(0))
    assert owed == owed.quantize(Decimal("0.01"))
    assert found.total.montant == principal + owed + INDEMNITE


@given(due=days, late=spans, principal=amounts)
def test_rounding_line_by_line_stays_within_half_a_cent_a_line(
    due: date, late: int, principal: Decimal
) -> None:
    found = compte(Montant(principal), due, due + timedelta(days=late), rate)
    exact = interest(principal, (item for item, _ in found.periodes))
    gap = abs(Fraction(found.penalites.montant) - exact)
    assert gap <= Fraction(len(found.periodes), 200)
