"""The mission as clause texts see it: names, values that print in French and know their line.

A text can read nothing else: no method, no private name, no object of Python.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from clauselint.library.mission_model import Civilite, Mission
from clauselint.model import Decompte, Duree, Origin
from clauselint.model.folding import fold
from clauselint.model.francais import avec_lettres, en_francais
from clauselint.model.ordered import Ordered

__all__ = ["Composition", "Fiche", "Mot", "Saisie", "Vue", "accords", "avec_de", "vue"]

_VOWELS = ("a", "e", "i", "o", "u")


class Saisie(Ordered, Struct, frozen=True, eq=False):
    """One value, and where the mission says it. Compares and prints as the value itself."""

    valeur: Any
    origine: Origin | None = None
    texte: str = ""

    def __str__(self) -> str:
        return self.texte or en_francais(_bare(self.valeur))

    def __bool__(self) -> bool:
        return bool(self.valeur)

    def __hash__(self) -> int:
        return hash(self.valeur)

    def __eq__(self, other: object) -> bool:
        return bool(self.valeur == (other.valeur if isinstance(other, Saisie) else other))

    def __ne__(self, other: object) -> bool:  # a Struct has one of its own, by identity
        return not self == other

    def __lt__(self, other: object) -> bool:
        return bool(self.valeur < (other.valeur if isinstance(other, Saisie) else other))

    def dit(self, texte: str) -> Saisie:
        """The same value, printed as `texte`."""
        return Saisie(self.valeur, self.origine, texte)

    def en_lettres(self) -> Saisie:
        return self.dit(avec_lettres(_bare(self.valeur)))

    def duree_usuelle(self) -> Saisie:
        """A length in whole years or weeks where it has some, as one says it: « trois (3) ans »."""
        duree: Duree = self.valeur
        years, months = divmod(duree.mois, 12)
        weeks, days = divmod(duree.jours, 7)
        if years > 1 and not months and not duree.jours:
            return self.dit(f"{avec_lettres(years)}\u00a0ans")
        if weeks and not days and not duree.mois and duree.decompte is Decompte.CALENDAIRES:
            unit = "semaine" if weeks == 1 else "semaines"
            said = avec_lettres(weeks).replace("un ", "une ") if weeks == 1 else avec_lettres(weeks)
            return self.dit(f"{said}\u00a0{unit}")
        return self.en_lettres()

    def sans_centimes(self) -> Saisie:
        """A round amount without its « ,00 », as capitals of companies are written."""
        return self.dit(str(self).replace(",00", ""))


class Mot(str):
    """Fixed words, typeset like the text around them."""

    __slots__ = ()


class Composition(Struct, frozen=True):
    """Words and values in a row, such as an enumeration: each value keeps its line."""

    morceaux: tuple[str | Saisie, ...]

    @classmethod
    def liste(cls, items: Iterable[Saisie]) -> Composition:
        """« a, b et c »; « a et b, ainsi que c » when an item has an « et » of its own."""
        values = tuple(items)
        last = ", ainsi que " if any(" et " in str(value) for value in values) else " et "
        pieces: list[str | Saisie] = []
        for rank, item in enumerate(values):
            if rank:
                pieces.append(last if rank == len(values) - 1 else ", ")
            pieces.append(item)
        return cls(tuple(pieces))


def avec_de(value: Saisie) -> Composition:
    """The value after « de », elided or contracted: « d’Avignon », « du Mans », « de onze »."""
    text = str(value)
    for article, contracted in (("Le ", "du "), ("Les ", "des ")):
        if text.startswith(article):
            return Composition((contracted, value.dit(text.removeprefix(article))))
    vowel = fold(text[:1]) in _VOWELS and not text.startswith("onze")
    return Composition(("d’" if vowel else "de ", value))


class Fiche:
    """Values and words by name, which a text reads as it reads a group of the mission."""

    __slots__ = ("_valeurs",)

    def __init__(self, **valeurs: Any) -> None:
        self._valeurs = valeurs

    def __getattr__(self, nom: str) -> Any:
        if nom not in self._valeurs:
            raise AttributeError(nom)
        return self._valeurs[nom]

    def noms(self) -> tuple[str, ...]:
        """What may be read of it."""
        return tuple(sorted(self._valeurs))


class Vue:
    """A group of the mission: its fields by name, and nothing else."""

    __slots__ = ("_chemin", "_groupe", "_mission")

    def __init__(self, groupe: BaseModel, chemin: tuple[str | int, ...], mission: Mission) -> None:
        self._groupe = groupe
        self._chemin = chemin
        self._mission = mission

    def __getattr__(self, nom: str) -> Any:
        if nom not in self.noms():
            raise AttributeError(nom)
        return vue(getattr(self._groupe, nom), (*self._chemin, nom), self._mission)

    def noms(self) -> tuple[str, ...]:
        """What may be read of this group."""
        kind = type(self._groupe)
        computed = (
            name
            for name, member in vars(kind).items()
            if isinstance(member, property) and not name.startswith("_")
        )
        return tuple(sorted((*kind.model_fields, *computed)))


def vue(valeur: object, chemin: tuple[str | int, ...], mission: Mission) -> Any:
    """What a clause text sees of `valeur`, which stands at `chemin` of the mission."""
    if isinstance(valeur, BaseModel):
        return Vue(valeur, chemin, mission)
    if isinstance(valeur, tuple):
        return tuple(vue(item, (*chemin, rank), mission) for rank, item in enumerate(valeur))
    return Saisie(valeur, mission.origine(*chemin))


def accords(civilite: Civilite) -> dict[str, Mot]:
    """The words that agree with the salarié porté, by the name that texts give them."""
    feminine = civilite is Civilite.MADAME
    noun = "Salariée portée" if feminine else "Salarié porté"
    words = {
        "le_salarie": f"la {noun}" if feminine else f"le {noun}",
        "du_salarie": f"de la {noun}" if feminine else f"du {noun}",
        "au_salarie": f"à la {noun}" if feminine else f"au {noun}",
        "il": "elle" if feminine else "il",
        "lui": "elle" if feminine else "lui",
        "e": "e" if feminine else "",
    }
    capital = {name.capitalize(): word[:1].upper() + word[1:] for name, word in words.items()}
    return {name: Mot(word) for name, word in {**capital, **words}.items()}


def _bare(valeur: Any) -> Any:
    return str(valeur) if isinstance(valeur, StrEnum) else valeur
