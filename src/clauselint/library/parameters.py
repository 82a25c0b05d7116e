"""The values that a mission may give to a clause: read by their type, held within their bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from clauselint.library.definitions import Parametre, Variante
from clauselint.library.mission_values import lire_valeur
from clauselint.model import ComparaisonIndecise, Valeur

__all__ = ["bounds_of", "default_of", "parameter_faults", "read_parameter"]


def default_of(parametre: Parametre, variante: Variante | None) -> str | None:
    """What `parametre` is worth, as YAML writes it, when the mission says nothing.

    None for a parameter that a mission may leave out.
    """
    own = variante.defauts.get(parametre.nom) if variante else None
    return parametre.defaut if own is None else own


def read_parameter(parametre: Parametre, text: str) -> Valeur:
    """The value that `text` writes. Raises `ValueError`, in French, when it can't be read as the
    type of `parametre` or is out of its bounds.
    """
    value: Any = lire_valeur(parametre.type, text)
    try:
        low = parametre.min is not None and value < lire_valeur(parametre.type, parametre.min)
        high = parametre.max is not None and value > lire_valeur(parametre.type, parametre.max)
    except ComparaisonIndecise:
        low = high = True
    if low or high:
        why = f" ({parametre.pourquoi})" if parametre.pourquoi else ""
        message = f"« {text} » est hors des bornes de la clause : {bounds_of(parametre)}{why}"
        raise ValueError(message)
    read: Valeur = value
    return read


def bounds_of(parametre: Parametre) -> str:
    """« au moins 1 an et au plus 10 ans », or an empty text."""
    bounds = (("au moins", parametre.min), ("au plus", parametre.max))
    return " et ".join(f"{word} {bound}" for word, bound in bounds if bound is not None)


def parameter_faults(parametre: Parametre) -> Iterator[tuple[str, str]]:
    """What is wrong in the bounds and the default of `parametre`: the key, and why, in French."""
    faulty = False
    for key, text in (("min", parametre.min), ("max", parametre.max)):
        message = text and _fault(lire_valeur, parametre.type, text)
        if message:
            faulty = True
            yield key, message
    if parametre.defaut is not None and not faulty:
        message = _fault(read_parameter, parametre, parametre.defaut)
        if message:
            yield "defaut", message


def _fault(read: Callable[[Any, str], object], kind: object, text: str) -> str:
    try:
        read(kind, text)
    except ValueError as error:
        return str(error)
    return ""
