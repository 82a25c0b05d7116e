"""The schema of clause files, `clauses/KIND.yaml`, and the `Clause` that each becomes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from clauselint.library.cues import parse_cue
from clauselint.library.definitions import (
    EQUILIBREE,
    MOTIFS,
    VARIANTES,
    Clause,
    ClauseExample,
    FaitSlot,
    Indice,
    Lien,
    Parametre,
    Portee,
    Reconnaissance,
    TermeSlot,
    TermeType,
    Variante,
)
from clauselint.library.parameters import parameter_faults, read_parameter
from clauselint.library.problems import Problem, nearest
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
from clauselint.model import DocumentType

__all__ = ["ClauseModel", "clause_of", "clause_problems", "link_problems"]

_TYPO = 0.8  # how alike a name must be to one of `VARIANTES` to be that name misspelt


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


class VarianteModel(Schema):
    """Une rédaction : ce qu’elle concède, les valeurs qu’elle préfère, son texte par contrat.

    Sans texte pour un contrat, elle y prend celui de « equilibree ».
    """

    concede: Ligne = Field(
        default="", description="Ce qui est accordé, contre le souhait de l’autre partie."
    )
    accepter: Ligne = Field(default="", description="Quand l’accepter.")
    repli: Ligne | None = Field(
        default=None, description="Sur quoi se replier si elle est refusée."
    )
    defauts: Mapping[Nom, Souple] = Field(
        default={}, description="Les valeurs des paramètres quand la mission n’en dit rien."
    )
    cdd: Texte = Field(default="", description="Le texte du CDD.")
    cdi: Texte = Field(default="", description="Le texte du CDI.")
    prestation: Texte = Field(default="", description="Le texte du contrat de prestation.")
    avenant: Texte = Field(default="", description="Le texte d’un avenant.")
    convention: Texte = Field(default="", description="Le texte de la convention de portage.")
    devis: Texte = Field(default="", description="Le texte du devis.")
    compte_rendu_activite: Texte = Field(default="", description="Le texte du compte rendu.")
    pv_recette: Texte = Field(default="", description="Le texte du procès-verbal de recette.")
    mise_en_demeure: Texte = Field(default="", description="Le texte de la mise en demeure.")
    nda: Texte = Field(default="", description="Le texte de l’accord de confidentialité.")
    autre: Texte = Field(default="", description="Le texte d’un autre document.")
    travail: Texte = Field(default="", description="Le texte du CDD et du CDI.")
    tous: Texte = Field(default="", description="Le texte de tous les contrats.")

    def made(self, nom: str) -> Variante:
        return Variante(
            nom,
            self._textes(),
            dict(self.defauts),
            self.concede,
            self.accepter,
            self.repli or "",
        )

    def _textes(self) -> dict[DocumentType, str]:
        """A text given for `tous` or `travail` serves the types that have none of their own."""
        shorthands = (NomDeDocument.TOUS, NomDeDocument.TRAVAIL)
        names = (*shorthands, *(name for name in NomDeDocument if name not in shorthands))
        texts = ((name, str(getattr(self, name))) for name in names)
        return {kind: text for name, text in texts if text for kind in documents_of((name,))}


class LienModel(Schema):
    """Une clause que celle-ci exige ou exclut, et où."""

    clause: ClauseKind = Field(description="La clause exigée ou exclue.")
    dans: Literal["contrat", "miroir"] = Field(
        description="Le même contrat, ou l’autre contrat de la mission."
    )
    quand: Ligne = Field(
        default="", description="La condition, en Jinja, avec les noms des textes de clause."
    )
    pourquoi: Ligne = Field(description="La raison, dite à qui rédige une mission refusée.")

    def made(self) -> Lien:
        return Lien(self.clause, self.pourquoi, self.dans == "miroir", self.quand)


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
    variantes: Mapping[Nom, VarianteModel] = Field(
        default={},
        description="Les rédactions : equilibree, client, portage, ou un nom de votre cabinet.",
    )
    exige: tuple[LienModel, ...] = Field(
        default=(), description="Les clauses sans lesquelles celle-ci ne s’écrit pas."
    )
    exclut: tuple[LienModel, ...] = Field(
        default=(), description="Les clauses avec lesquelles celle-ci ne s’écrit pas."
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
        variantes=tuple(variante.made(nom) for nom, variante in model.variantes.items()),
        exige=tuple(lien.made() for lien in model.exige),
        exclut=tuple(lien.made() for lien in model.exclut),
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

    yield from _parametre_problems(located)
    yield from _variante_problems(located)


def link_problems(located: Located[ClauseModel], kinds: Iterable[str]) -> Iterator[Problem]:
    """The clauses required or excluded that the library, whose clauses are `kinds`, lacks."""
    clause = located.value
    known = frozenset(kinds)
    for key, liens in (("exige", clause.exige), ("exclut", clause.exclut)):
        for rank, lien in enumerate(liens):
            loc = (key, rank, "clause")
            if lien.clause not in known:
                message = f"la bibliothèque n’a pas de clause « {lien.clause} »"
                yield located.problem(loc, message, suggestion=nearest(lien.clause, known))
            elif lien.clause == clause.clause and lien.dans == "contrat":
                message = "la clause parle ici d’elle-même, dans le même contrat ; ôter ce lien"
                yield located.problem(loc, message)


def _parametre_problems(located: Located[ClauseModel]) -> Iterator[Problem]:
    for nom, model in located.value.parametres.items():
        for key, message in parameter_faults(model.made(nom)):
            yield located.problem(("parametres", nom, key), message)


def _variante_problems(located: Located[ClauseModel]) -> Iterator[Problem]:
    variantes = located.value.variantes
    if variantes and EQUILIBREE not in variantes:
        message = f"la variante « {EQUILIBREE} » manque : c’est elle qui est écrite par défaut"
        yield located.key_problem(("variantes",), message)
    for nom, variante in variantes.items():
        loc = ("variantes", nom)
        near = difflib.get_close_matches(nom, VARIANTES, n=1, cutoff=_TYPO)
        if near and near[0] != nom:
            message = f"« {nom} » se confond avec une variante de la bibliothèque ; changer de nom"
            yield located.key_problem(loc, message, near[0])
        if not variante.made(nom).textes and not variante.defauts:
            message = "cette variante n’a ni texte ni valeurs à elle ; en donner, ou l’ôter"
            yield located.key_problem(loc, message)
        yield from _defaut_problems(located, nom, variante)


def _defaut_problems(
    located: Located[ClauseModel], nom: str, variante: VarianteModel
) -> Iterator[Problem]:
    parametres = located.value.parametres
    for name, text in variante.defauts.items():
        loc = ("variantes", nom, "defauts", name)
        if name not in parametres:
            message = f"« {name} » n’est pas un paramètre de la clause"
            yield located.key_problem(loc, message, nearest(name, parametres))
            continue
        parametre = parametres[name].made(name)
        if any(parameter_faults(parametre)):
            continue
        try:
            read_parameter(parametre, text)
        except ValueError as error:
            yield located.problem(loc, str(error))
