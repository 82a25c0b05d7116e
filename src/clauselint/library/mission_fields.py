"""The kinds of value that a mission's keys take: how each is read, and what its schema says.

Check digits are verified here (SIREN, SIRET, NIR, IBAN); quantities are those of the model.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, InstanceOf, WithJsonSchema

from clauselint.library.mission_values import (
    lire_date,
    lire_duree,
    lire_entier,
    lire_montant,
    lire_nombre,
    lire_pourcentage,
    lire_texte,
)
from clauselint.model import Duree, Montant, Pourcentage

__all__ = [
    "Entier",
    "Iban",
    "Jour",
    "Longueur",
    "Nir",
    "Nombre",
    "OuiNon",
    "Siren",
    "Siret",
    "Somme",
    "Taux",
    "Texte",
]


def _siren(value: str) -> str:
    from stdnum.fr import siren  # noqa: PLC0415  (loaded only when a mission is read)

    if not siren.is_valid(value):
        raise ValueError(f"« {value} » n’est pas un SIREN : neuf chiffres dont la clé est juste")
    return str(siren.compact(value))


def _siret(value: str) -> str:
    from stdnum.fr import siret  # noqa: PLC0415

    if not siret.is_valid(value):
        raise ValueError(
            f"« {value} » n’est pas un SIRET : quatorze chiffres dont la clé est juste"
        )
    return str(siret.compact(value))


def _nir(value: str) -> str:
    from stdnum.fr import nir  # noqa: PLC0415

    if not nir.is_valid(value):
        raise ValueError(
            f"« {value} » n’est pas un numéro de sécurité sociale : quinze caractères, clé juste"
        )
    return str(nir.compact(value))


def _iban(value: str) -> str:
    from stdnum import iban  # noqa: PLC0415

    if not iban.is_valid(value):
        raise ValueError(f"« {value} » n’est pas un IBAN dont la clé est juste")
    return str(iban.format(value))


def _oui_non(value: object) -> object:
    words = {"oui": True, "non": False}
    if isinstance(value, bool):
        return value
    if value in words:
        return words[str(value)]
    raise ValueError(f"« {value} » : répondre oui ou non")


def _schema(kind: str, example: str, pattern: str) -> WithJsonSchema:
    return WithJsonSchema(
        {"type": "string", "title": kind, "examples": [example], "pattern": pattern}
    )


_SUM = r"^[0-9][0-9\s]*([.,][0-9]{1,2})?\s*(EUR|€|euros?)(\s(HT|TTC))?$"
Texte = Annotated[str, BeforeValidator(lire_texte), Field(min_length=1)]
Jour = Annotated[
    InstanceOf[date],
    BeforeValidator(lire_date),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Somme = Annotated[
    InstanceOf[Montant], BeforeValidator(lire_montant), _schema("montant", "620 EUR HT", _SUM)
]
Taux = Annotated[
    InstanceOf[Pourcentage],
    BeforeValidator(lire_pourcentage),
    _schema("taux", "8 %", r"^[0-9]{1,3}([.,][0-9]+)?\s*%$"),
]
Longueur = Annotated[
    InstanceOf[Duree],
    BeforeValidator(lire_duree),
    _schema("durée", "18 mois", r"^[0-9]+\s[a-zé]+(\s[a-zé]+)?$"),
]
Nombre = Annotated[
    InstanceOf[Decimal],
    BeforeValidator(lire_nombre),
    WithJsonSchema(
        {
            "type": ["number", "string"],
            "exclusiveMinimum": 0,
            "pattern": r"^[0-9][0-9\s]*([.,][0-9]+)?$",
            "examples": [110],
        }
    ),
]
Entier = Annotated[int, BeforeValidator(lire_entier), Field(gt=0)]
OuiNon = Annotated[
    bool, BeforeValidator(_oui_non), WithJsonSchema({"enum": ["oui", "non", True, False]})
]
Siren = Annotated[Texte, AfterValidator(_siren)]
Siret = Annotated[Texte, AfterValidator(_siret)]
Nir = Annotated[Texte, AfterValidator(_nir)]
Iban = Annotated[Texte, AfterValidator(_iban)]
