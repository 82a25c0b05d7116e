"""The minimum pay of a contract: IDCC 3219 art. 21.3 and the SMIC, for its working time.

What the contract does not settle (class, working time) is left out when the answer is the same
either way, and is else an `Unknown` that names it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from clauselint.checking.views import Unknown
from clauselint.library.law_tables import law_table
from clauselint.library.patterns import kept_pattern
from clauselint.model import Document, Duree, Fait, Montant, Place, Pourcentage, Valeur

__all__ = ["PaieMinimale", "minimum_conventionnel", "smic_du_contrat"]

_CLASSES = {
    "classe_premier_niveau": "premier niveau",
    "classe_junior": "junior",
    "classe_senior": "senior",
    "classe_expert": "expert",
}
_FULL_MONTH = Decimal(35 * 52) / Decimal(12)  # hours
_FULL_WEEK = Decimal(35)  # hours
_FULL_YEAR = Decimal(218)  # days, IDCC 3219 art. 27.1
_MOST_DAYS = 23  # of work in a month
_FINDER, _LEAVE = Decimal(5), Decimal(10)  # percent, due even when the contract is silent
_LEAST_MONTHLY = Decimal(150)  # euros; less is the pay of an hour or a day, not of a month
_HOURS = kept_pattern(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:heures?|h)\b")
_CENT = Decimal("0.01")


class PaieMinimale(Struct, frozen=True):
    """What a contract pays, base with paid leave and apport d’affaire, and what it must pay."""

    comparee: Montant
    exigee: Montant
    part: Pourcentage
    classe: str


def minimum_conventionnel(document: Document) -> PaieMinimale | Unknown:
    """The monthly minimum of IDCC 3219 art. 21.3 against the monthly pay stated.

    The law is that of the contract's day. Where the class is not said, the lowest one is judged;
    the result is unknown when only a higher one would be missed.
    """
    day, base = document.date_reference, _value(document, "salaire_brut_mensuel")
    if not isinstance(base, Montant) or base.montant < _LEAST_MONTHLY:
        return Unknown("terme salaire_brut_mensuel")
    if day is None:
        return Unknown("date du contrat")
    shares = _shares(document, day)
    if not shares:
        return Unknown(f"minimum conventionnel au {day.isoformat()}")
    paid = _with_indemnities(document, base)
    reached = [share for share in shares if _due(share[1], Decimal(1)).montant <= paid.montant]
    if len(reached) == len(shares):
        return _compared(paid, shares[-1], Decimal(1))
    time = _working_time(document)
    if time is None:
        return Unknown("durée du travail")
    low, high = shares[0], shares[-1]
    if len(shares) > 1 and _due(low[1], time).montant <= paid.montant < _due(high[1], time).montant:
        return Unknown("classe du salarié porté")
    return _compared(paid, low, time)


def smic_du_contrat(document: Document) -> Montant | Unknown:
    """The monthly SMIC of the contract's day for its working time.

    Where the working time is not said, that of a full month, unless the pay stated is below it.
    """
    day, base = document.date_reference, _value(document, "salaire_brut_mensuel")
    if day is None:
        return Unknown("date du contrat")
    table = law_table("smic_mensuel")
    full = table.on(day)
    if not isinstance(full, Montant):
        return Unknown(f"{table.titre} au {day.isoformat()}")
    if not isinstance(base, Montant) or base.montant < _LEAST_MONTHLY:
        return Unknown("salaire mensuel")
    if base.montant >= full.montant:
        return full
    time = _working_time(document)
    return Unknown("durée du travail") if time is None else _rounded(full.montant * time)


def _compared(paid: Montant, share: tuple[str, Pourcentage], time: Decimal) -> PaieMinimale:
    return PaieMinimale(paid, _due(share[1], time), share[1], share[0])


def _due(share: Pourcentage, time: Decimal) -> Montant:
    ceiling = law_table("pmss_2017").on(date(2017, 7, 1))
    amount = ceiling.montant if isinstance(ceiling, Montant) else Decimal(0)
    return _rounded(amount * share.fraction * time)


def _rounded(amount: Decimal) -> Montant:
    return Montant(amount.quantize(_CENT))


def _shares(document: Document, day: date) -> list[tuple[str, Pourcentage]]:
    """The class said, or all those of the day, lowest first, with their shares."""
    said = [name for fact, name in _CLASSES.items() if _fact(document, fact)]
    if len(said) != 1 or _share(said[0], day) is None:
        said = list(_CLASSES.values())
    forfait = _share("forfait jours", day)
    if forfait is not None and _value(document, "forfait_jours") is not None:
        return [("forfait jours", forfait)]
    found = [(name, share) for name in said if (share := _share(name, day)) is not None]
    return sorted(found, key=lambda pair: pair[1].valeur)


def _share(name: str, day: date) -> Pourcentage | None:
    value = law_table(f"minimum_{name.replace(' ', '_')}").on(day)
    return value if isinstance(value, Pourcentage) else None


def _with_indemnities(document: Document, base: Montant) -> Montant:
    """The pay with its two indemnities, but for those that the amount stated already holds."""
    finder = _rate(document, "apport_affaire", _FINDER, held="brut_apport_compris")
    leave = _rate(document, "conges_payes_taux", _LEAVE, held="brut_conges_compris")
    return _rounded(base.montant * (1 + finder / 100) * (1 + leave / 100))


def _rate(document: Document, name: str, default: Decimal, *, held: str) -> Decimal:
    """The rate of an indemnity; none when the sentence of the pay says, by `held`, it is in."""
    saying = next((fact.place for fact in document.faits if fact.nom == held), None)
    pay = next((term.place for term in document.termes if term.nom == "salaire_brut_mensuel"), None)
    if saying is not None and pay is not None and _inside(pay, saying):
        return Decimal(0)
    value = _value(document, name)
    return value.valeur if isinstance(value, Pourcentage) else default


def _working_time(document: Document) -> Decimal | None:
    """The share of a full time that the contract states, one at most; None when it says nothing."""
    if _fact(document, "temps_plein"):
        return Decimal(1)
    days = _value(document, "forfait_jours")
    if isinstance(days, Duree) and days.jours:
        return min(Decimal(days.jours) / _FULL_YEAR, Decimal(1))
    weekly = _hours(document, "heures_hebdomadaires", Decimal(4), Decimal(48))
    if weekly is not None:
        return min(weekly / _FULL_WEEK, Decimal(1))
    monthly = _hours(document, "heures_mensuelles", Decimal(15), Decimal(200)) or _by_day(document)
    return None if monthly is None else min(monthly / _FULL_MONTH, Decimal(1))


def _by_day(document: Document) -> Decimal | None:
    """The hours of a month stated as so many days of so many hours: « 7 heures, 17 journées »."""
    hours = _hours(document, "heures_mensuelles", Decimal(3), Decimal(10))
    month = _statement(document, "heures_mensuelles")
    if hours is None or month is None:
        return None
    stated = (item.valeur.jours for item in document.durees if _inside(item.place, month.place))
    days = {number for number in stated if 1 < number <= _MOST_DAYS}  # one is that of the hours
    return hours * days.pop() if len(days) == 1 else None


def _statement(document: Document, fact: str) -> Fait | None:
    return next((item for item in document.faits if item.nom == fact), None)


def _hours(document: Document, fact: str, least: Decimal, most: Decimal) -> Decimal | None:
    """The hours that a statement gives, if it gives one likely number of them."""
    found = _statement(document, fact)
    if found is None:
        return None
    written = {Decimal(text.replace(",", ".")) for text in _HOURS.findall(found.texte)}
    stated = {
        Decimal(item.valeur.heures)
        for item in document.durees
        if item.valeur.heures and _inside(item.place, found.place)
    }
    likely = [hours for hours in sorted(written | stated) if least <= hours <= most]
    return likely[0] if len(likely) == 1 else None


def _inside(inner: Place, outer: Place) -> bool:
    same = (inner.part, inner.paragraph) == (outer.part, outer.paragraph)
    return same and outer.start <= inner.start and inner.end <= outer.end


def _fact(document: Document, name: str) -> bool:
    return any(fact.nom == name for fact in document.faits)


def _value(document: Document, name: str) -> Valeur | None:
    return next((term.valeur for term in document.termes if term.nom == name), None)
