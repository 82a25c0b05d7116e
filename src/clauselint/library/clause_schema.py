"""The schema of clause files, `clauses/KIND.yaml`, and the `Clause` that each becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from clauselint.library.cues import parse_cue
from clauselint.library.definitions import (
    MOTIFS,
    Clause,
    ClauseExample,
    FaitSlot,
    Indice,
    Parametre,
    Portee,
    Reconnaissance,
    TermeSlot,
    TermeType,
    Variante,
)
from clauselint.library.problems import Problem
from clauselint.library.schema_types import (
    ClauseKind,
    CueText,
    Documents,
    FondementModel,
    Ligne,
    Nom,
    NomDeDocument,
    Schema,
    Souple,
    TermeNom,
    Texte,
    documents_of,
    single,
    unknown_name,
)
from clauselint.library.vocabulary import TERMES
from clauselint.library.yaml_source import Located

__all__ = ["ClauseModel", "clause_of", "clause_problems"]


class IndiceModel(Schema):
    """Des mots à trouver : seuls, ou avec la portée dans laquelle ils sont réunis."""

    indice: CueText = Field(description="Les mots : voir le langage des indices.")
    portee: Portee = Field(
        default=Portee.PHRASE, description="Où les groupes de mots peuvent se trouver réunis."
    )

    def made(self) -> Indice:
        return Indice(parse_cue(self.indice), self.portee)


Indices = tuple[Annotated[IndiceModel, single("indice", IndiceModel)], ...]


class FaitModel(Schema):
    """Une affirmation que les règles demandent : vraie quand un de ses indices est trouvé."""

    indices: Indices = Field(min_length=1, description="Ce qui la fait reconnaître.")
    dans: tuple[ClauseKind, ...] = Field(
        default=(), description="Les sortes de clause où la chercher (partout, si rien n’est dit)."
    )

    def made(self, nom: str) -> FaitSlot:
        return FaitSlot(nom, tuple(indice.made() for indice in self.indices), self.dans)


class TermeModel(Schema):
    """Comment la valeur d’un terme est trouvée."""

    type: TermeType | None = Field(default=None, description="Le type que donne le vocabulaire.")
    indices: tuple[CueText, ...] = Field(default=(), description="Les mots proches de la valeur.")
    exclure: tuple[CueText, ...] = Field(
        default=(), description="Les mots dont la présence dans la phrase écarte la valeur."
    )
    dans: tuple[ClauseKind, ...] = Field(
        default=(), description="Les sortes de clause où chercher."
    )
    documents: Documents = Field(default=(), description="Les contrats où chercher.")
    plusieurs: bool = Field(default=False, description="Garder toutes les valeurs trouvées.")
    motif: str = Field(
        default="", description="Le lecteur d’un texte (nom, lieu, police…), ou la valeur prise."
    )

    @field_validator("motif")
    @classmethod
    def _known_motif(cls, motif: str) -> str:
        known = [name for names in MOTIFS.values() for name in names]
        if motif and motif not in known:
            raise unknown_name(f"« {motif} » n’est pas un motif", motif, known)
        return motif

    def made(self, nom: str) -> TermeSlot:
        return TermeSlot(
            nom=nom,
            type=TERMES[nom],
            indices=tuple(parse_cue(cue) for cue in self.indices),
            exclure=tuple(parse_cue(cue) for cue in self.exclure),
            dans=self.dans,
            documents=documents_of(self.documents),
            plusieurs=self.plusieurs,
            motif=self.motif,
        )


class ReconnaitreModel(Schema):
    """Comment la clause est reconnue dans le contrat d’un tiers."""

    titres: tuple[CueText, ...] = Field(default=(), description="Ce qui la montre dans un titre.")
    indices: Indices = Field(default=(), description="Ce qui la montre dans une phrase.")
    exclusions: Indices = Field(default=(), description="Ce qui dit qu’elle ne s’applique pas.")
    faits: Mapping[Nom, FaitModel] = Field(
        default={}, description="Les affirmations à reconnaître."
    )
    termes: Mapping[TermeNom, TermeModel] = Field(default={}, description="Les valeurs à lire.")

    def made(self) -> Reconnaissance:
        return Reconnaissance(
            titres=tuple(parse_cue(cue) for cue in self.titres),
            indices=tuple(indice.made() for indice in self.indices),
            exclusions=tuple(indice.made() for indice in self.exclusions),
            faits=tuple(fait.made(nom) for nom, fait in self.faits.items()),
            termes=tuple(terme.made(nom) for nom, terme in self.termes.items()),
        )


class ParametreModel(Schema):
    """Une valeur que la mission peut donner à la clause."""

    type: TermeType = Field(description="Le type de la valeur.")
    defaut: Souple | None = Field(default=None, description="La valeur quand rien n’est dit.")
    min: Souple | None = Field(default=None, description="La plus petite valeur admise.")
    max: Souple | None = Field(default=None, description="La plus grande valeur admise.")
    pourquoi: Ligne | None = Field(default=None, description="La raison de ces bornes.")

    def made(self, nom: str) -> Parametre:
        return Parametre(nom, self.type, self.defaut, self.min, self.max, self.pourquoi or "")


class ExempleModel(Schema):
    """Un texte, et ce qui doit y être lu."""

    presente: Texte | None = Field(default=None, description="Un texte qui porte la clause.")
    absente: Texte | None = Field(default=None, description="Un texte qui ne la porte pas.")
    exclue: Texte | None = Field(default=None, description="Un texte qui dit l’écarter.")
    documents: Documents = Field(default=(), description="Les contrats où ce texte se lit.")
    termes: Mapping[TermeNom, Souple] = Field(default={}, description="Les valeurs à y lire.")

    @model_validator(mode="after")
    def _one_text(self) -> ExempleModel:
        if len(tuple(self._texts())) != 1:
            message = "un exemple dit une seule chose : presente, absente ou exclue"
            raise PydanticCustomError("exemple", "{message}", {"message": message})
        return self

    def _texts(self) -> Iterator[tuple[str, str]]:
        for outcome in ("presente", "absente", "exclue"):
            texte = getattr(self, outcome)
            if texte is not None:
                yield outcome, texte

    def made(self) -> ClauseExample:
        outcome, texte = next(self._texts())
        return ClauseExample(texte, documents_of(self.documents), outcome, self.termes)


class ClauseModel(Schema):
    """Une sorte de clause : comment elle s’écrit, comment elle se reconnaît, ce qui la fonde."""

    clause: ClauseKind = Field(description="Le nom de la clause : celui du fichier.")
    titre: Ligne = Field(description="Le titre sous lequel elle est rédigée.")
    documents: Documents = Field(description="Les contrats où elle a sa place.")
    fondement: tuple[FondementModel, ...] = Field(default=(), description="Les textes applicables.")
    reconnaitre: ReconnaitreModel = Field(description="Comment elle est reconnue.")
    parametres: Mapping[Nom, ParametreModel] = Field(
        default={}, description="Les valeurs que la mission peut lui donner."
    )
    variantes: Mapping[Nom, Mapping[NomDeDocument, Texte]] = Field(
        default={}, description="Les rédactions, par nom puis par contrat."
    )
    exemples: tuple[ExempleModel, ...] = Field(default=(), description="Des textes à reconnaître.")


def clause_of(model: ClauseModel) -> Clause:
    """The clause that a checked file describes."""
    return Clause(
        kind=model.clause,
        titre=model.titre,
        documents=documents_of(model.documents),
        fondement=tuple(basis.fondement() for basis in model.fondement),
        reconnaitre=model.reconnaitre.made(),
        parametres=tuple(value.made(nom) for nom, value in model.parametres.items()),
        variantes=tuple(_variante(nom, textes) for nom, textes in model.variantes.items()),
        exemples=tuple(example.made() for example in model.exemples),
    )


def clause_problems(located: Located[ClauseModel], stem: str) -> Iterator[Problem]:
    """What the schema alone can't see: the file's name and the types of the vocabulary."""
    clause = located.value
    if clause.clause != stem:
        message = f"ce fichier s’appelle « {stem}.yaml » : la clause porte le même nom"
        yield located.problem(("clause",), message, expected=stem)
    for nom, terme in clause.reconnaitre.termes.items():
        if terme.type not in (None, TERMES[nom]):
            message = f"le terme « {nom} » n’est pas de type « {terme.type} »"
            yield located.problem(
                ("reconnaitre", "termes", nom, "type"), message, expected=str(TERMES[nom])
            )


def _variante(nom: str, textes: Mapping[NomDeDocument, str]) -> Variante:
    """A text given for `travail` or `tous` serves the types that have none of their own."""
    given = [(kind, name, text) for name, text in textes.items() for kind in documents_of((name,))]
    general = {kind: text for kind, _, text in given}
    own = {kind: text for kind, name, text in given if kind.value == name.value}
    return Variante(nom, {**general, **own})
