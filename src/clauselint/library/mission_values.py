"""Values as a mission file writes them: « 620 EUR HT », « 18 mois », « 8 % », 2026-03-02.

Each reader takes the text of one YAML value and gives a typed, exact quantity; its `ValueError`
says in French what was expected. A template's parameters are read the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from clauselint.library.definitions import TermeType
from clauselint.model import Decompte, Duree, Montant, Pourcentage, Taxe, Valeur

__all__ = [
    "lire_date",
    "lire_duree",
    "lire_entier",
    "lire_montant",
    "lire_nombre",
    "lire_pourcentage",
    "lire_texte",
    "lire_valeur",
]

_NUMBER = r"\d+(?: \d{3})*(?:[.,]\d+)?"  # spaces of any kind were made one before
_MONTANT = re.compile(rf"({_NUMBER}) ?(EUR|€|euros?)(?: (HT|TTC))?")
_POURCENTAGE = re.compile(rf"({_NUMBER}) ?%")
_DUREE = re.compile(
    r"(\d+) (an|ans|année|années|mois|semaine|semaines|jour|jours|heure|heures)"
    r"(?: (calendaires?|ouvrés?|ouvrables?|francs?))?"
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DECOMPTES = {
    "calendaire": Decompte.CALENDAIRES,
    "ouvré": Decompte.OUVRES,
    "ouvrable": Decompte.OUVRABLES,
    "franc": Decompte.FRANCS,
}


def _plain(valeur: object) -> str:
    """The text of a scalar, its kinds of space made one. Raises `ValueError` for a list or map."""
    if isinstance(valeur, (list, tuple, dict)) or valeur is None:
        raise ValueError("une seule valeur est attendue ici, non une liste ni un groupe de clés")
    return " ".join(str(valeur).split())


def _decimal(digits: str) -> Decimal:
    return Decimal("".join(digits.split()).replace(",", "."))


def lire_texte(valeur: object) -> str:
    """A text on one line. Raises `ValueError` when empty or holding characters Word refuses."""
    if not isinstance(valeur, str):
        raise ValueError("un texte est attendu ; au besoin, l’écrire entre guillemets droits")
    refused = [char for char in valeur if not (char.isprintable() or char.isspace())]
    if any(char not in "\u00ad\u200b\ufeff" for char in refused):
        raise ValueError("le texte contient un caractère de commande que Word ne peut pas écrire")
    plain = " ".join(part for part in re.split(r"[\x00-\x20\x7f-\x9f]+", valeur) if part)
    if not plain:
        raise ValueError("le texte est vide : l’écrire ou retirer la clé")
    return plain


def lire_date(valeur: object) -> date:
    """`2026-03-02`. Raises `ValueError` for another form or a day that does not exist."""
    if isinstance(valeur, date):
        return valeur
    text = _plain(valeur)
    if not _DATE.fullmatch(text):
        raise ValueError(f"« {text} » n’est pas une date : l’écrire AAAA-MM-JJ, soit 2026-03-02")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"le jour {text} n’existe pas dans le calendrier") from None


def lire_montant(valeur: object) -> Montant:
    """`620 EUR HT`, `1 234,56 €`. Raises `ValueError` without a currency or for a fraction of a
    cent."""
    if isinstance(valeur, Montant):
        return valeur
    text = _plain(valeur)
    found = _MONTANT.fullmatch(text)
    if not found:
        raise ValueError(
            f"« {text} » n’est pas un montant : l’écrire avec sa devise, soit 620 EUR HT"
        )
    amount = _decimal(found[1])
    if amount != amount.quantize(Decimal("0.01")):
        raise ValueError(f"« {text} » compte plus de deux décimales")
    return Montant(amount, "EUR", Taxe(found[3]) if found[3] else None)


def lire_pourcentage(valeur: object) -> Pourcentage:
    """`8 %`, `7,5 %`. Raises `ValueError` for another form or a rate over 100 %."""
    if isinstance(valeur, Pourcentage):
        return valeur
    text = _plain(valeur)
    found = _POURCENTAGE.fullmatch(text)
    if not found:
        raise ValueError(f"« {text} » n’est pas un taux : l’écrire avec le signe %, soit 8 %")
    rate = _decimal(found[1])
    if rate > 100:
        raise ValueError(f"« {text} » dépasse 100 %")
    return Pourcentage(rate)


def lire_duree(valeur: object) -> Duree:
    """`3 ans`, `18 mois`, `2 semaines`, `15 jours ouvrés`, `48 heures`. Raises `ValueError`."""
    if isinstance(valeur, Duree):
        return valeur
    text = _plain(valeur)
    found = _DUREE.fullmatch(text)
    if not found or not int(found[1]):
        raise ValueError(
            f"« {text} » n’est pas une durée : écrire un nombre et une unité, soit 6 mois ou 3 ans"
        )
    number, unit = int(found[1]), found[2]
    counted = _DECOMPTES[found[3].rstrip("s")] if found[3] else Decompte.CALENDAIRES
    if found[3] and not unit.startswith("jour"):
        raise ValueError(f"« {text} » : seuls des jours sont {found[3]}")
    if unit.startswith("an"):
        return Duree(mois=12 * number)
    if unit == "mois":
        return Duree(mois=number)
    if unit.startswith("heure"):
        return Duree(heures=number)
    return Duree(jours=number * (7 if unit.startswith("semaine") else 1), decompte=counted)


def lire_nombre(valeur: object) -> Decimal:
    """`110`, `112,5`. Raises `ValueError` for another form."""
    text = _plain(valeur)
    if not re.fullmatch(_NUMBER, text):
        raise ValueError(f"« {text} » n’est pas un nombre : écrire des chiffres, soit 110 ou 112,5")
    return _decimal(text)


def lire_entier(valeur: object) -> int:
    """`2`. Raises `ValueError` for another form."""
    text = _plain(valeur)
    if not text.isdecimal():
        raise ValueError(f"« {text} » n’est pas un nombre entier")
    return int(text)


def lire_valeur(kind: TermeType, valeur: object) -> Valeur:
    """Read `valeur` as the type that a clause's parameter declares. Raises `ValueError`."""
    readers: dict[TermeType, Callable[[object], Valeur]] = {
        TermeType.DATE: lire_date,
        TermeType.DUREE: lire_duree,
        TermeType.MONTANT: lire_montant,
        TermeType.POURCENTAGE: lire_pourcentage,
        TermeType.NOMBRE: lire_nombre,
        TermeType.ENTIER: lire_entier,
        TermeType.TEXTE: lire_texte,
    }
    reader = readers.get(kind)
    if reader is None:
        raise ValueError(f"un paramètre ne peut pas être de type {kind}")
    return reader(valeur)
