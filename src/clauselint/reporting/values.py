"""The JSON of model values, as `vocabulaire.yaml` types them: exact strings, never floats."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clauselint.model import (
    Decompte,
    DelaiPaiement,
    Duree,
    Montant,
    Place,
    Pourcentage,
    TauxPenalites,
    Valeur,
)

__all__ = ["Json", "place_json", "type_name", "value_json"]

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


def value_json(value: Valeur) -> Json:
    """A string for a date, rate, number or text; an object for the rest."""
    if isinstance(value, Duree):
        return _duree(value)
    if isinstance(value, Montant):
        taxe = str(value.taxe) if value.taxe else None
        return {"montant": _amount(value.montant), "devise": value.devise, "taxe": taxe}
    if isinstance(value, DelaiPaiement):
        depart = str(value.depart) if value.depart else None
        return {"jours": value.jours, "depart": depart, "fin_de_mois": value.fin_de_mois}
    if isinstance(value, TauxPenalites):
        return {
            "base": value.base,
            "facteur": _optional(value.facteur),
            "points": _optional(value.points),
            "taux": _optional(value.taux),
        }
    if isinstance(value, Pourcentage):
        return _number(value.valeur)
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def type_name(value: Valeur) -> str:
    """The name of a value's type in vocabulaire.yaml."""
    names: dict[type, str] = {
        Duree: "duree",
        Montant: "montant",
        DelaiPaiement: "delai_paiement",
        TauxPenalites: "taux_penalites",
        Pourcentage: "pourcentage",
        Decimal: "nombre",
        int: "entier",
        date: "date",
        str: "texte",
    }
    return names[type(value)]


def place_json(place: Place | None) -> Json:
    if place is None:
        return None
    return {
        "part": str(place.part),
        "paragraph": place.paragraph,
        "start": place.start,
        "end": place.end,
        "article": place.article,
        "page": place.page,
    }


def _duree(value: Duree) -> Json:
    if value.illimitee:
        return {"iso": None, "jours": str(Decompte.CALENDAIRES), "illimitee": True}
    return {"iso": value.iso, "jours": str(value.decompte)}


def _amount(value: Decimal) -> str:
    """Two decimals, more when the text has more."""
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return f"{value:.{max(2, decimals)}f}"


def _number(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _optional(value: Decimal | None) -> Json:
    return None if value is None else _number(value)
