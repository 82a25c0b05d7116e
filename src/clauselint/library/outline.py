"""The outline of a document: its articles, in which order, and what stands around them.

`templates/FOLDER/outline.yaml`, beside the Word template that gives the styles. An article states a
clause of the library, or a text of its own; annexes follow the signatures. All texts are written
like those of clauses.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from msgspec import Struct
from pydantic import BeforeValidator, Field, model_validator

from clauselint.library.schema_types import ClauseKind, Ligne, Nom, Schema, Texte
from clauselint.library.yaml_places import Tree
from clauselint.library.yaml_source import read_yaml
from clauselint.model import DocumentType

__all__ = [
    "AnnexeDuPlan",
    "ArticleVoulu",
    "Forme",
    "Outline",
    "SignataireVoulu",
    "outline_schema",
    "read_outline",
]


class Forme(StrEnum):
    """How a document is laid out.

    `contrat`: parties presented as in a deed, numbered articles. `acte`: presented one after the
    other, articles under titles without numbers. `lettre`: the sender, then the addressee on the
    right, articles without titles when they have none.
    """

    CONTRAT = "contrat"
    ACTE = "acte"
    LETTRE = "lettre"


class ArticleVoulu(Struct, frozen=True):
    """One article: the clause it states, or its own `texte`; its title if not the clause’s own,
    when it is there. `changements` stands for the articles that an amendment changes.
    """

    clause: str = ""
    titre: str = ""
    quand: str = ""
    texte: str = ""
    changements: bool = False


class AnnexeDuPlan(Struct, frozen=True):
    """An annex: `nom` is how missions ask for it, `texte` what it says under its title."""

    nom: str
    titre: str
    texte: str
    quand: str = ""


class SignataireVoulu(Struct, frozen=True):
    pour: str
    nom: str


class Outline(Struct, frozen=True):
    """All texts are Jinja; `tree` gives the place of each, for messages.

    `parties`, `cloture` and `signatures` are empty in the outline of an amendment, which takes
    those of the contract it amends. `modele` is the folder whose Word template gives the styles.
    """

    document: DocumentType
    forme: Forme
    modele: str
    titre: str
    sous_titre: str
    reference: str
    parties: tuple[str, ...]
    preambule: str
    articles: tuple[ArticleVoulu, ...]
    cloture: str
    signatures: tuple[SignataireVoulu, ...]
    annexes: tuple[AnnexeDuPlan, ...]
    sommaire: bool
    tree: Tree


class _Article(Schema):
    """Un article du document."""

    clause: ClauseKind | None = Field(default=None, description="La clause qu’il énonce.")
    titre: str = Field(default="", description="Son titre, s’il n’est pas celui de la clause.")
    quand: str = Field(default="", description="La condition de sa présence, écrite en Jinja.")
    texte: Texte | None = Field(default=None, description="Son texte, s’il n’énonce pas de clause.")
    changements: bool = Field(
        default=False, description="Tient la place des articles que l’avenant modifie."
    )

    @model_validator(mode="after")
    def _one_content(self) -> _Article:
        given = [self.clause is not None, self.texte is not None, self.changements]
        if sum(given) != 1:
            raise ValueError(
                "un article énonce soit une « clause », soit un « texte » ; « changements: true » "
                "tient la place des articles qu’un avenant modifie"
            )
        return self

    def made(self) -> ArticleVoulu:
        return ArticleVoulu(
            self.clause or "", self.titre, self.quand, self.texte or "", self.changements
        )


def _article(value: object) -> object:
    return {"clause": value} if isinstance(value, str) else value


class _Annexe(Schema):
    """Une annexe, après les signatures."""

    annexe: Nom = Field(description="Le nom par lequel les missions la demandent.")
    titre: Ligne = Field(description="Son titre, sans « Annexe » ni numéro.")
    quand: str = Field(default="", description="La condition de sa présence, écrite en Jinja.")
    texte: Texte = Field(description="Ce qu’elle dit.")


class _Signataire(Schema):
    """Une case du tableau des signatures."""

    pour: str = Field(description="La partie qui signe.")
    nom: str = Field(description="La personne, et sa qualité.")


class _Outline(Schema):
    """Le plan d’un document."""

    document: DocumentType = Field(description="La sorte de document.")
    forme: Forme = Field(default=Forme.CONTRAT, description="contrat, acte ou lettre.")
    modele: str = Field(
        default="", description="Le dossier dont le modèle Word est repris, s’il n’est pas le sien."
    )
    titre: Texte = Field(description="Le titre.")
    sous_titre: str = Field(default="", description="La ligne sous le titre.")
    reference: str = Field(description="La référence, qui donne son nom au fichier.")
    parties: tuple[str, ...] = Field(default=(), description="La présentation de chaque partie.")
    preambule: str = Field(default="", description="Le préambule.")
    articles: tuple[
        Annotated[_Article, BeforeValidator(_article, json_schema_input_type=str | _Article)], ...
    ] = Field(min_length=1, description="Les articles, dans leur ordre.")
    cloture: str = Field(default="", description="La ligne qui précède les signatures.")
    signatures: tuple[_Signataire, ...] = Field(default=(), description="Les signataires.")
    annexes: tuple[_Annexe, ...] = Field(default=(), description="Les annexes, dans leur ordre.")

    sommaire: bool = Field(
        default=False, description="Vrai : un sommaire suit le titre ; pour un long document."
    )

    @model_validator(mode="after")
    def _parties_of_a_contract(self) -> _Outline:
        if self.document is not DocumentType.AVENANT and not self.parties:
            raise ValueError(
                "présenter les « parties » : seul un avenant reprend celles d’un autre"
            )
        return self


def read_outline(path: Path) -> Outline:
    """The outline of the file at `path`. Raises `LibraryError` with every problem of the file."""
    located = read_yaml(path, _Outline)
    read = located.value
    return Outline(
        document=read.document,
        forme=read.forme,
        modele=read.modele or path.parent.name,
        titre=read.titre,
        sous_titre=read.sous_titre,
        reference=read.reference,
        parties=read.parties,
        preambule=read.preambule,
        articles=tuple(item.made() for item in read.articles),
        cloture=read.cloture,
        signatures=tuple(SignataireVoulu(item.pour, item.nom) for item in read.signatures),
        annexes=tuple(
            AnnexeDuPlan(item.annexe, item.titre, item.texte, item.quand) for item in read.annexes
        ),
        sommaire=read.sommaire,
        tree=located.tree,
    )


def outline_schema() -> dict[str, object]:
    """The JSON Schema of an outline file, for editors."""
    return _Outline.model_json_schema()
