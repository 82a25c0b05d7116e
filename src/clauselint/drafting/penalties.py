"""What a client owes on bills paid late: penalties day by day, recovery costs, totals to the cent.

Penalties run from the day after the due date, without reminder, at the rate that the contract
states (C. com. L441-10 II). A rate tied to the Central Bank's is the one in force on 1 January for
the first half of a year and on 1 July for the second; a multiple of the legal rate changes with
each half-year. Interest is simple, and a day is one part in 365 of a year, leap years included.

Each line of the account is rounded to the cent, half up, so that the lines add up to the totals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from msgspec import Struct

from clauselint.model import Montant, Pourcentage

__all__ = ["INDEMNITE", "Compte", "Periode", "compte", "in_cents", "interest", "periods"]

INDEMNITE = Decimal(40)  # C. com. D441-5, in force since 1 January 2013, for each bill paid late
_DAYS_OF_A_YEAR = 365
_JULY = 7
_ONE_DAY = timedelta(days=1)

TauxDuJour = Callable[[date], Pourcentage]


class Periode(Struct, frozen=True):
    """Days in a row at one yearly rate, the first and the last included."""

    debut: date
    fin: date
    taux: Pourcentage

    @property
    def jours(self) -> int:
        return (self.fin - self.debut).days + 1


class Compte(Struct, frozen=True):
    """What is owed on one bill: each period with its penalties, and the recovery costs."""

    reste: Montant
    periodes: tuple[tuple[Periode, Montant], ...]
    indemnite: Montant

    @property
    def jours(self) -> int:
        return sum(periode.jours for periode, _ in self.periodes)

    @property
    def penalites(self) -> Montant:
        return Montant(sum((owed.montant for _, owed in self.periodes), Decimal(0)))

    @property
    def total(self) -> Montant:
        return self.reste + self.penalites + self.indemnite


def half_year(day: date) -> date:
    """The first day of the half-year of `day`: the day whose rate it has."""
    return date(day.year, _JULY if day.month >= _JULY else 1, 1)


def periods(echeance: date, arrete: date, taux: TauxDuJour) -> tuple[Periode, ...]:
    """The days from the one after `echeance` to `arrete`, by the rate they have.

    `taux` gives the rate of a half-year by its first day; what it raises is let through. Half-years
    of one rate that follow each other make one period. Nothing when `arrete` is not after
    `echeance`.
    """
    found = groupby(_half_years(echeance + _ONE_DAY, arrete, taux), key=lambda item: item.taux)
    return tuple(_joined(rate, tuple(items)) for rate, items in found)


def _half_years(start: date, end: date, taux: TauxDuJour) -> Iterator[Periode]:
    while start <= end:
        first = half_year(start)
        following = date(first.year + 1, 1, 1) if first.month == _JULY else date(first.year, 7, 1)
        last = min(end, following - _ONE_DAY)
        yield Periode(start, last, taux(first))
        start = following


def _joined(rate: Pourcentage, items: tuple[Periode, ...]) -> Periode:
    return Periode(items[0].debut, items[-1].fin, rate)


def interest(principal: Decimal, periodes: Iterable[Periode]) -> Fraction:
    """Simple interest on `principal` over `periodes`, exact: nothing is rounded yet."""
    parts = (Fraction(periode.taux.valeur) * periode.jours for periode in periodes)
    return Fraction(principal) * sum(parts, Fraction(0)) / (100 * _DAYS_OF_A_YEAR)


def in_cents(amount: Fraction) -> Montant:
    """`amount` to the cent, half up."""
    cents = (amount * 100 + Fraction(1, 2)) // 1
    return Montant(Decimal(cents).scaleb(-2))


def compte(reste: Montant, echeance: date, arrete: date, taux: TauxDuJour) -> Compte:
    """What is owed on `arrete` for a bill due on `echeance`, of which `reste` is unpaid.

    `taux` is as in `periods`. Without a late day, neither penalties nor costs are owed.
    """
    found = periods(echeance, arrete, taux)
    lines = tuple((periode, in_cents(interest(reste.montant, (periode,)))) for periode in found)
    return Compte(reste, lines, Montant(INDEMNITE if found else Decimal(0)))
