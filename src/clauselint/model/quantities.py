"""Durations, amounts, rates and payment terms: typed, comparable, exact.

No float and no clock: amounts and rates are `Decimal`, dates are `datetime.date`.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Self

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from clauselint.model.ordered import Ordered

__all__ = [
    "ComparaisonIndecise",
    "Decompte",
    "DelaiPaiement",
    "Depart",
    "Duree",
    "Montant",
    "Pourcentage",
    "TauxPenalites",
    "Taxe",
    "ajouter",
    "dernier_jour",
]

MONTH_DAYS = (28, 31)  # the shortest and the longest calendar month
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class ComparaisonIndecise(ValueError):
    """Two quantities whose order depends on something the text does not say.

    « 30 jours » against « un mois », or euros against dollars.
    """


class Decompte(StrEnum):
    """How the days of a duration are counted (`jours` in vocabulaire.yaml)."""

    CALENDAIRES = "calendaires"
    OUVRES = "ouvres"
    OUVRABLES = "ouvrables"
    FRANCS = "francs"


# Days of the calendar that one counted day may take, over a whole week: seven for five open days.
_CALENDAR_DAYS = {
    Decompte.CALENDAIRES: Decimal(1),
    Decompte.FRANCS: Decimal(1),
    Decompte.OUVRABLES: Decimal(7) / Decimal(6),
    Decompte.OUVRES: Decimal(7) / Decimal(5),
}


class Duree(Ordered, Struct, frozen=True):
    """A length of time as contracts state it: months, days and hours that do not mix.

    `mois` holds years and months, `jours` holds weeks and days. `illimitee` is a perpetual
    undertaking, longer than any other.
    """

    mois: int = 0
    jours: int = 0
    heures: int = 0
    decompte: Decompte = Decompte.CALENDAIRES
    illimitee: bool = False

    @classmethod
    def depuis_iso(cls, iso: str, decompte: Decompte = Decompte.CALENDAIRES) -> Self:
        """Read an ISO 8601 duration such as `P1Y6M`, `P2W` or `PT48H`.

        Raises `ValueError` when `iso` is not one.
        """
        sign, _, rest = iso.partition("P")
        day_part, _, hour_part = rest.partition("T")
        if sign or not rest or (hour_part and not hour_part.endswith("H")):
            raise ValueError(f"« {iso} » n’est pas une durée ISO 8601 (P3M, P18M, P30D, PT48H)")
        found = {"Y": 0, "M": 0, "W": 0, "D": 0}
        digits = ""
        for char in day_part:
            if char.isdigit():
                digits += char
            elif char in found and digits:
                found[char], digits = int(digits), ""
            else:
                digits = char
                break
        if digits:
            raise ValueError(f"« {iso} » n’est pas une durée ISO 8601 (P3M, P18M, P30D, PT48H)")
        hours = int(hour_part[:-1]) if hour_part else 0
        months, days = found["Y"] * 12 + found["M"], found["W"] * 7 + found["D"]
        return cls(mois=months, jours=days, heures=hours, decompte=decompte)

    @property
    def iso(self) -> str:
        """The ISO 8601 form: `P18M`, `P14D`, `PT48H`, `P1M15D`; `P0D` when empty."""
        text = "P"
        text += f"{self.mois}M" if self.mois else ""
        text += f"{self.jours}D" if self.jours else ""
        text += f"T{self.heures}H" if self.heures else ""
        return text if len(text) > 1 else "P0D"

    @property
    def jours_possibles(self) -> tuple[Decimal, Decimal]:
        """The least and the most calendar days this duration can take."""
        low, high = self.mois * Decimal(MONTH_DAYS[0]), self.mois * Decimal(MONTH_DAYS[1])
        if self.mois >= 12:  # a year has 365 or 366 days, whatever its months
            low, high = Decimal(self.mois * 365 // 12), Decimal(-(-self.mois * 366 // 12))
        days = self.jours * _CALENDAR_DAYS[self.decompte] + Decimal(self.heures) / 24
        return low + days, high + days

    def __add__(self, other: Duree) -> Duree:
        if not isinstance(other, Duree):
            return NotImplemented
        if self.jours and other.jours and self.decompte != other.decompte:
            raise ComparaisonIndecise(f"jours {self.decompte} et jours {other.decompte}")
        return Duree(
            self.mois + other.mois,
            self.jours + other.jours,
            self.heures + other.heures,
            self.decompte if self.jours or not other.jours else other.decompte,
            self.illimitee or other.illimitee,
        )

    def __mul__(self, times: int) -> Duree:
        if not isinstance(times, int):
            return NotImplemented
        return replace(
            self, mois=self.mois * times, jours=self.jours * times, heures=self.heures * times
        )

    def __hash__(self) -> int:
        return hash((self.mois, self.jours * 24 + self.heures, self.decompte, self.illimitee))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Duree):
            return NotImplemented
        if self.illimitee or other.illimitee:
            return self.illimitee == other.illimitee
        mine = (self.mois, self.jours * 24 + self.heures)
        same = mine == (other.mois, other.jours * 24 + other.heures)
        return same and (self.decompte == other.decompte or not self.jours)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Duree):
            return NotImplemented
        if self == other:
            return False
        if self.illimitee or other.illimitee:
            return other.illimitee
        if not (self.jours or self.heures or other.jours or other.heures):
            return self.mois < other.mois
        if self.mois == other.mois and self.decompte == other.decompte:
            return self.jours * 24 + self.heures < other.jours * 24 + other.heures
        mine, theirs = self.jours_possibles, other.jours_possibles
        if mine[1] < theirs[0]:
            return True
        if mine[0] > theirs[1]:
            return False
        raise ComparaisonIndecise(f"{self.iso} et {other.iso}")


class Taxe(StrEnum):
    """Whether an amount excludes (HT) or includes (TTC) value added tax."""

    HT = "HT"
    TTC = "TTC"


class Montant(Ordered, Struct, frozen=True):
    """An amount of money, in `devise` (ISO 4217), with or without tax when the text says so."""

    montant: Decimal
    devise: str = "EUR"
    taxe: Taxe | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "montant", Decimal(self.montant))  # « 620 » and 620 are as exact

    def _comparable(self, other: Montant) -> None:
        if self.devise != other.devise:
            raise ComparaisonIndecise(f"{self.devise} et {other.devise}")
        if self.taxe and other.taxe and self.taxe != other.taxe:
            raise ComparaisonIndecise(f"un montant {self.taxe} et un montant {other.taxe}")

    def __add__(self, other: Montant) -> Montant:
        if not isinstance(other, Montant):
            return NotImplemented
        self._comparable(other)
        return replace(self, montant=self.montant + other.montant, taxe=self.taxe or other.taxe)

    def __sub__(self, other: Montant) -> Montant:
        if not isinstance(other, Montant):
            return NotImplemented
        return self + replace(other, montant=-other.montant)

    def __mul__(self, times: int | Decimal | Pourcentage) -> Montant:
        if isinstance(times, Pourcentage):
            return replace(self, montant=self.montant * times.fraction)
        if isinstance(times, (int, Decimal)):
            return replace(self, montant=self.montant * times)
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self.montant, self.devise))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Montant):
            return NotImplemented
        taxed_apart = bool(self.taxe and other.taxe and self.taxe != other.taxe)
        return self.montant == other.montant and self.devise == other.devise and not taxed_apart

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Montant):
            return NotImplemented
        self._comparable(other)
        return self.montant < other.montant


class Pourcentage(Ordered, Struct, frozen=True):
    """A rate in percent: `Pourcentage('7.5')` is 7,5 %."""

    valeur: Decimal

    def __post_init__(self) -> None:
        force_setattr(self, "valeur", Decimal(self.valeur))

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Pourcentage):
            return NotImplemented
        return self.valeur < other.valeur

    @property
    def fraction(self) -> Decimal:
        return self.valeur / 100


class Depart(StrEnum):
    """The event from which a payment term runs."""

    FACTURE = "facture"
    RECEPTION = "reception"
    PRESTATION = "prestation"


class DelaiPaiement(Struct, frozen=True):
    """A payment term: calendar days from `depart`, then to the end of the month if said."""

    jours: int
    depart: Depart | None = None
    fin_de_mois: bool = False


class TauxPenalites(Struct, frozen=True):
    """A late-payment rate: a multiple of the legal rate, the ECB rate plus points, or fixed.

    `base` is `taux_legal` (with `facteur`), `bce` (with `points`) or `fixe` (with `taux`, a year).
    """

    base: str
    facteur: Decimal | None = None
    points: Decimal | None = None
    taux: Decimal | None = None


def ajouter(jour: date, duree: Duree) -> date:
    """The day that stands `duree` after `jour`, months first, from one date to the same date.

    The day is the last of the month when the month is too short (C. pr. civ. 641). Open and
    working days need a calendar of public holidays: `calendrier.ajouter_jours`.
    Raises `ComparaisonIndecise` for a perpetual duration or for open or working days.
    """
    if duree.illimitee or (duree.jours and duree.decompte in (Decompte.OUVRES, Decompte.OUVRABLES)):
        raise ComparaisonIndecise(duree.iso)
    year, month0 = divmod(jour.year * 12 + jour.month - 1 + duree.mois, 12)
    moved = date(year, month0 + 1, min(jour.day, _last_day(year, month0)))
    return moved + timedelta(days=duree.jours, hours=duree.heures)


def _last_day(year: int, month0: int) -> int:
    """The number of days of a month, which is counted from 0."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month0 == 1 and leap else _LAST_DAYS[month0]


def dernier_jour(debut: date, duree: Duree) -> date:
    """The last day of a period of `duree` that begins on the morning of `debut`.

    Six months from 3 March end on 2 September, in the evening.
    """
    return ajouter(debut, duree) - timedelta(days=1)
