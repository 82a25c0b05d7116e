"""The outline of a document: which clauses, in which order, and what stands around them.

`templates/DOCUMENT/outline.yaml`, beside the Word template that gives the styles. Its texts are
written like those of clauses.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from msgspec import Struct
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from clauselint.library.vocabulary import CLAUSES
from clauselint.library.yaml_places import Tree
from clauselint.library.yaml_source import read_yaml
from clauselint.model import DocumentType

__all__ = ["ArticleVoulu", "Outline", "SignataireVoulu", "read_outline"]


class ArticleVoulu(Struct, frozen=True):
    """One article: the clause it states, its title if not the clause's own, when it is there."""

    clause: str
    titre: str = ""
    quand: str = ""


class SignataireVoulu(Struct, frozen=True):
    pour: str
    nom: str


class Outline(Struct, frozen=True):
    """All texts are Jinja; `tree` gives the place of each, for messages."""

    document: DocumentType
    titre: str
    sous_titre: str
    reference: str
    parties: tuple[str, ...]
    preambule: str
    articles: tuple[ArticleVoulu, ...]
    cloture: str
    signatures: tuple[SignataireVoulu, ...]
    tree: Tree


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _known_clause(name: str) -> str:
    from clauselint.library.problems import ask_for, nearest  # noqa: PLC0415

    if name not in CLAUSES:
        near = nearest(name, CLAUSES)
        hint = f". {ask_for(near)}" if near else ""
        raise ValueError(f"« {name} » n’est pas une clause{hint}")
    return name


class _Article(_Strict):
    clause: Annotated[str, BeforeValidator(_known_clause)]
    titre: str = ""
    quand: str = ""


def _article(value: object) -> object:
    return {"clause": value} if isinstance(value, str) else value


class _Signataire(_Strict):
    pour: str
    nom: str


class _Outline(_Strict):
    document: DocumentType
    titre: str
    sous_titre: str = ""
    reference: str
    parties: tuple[str, ...] = Field(min_length=2)
    preambule: str = ""
    articles: tuple[Annotated[_Article, BeforeValidator(_article)], ...] = Field(min_length=1)
    cloture: str
    signatures: tuple[_Signataire, ...] = Field(min_length=2)


def read_outline(path: Path) -> Outline:
    """The outline of the file at `path`. Raises `LibraryError` with every problem of the file."""
    located = read_yaml(path, _Outline)
    read = located.value
    return Outline(
        read.document,
        read.titre,
        read.sous_titre,
        read.reference,
        read.parties,
        read.preambule,
        tuple(ArticleVoulu(item.clause, item.titre, item.quand) for item in read.articles),
        read.cloture,
        tuple(SignataireVoulu(item.pour, item.nom) for item in read.signatures),
        located.tree,
    )
