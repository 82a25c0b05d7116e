"""The schema of rule files, `rules/FAMILY/RULE.yaml`, and the `Rule` that each becomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from clauselint.library.definitions import Gravite, Outcome, RuleExample
from clauselint.library.schema_types import (
    ClauseKind,
    Documents,
    FondementModel,
    Jour,
    Ligne,
    Schema,
    Texte,
    shaped,
)
from clauselint.model import DocumentType

__all__ = ["ConstatModel", "MessageModel", "RuleModel"]

_EXPRESSION = "Une expression : voir ce que les expressions peuvent dire."
_WITHOUT_FINDING = (Outcome.CONFORME, Outcome.SANS_OBJET)

RuleId = Annotated[
    str, *shaped("[a-z0-9-]+/[a-z0-9-]+", "famille/nom, en minuscules, comme durees/bornes")
]


class MessageModel(Schema):
    """Ce que dit le constat : les valeurs, l’exigence, le remède."""

    fr: Ligne = Field(description="En français ; « {{ … }} » y imprime une valeur.")
    en: Ligne = Field(description="En anglais.")


class ConstatModel(Schema):
    """Une façon de manquer à la règle."""

    si: Texte = Field(description=f"Ce qui fait le constat. {_EXPRESSION}")
    ou: Texte | None = Field(default=None, description="Le passage à montrer : clause('prix').")
    contre: Texte | None = Field(
        default=None,
        description="Règle de dossier : le passage de l’autre contrat, contredit par « ou ».",
    )
    pour_chaque: Texte | None = Field(
        default=None, description="Une liste dont chaque « element » est examiné."
    )
    message: MessageModel


class TextesModel(Schema):
    """Les contrats d’un dossier, ou les morceaux qui comptent."""

    travail: Texte | None = Field(default=None, description="Le contrat de travail.")
    prestation: Texte | None = Field(default=None, description="Le contrat de prestation.")
    convention: Texte | None = Field(default=None, description="La convention de portage.")
    devis: Texte | None = Field(default=None, description="Le devis.")
    avenants: tuple[Texte, ...] = Field(
        default=(), description="Les avenants ; leur titre dit ce qu’ils modifient."
    )

    def parts(self) -> dict[str, str]:
        """The texts by what they are, in order."""
        bases = {name: getattr(self, name) for name in ("travail", "prestation", "convention")}
        bases["devis"] = self.devis
        amendments = {f"avenant {n}": texte for n, texte in enumerate(self.avenants, start=1)}
        return {name: texte for name, texte in (bases | amendments).items() if texte}


class ExempleModel(Schema):
    """Un contrat, ou un morceau de contrat, et ce que la règle doit en dire."""

    conforme: Texte | TextesModel | None = None
    non_conforme: Texte | TextesModel | None = None
    sans_objet: Texte | TextesModel | None = None
    indetermine: Texte | TextesModel | None = None
    document: DocumentType | None = Field(
        default=None,
        description="Le type à supposer ; dans un dossier, celui du contrat de travail.",
    )
    date: Jour | None = Field(default=None, description="Le jour dont la loi s’applique.")
    message: Ligne | None = Field(default=None, description="Des mots que le message contient.")
    piege: Ligne | None = Field(
        default=None,
        description="Ce qui, dans un texte sans défaut, tromperait un lecteur pressé.",
    )

    @model_validator(mode="after")
    def _one_text(self) -> ExempleModel:
        outcomes = tuple(outcome for outcome, _ in self._texts())
        if len(outcomes) != 1:
            message = (
                "un exemple dit une seule chose : conforme, non_conforme, sans_objet ou indetermine"
            )
        elif self.piege and outcomes[0] not in _WITHOUT_FINDING:
            message = (
                "« piege » va avec un exemple conforme ou sans_objet : ce qui n’est pas relevé"
            )
        else:
            return self
        raise PydanticCustomError("exemple", "{message}", {"message": message})

    @property
    def of_dossier(self) -> bool:
        return any(isinstance(texte, TextesModel) for _, texte in self._texts())

    def _texts(self) -> Iterator[tuple[Outcome, str | TextesModel]]:
        for outcome in Outcome:
            texte = getattr(self, outcome)
            if texte is not None:
                yield outcome, texte

    def made(self) -> RuleExample:
        outcome, told = next(self._texts())
        parts = told.parts() if isinstance(told, TextesModel) else {}
        texte = told if isinstance(told, str) else _shown(parts)
        return RuleExample(
            outcome, texte, self.document, self.date, self.message or "", self.piege or "", parts
        )


def _shown(parts: dict[str, str]) -> str:
    """The texts of a dossier one after the other, each under what it is."""
    return "\n\n".join(f"[{name}]\n{texte.strip()}" for name, texte in parts.items())


class RuleModel(Schema):
    """Une règle : ce qu’elle exige, de quels contrats, en vertu de quel texte."""

    regle: RuleId = Field(description="famille/nom : le dossier et le fichier.")
    gravite: Gravite = Field(
        description="erreur : nul, puni ou contradictoire ; avertissement : "
        "risqué ; info : à regarder."
    )
    titre: Ligne = Field(description="Ce que la règle vérifie, en une ligne.")
    portee: Literal["document", "dossier"] = Field(
        default="document",
        description="dossier : la règle lit ensemble les contrats d’une mission.",
    )
    documents: Documents = Field(min_length=1, description="Les contrats qu’elle concerne.")
    portage: bool | None = Field(
        default=None,
        description="true : portage salarial seulement ; false : jamais ; rien : tous.",
    )
    fondement: tuple[FondementModel, ...] = Field(default=(), description="Les textes applicables.")
    sanction: Annotated[
        tuple[FondementModel, ...], Field(description="Les textes qui punissent.")
    ] = ()
    quand: Texte | None = Field(
        default=None, description=f"Ce qui rend la règle applicable. {_EXPRESSION}"
    )
    condition: Ligne | None = Field(
        default=None, description="Le « quand » en mots, après « La règle s’applique » : « si… »."
    )
    exige: Texte | None = Field(default=None, description=f"Ce qui doit être vrai. {_EXPRESSION}")
    ou: Texte | None = Field(default=None, description="Avec exige : le passage à montrer.")
    message: MessageModel | None = Field(default=None, description="Avec exige : le constat.")
    constats: tuple[ConstatModel, ...] = Field(
        default=(), description="Les façons d’y manquer : la première qui est vraie est le constat."
    )
    corrige: ClauseKind | None = Field(default=None, description="La clause qui y remédie.")
    conseil: Texte | None = Field(default=None, description="Ce que conseillerait un confrère.")
    pourquoi: Texte | None = Field(default=None, description="La raison d’être de la règle.")
    exemples: tuple[ExempleModel, ...] = Field(
        default=(), description="Des textes et ce que la règle en dit : ils sont vérifiés."
    )

    @model_validator(mode="after")
    def _one_form(self) -> RuleModel:
        if bool(self.constats) == (self.exige is not None):
            message = "une règle dit soit « constats », soit « exige » et « message »"
        elif self.exige is not None and self.message is None:
            message = "« exige » demande un « message » (fr et en)"
        elif self.constats and (self.message or self.ou):
            message = (
                "« message » et « ou » vont avec « exige » ; avec « constats », chacun a les siens"
            )
        elif self.portee == "document" and any(constat.contre for constat in self.constats):
            message = "« contre » montre un autre contrat : la règle dit « portee: dossier »"
        elif any(exemple.of_dossier != (self.portee == "dossier") for exemple in self.exemples):
            message = (
                "les exemples d’une règle de dossier, et d’elles seules, donnent chaque contrat : "
                "« travail: … », « prestation: … », « avenants: [ … ] »"
            )
        else:
            return self
        raise PydanticCustomError("forme", "{message}", {"message": message})
