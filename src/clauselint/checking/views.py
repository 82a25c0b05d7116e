"""What an expression sees of a document: terms, clauses, facts and parties, known or not.

A value that the text does not give is an `Unknown`. It may be asked whether it `is connu`; any
other use raises `MissingDatum`, by which the engine says *indéterminé* and names the datum.
"""

from __future__ import annotations

from typing import NoReturn

from msgspec import Struct, field

from clauselint.model import (
    ArticleKind,
    ClauseFound,
    Document,
    Duree,
    Fait,
    Partie,
    Place,
    Role,
    Terme,
    Valeur,
)

__all__ = [
    "TESTS",
    "ClauseView",
    "DocumentView",
    "FactView",
    "MissingDatum",
    "PartyView",
    "TermView",
    "Trace",
    "Unknown",
]


class MissingDatum(Exception):
    """An expression used a value that the contract does not give."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Unknown:
    """A value that the text does not give; every use but a test raises `MissingDatum`."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def _refuse(self, *_: object) -> NoReturn:
        raise MissingDatum(self._name)

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __neg__ = _refuse
    __bool__ = __str__ = __len__ = __iter__ = __contains__ = __getitem__ = _refuse
    __hash__ = None  # type: ignore[assignment]  # an unknown is no key

    def __getattr__(self, name: str) -> NoReturn:
        raise MissingDatum(self._name)


class Trace(Struct, frozen=True, eq=False):
    """The terms and places that an expression has looked at, in order."""

    termes: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def saw_term(self, name: str, place: Place | None) -> None:
        if name not in self.termes:
            self.termes.append(name)
        self.saw(place)

    def saw(self, place: Place | None) -> None:
        if place is not None and place not in self.places:
            self.places.append(place)


class TermView(Struct, frozen=True, eq=False):
    nom: str
    termes: tuple[Terme, ...]

    @property
    def connu(self) -> bool:
        return bool(self.termes)

    @property
    def valeur(self) -> Valeur | Unknown:
        return self.termes[0].valeur if self.termes else Unknown(f"terme {self.nom}")

    @property
    def valeurs(self) -> tuple[Valeur, ...]:
        return tuple(terme.valeur for terme in self.termes)

    @property
    def texte(self) -> str | Unknown:
        return self.termes[0].texte if self.termes else Unknown(f"terme {self.nom}")

    @property
    def derive(self) -> bool:
        return bool(self.termes) and self.termes[0].derive

    @property
    def place(self) -> Place | None:
        return self.termes[0].place if self.termes else None


class ClauseView(Struct, frozen=True, eq=False):
    kind: str
    found: tuple[ClauseFound, ...]

    @property
    def presente(self) -> bool:
        return any(not clause.exclue for clause in self.found)

    @property
    def exclue(self) -> bool:
        return not self.presente and any(clause.exclue for clause in self.found)

    @property
    def place(self) -> Place | None:
        ordered = sorted(self.found, key=lambda clause: clause.exclue)
        return ordered[0].place if ordered else None


class FactView(Struct, frozen=True, eq=False):
    """A statement; `durees` are the lengths of time that its sentence gives."""

    nom: str
    fait: Fait | None
    durees: tuple[Duree, ...] = ()

    @property
    def present(self) -> bool:
        return self.fait is not None

    @property
    def texte(self) -> str | Unknown:
        return self.fait.texte if self.fait else Unknown(f"fait {self.nom}")

    @property
    def place(self) -> Place | None:
        return self.fait.place if self.fait else None


class PartyView(Struct, frozen=True, eq=False):
    role: Role
    partie: Partie | None

    @property
    def connu(self) -> bool:
        return self.partie is not None

    @property
    def place(self) -> Place | None:
        return self.partie.place if self.partie else None

    @property
    def nom(self) -> str | Unknown:
        return self._attribute("nom")

    @property
    def adresse(self) -> str | Unknown:
        return self._attribute("adresse")

    @property
    def siren(self) -> str | Unknown:
        return self._attribute("siren")

    @property
    def siret(self) -> str | Unknown:
        return self._attribute("siret")

    @property
    def forme(self) -> str | Unknown:
        return self._attribute("forme")

    @property
    def representant(self) -> str | Unknown:
        return self._attribute("representant")

    @property
    def appellation(self) -> str | Unknown:
        return self._attribute("appellation")

    def _attribute(self, name: str) -> str | Unknown:
        value = getattr(self.partie, name) if self.partie else None
        return value if value else Unknown(f"{name} ({self.role})")


class DocumentView(Struct, frozen=True, eq=False):
    document: Document

    @property
    def type(self) -> str:
        return str(self.document.type)

    @property
    def portage(self) -> bool:
        return self.document.portage

    @property
    def porte_sur(self) -> str | Unknown:
        found = self.document.porte_sur
        return str(found) if found else Unknown("contrat modifié par l’avenant")

    @property
    def date(self) -> object:
        return self.document.date_reference or Unknown("date du contrat")

    @property
    def titre(self) -> str:
        text = self.document.text.paragraphs
        return "\n".join(
            text[position].text
            for article in self.document.articles
            if article.kind is ArticleKind.TITRE
            for position in article.paragraphs
        )


def _is_known(value: object) -> bool:
    if isinstance(value, (TermView, PartyView)):
        return value.connu
    return not isinstance(value, Unknown)


def _is_present(value: object) -> bool:
    return value.presente if isinstance(value, ClauseView) else getattr(value, "present", False)


def _is_excluded(value: object) -> bool:
    return isinstance(value, ClauseView) and value.exclue


TESTS = {
    "connu": _is_known,
    "connue": _is_known,
    "inconnu": lambda value: not _is_known(value),
    "inconnue": lambda value: not _is_known(value),
    "present": _is_present,
    "presente": _is_present,
    "absent": lambda value: not _is_present(value),
    "absente": lambda value: not _is_present(value),
    "exclue": _is_excluded,
}
"""The tests of expressions, by name: `terme('tjm') is connu`, `clause('prix') is presente`."""
