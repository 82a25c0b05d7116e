"""Types that the schemas of clauses, rules and templates share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from clauselint.library.cues import parse_cue
from clauselint.library.definitions import Fondement
from clauselint.library.problems import choices, nearest
from clauselint.library.vocabulary import CLAUSES, TERMES
from clauselint.model import DocumentType

__all__ = [
    "ClauseKind",
    "CueText",
    "Documents",
    "FondementModel",
    "Jour",
    "Ligne",
    "Nom",
    "NomDeDocument",
    "Schema",
    "Souple",
    "TermeNom",
    "Texte",
    "documents_of",
    "shaped",
    "single",
    "unknown_name",
]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHOWN_NAMES = 12  # a longer list of names says less than the nearest one


class Schema(BaseModel):
    """A mapping of a YAML file: a key that is not one of its fields is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def unknown_name(message: str, given: str, names: Iterable[str]) -> PydanticCustomError:
    """The error that `given` is not one of `names`, with the nearest of them."""
    known = sorted(names)
    return PydanticCustomError(
        "nom_inconnu",
        "{message}",
        {
            "message": message,
            "expected": choices(known) if len(known) <= _SHOWN_NAMES else "",
            "suggestion": nearest(given, known),
        },
    )


def _clause_kind(name: str) -> str:
    if name not in CLAUSES:
        raise unknown_name(f"« {name} » n’est pas une sorte de clause", name, CLAUSES)
    return name


def _terme_nom(name: str) -> str:
    if name not in TERMES:
        raise unknown_name(f"« {name} » n’est pas le nom d’un terme", name, TERMES)
    return name


def _day(value: Any) -> Any:
    """Only `2026-03-01`: pydantic would also take a number for seconds since 1970."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        message = "une date est attendue : année, mois, jour, comme 2026-03-01"
        raise PydanticCustomError("jour", "{message}", {"message": message})
    return value


def _cue(source: str) -> str:
    parse_cue(source)
    return source


def _plain(value: Any) -> Any:
    """A number as the text it was written as: `defaut: 2` and `defaut: "2"` say the same."""
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


def shaped(pattern: str, message: str) -> tuple[AfterValidator, Any]:
    """A text of the form `pattern`, of which `message` tells the author."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            said = f"« {text} » n’a pas la forme attendue : {message}"
            raise PydanticCustomError("forme", "{message}", {"message": said})
        return text

    return AfterValidator(check), Field(json_schema_extra={"pattern": f"^{pattern}$"})


def single(key: str, model: type[BaseModel]) -> BeforeValidator:
    """Accepts a plain text where a mapping, `model`, would say nothing but `key`."""

    def wrap(value: Any) -> Any:
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(wrap, json_schema_input_type=str | model)


Texte = Annotated[str, AfterValidator(str.strip), Field(min_length=1)]
Ligne = Annotated[str, AfterValidator(lambda text: " ".join(text.split())), Field(min_length=1)]
Nom = Annotated[
    str,
    *shaped("[a-z][a-z0-9_]*", "des minuscules sans accents et des traits bas, comme prix_ferme"),
]
Souple = Annotated[str, BeforeValidator(_plain, json_schema_input_type=str | int | Decimal)]
Jour = Annotated[date, BeforeValidator(_day, json_schema_input_type=date)]
ClauseKind = Annotated[
    str, AfterValidator(_clause_kind), Field(json_schema_extra={"enum": [*sorted(CLAUSES)]})
]
TermeNom = Annotated[str, AfterValidator(_terme_nom)]
CueText = Annotated[str, AfterValidator(_cue)]


class NomDeDocument(StrEnum):
    """A type of contract, or a shorthand for several."""

    CDD = "cdd"
    CDI = "cdi"
    PRESTATION = "prestation"
    AVENANT = "avenant"
    CONVENTION = "convention"
    DEVIS = "devis"
    COMPTE_RENDU_ACTIVITE = "compte_rendu_activite"
    PV_RECETTE = "pv_recette"
    MISE_EN_DEMEURE = "mise_en_demeure"
    NDA = "nda"
    AUTRE = "autre"
    TRAVAIL = "travail"
    TOUS = "tous"


_SHORTHANDS = {
    NomDeDocument.TRAVAIL: (DocumentType.CDD, DocumentType.CDI),
    NomDeDocument.TOUS: (
        DocumentType.CDD,
        DocumentType.CDI,
        DocumentType.PRESTATION,
        DocumentType.AVENANT,
        DocumentType.CONVENTION,
        DocumentType.DEVIS,
        DocumentType.NDA,
    ),
}

Documents = tuple[NomDeDocument, ...]


def documents_of(names: Iterable[NomDeDocument]) -> tuple[DocumentType, ...]:
    """The types that `names` stand for, each once, in the order written."""
    found = (kind for name in names for kind in _SHORTHANDS.get(name) or (DocumentType(str(name)),))
    return tuple(dict.fromkeys(found))


class FondementModel(Schema):
    """Un texte de loi, avec les jours entre lesquels il est en vigueur."""

    texte: Ligne = Field(
        description="Le code ou le texte, en abrégé : C. trav., C. com., IDCC 3219."
    )
    article: Souple = Field(description="Le numéro de l’article : L1254-15.")
    division: Souple = Field(default="", description="La partie de l’article : « 1° i) ».")
    depuis: Jour | None = Field(default=None, description="Le jour de l’entrée en vigueur.")
    jusqua: Jour | None = Field(default=None, description="Le dernier jour d’application.")
    id: str = Field(default="", description="L’identifiant Légifrance : LEGIARTI000030436639.")

    def fondement(self) -> Fondement:
        return Fondement(self.texte, self.article, self.division, self.depuis, self.jusqua, self.id)
