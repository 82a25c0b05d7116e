"""The schema of the tables of `law/`, and the problems it can't say by itself."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from pydantic import Field

from clauselint.library.problems import LibraryError, Problem
from clauselint.library.schema_types import Jour, Ligne, Nom, Schema
from clauselint.library.vocabulary import LAW_TABLES
from clauselint.library.yaml_source import Located, read_yaml

__all__ = ["LawTableModel", "plain_table"]

Rows = tuple[tuple[str, str], ...]


class Grandeur(StrEnum):
    """What a table gives."""

    MONTANT = "montant"
    POURCENTAGE = "pourcentage"


class Marque(StrEnum):
    """Whether the official text itself was read, or one that reports it."""

    PRIMAIRE = "primaire"
    SECONDAIRE = "secondaire"


class LawValueModel(Schema):
    """Une valeur et le jour à partir duquel elle s’applique."""

    depuis: Jour = Field(description="Le premier jour où la valeur s’applique.")
    valeur: Decimal = Field(ge=0, description="En euros ou en pour cent, avec un point.")
    texte: Ligne | None = Field(default=None, description="L’arrêté ou le décret qui la fixe.")


class LawTableModel(Schema):
    """Un chiffre fixé par la loi, jour par jour."""

    table: Nom = Field(description="Le nom du fichier, demandé par valeur_legale.")
    titre: Ligne = Field(description="Comment les messages nomment ce chiffre.")
    type: Grandeur = Field(description="Ce que donne la table.")
    source: Ligne = Field(description="D’où viennent les valeurs.")
    marque: Marque = Field(description="Le texte officiel a été lu, ou un texte qui le rapporte.")
    verifie_le: Jour = Field(description="Le jour de la dernière vérification.")
    jusqua: Jour | None = Field(default=None, description="Le dernier jour que couvre la table.")
    valeurs: tuple[LawValueModel, ...] = Field(min_length=1, description="De jour en jour.")


def plain_table(path: Path) -> tuple[str, str, str, Rows]:
    """Title, type, last day covered (or empty) and values of the table at `path`, as plain text.

    Raises `LibraryError` with every problem of the file.
    """
    located = read_yaml(path, LawTableModel, name=f"law/{path.name}")
    problems = _problems(located, path.stem)
    if problems:
        raise LibraryError(problems)
    model = located.value
    rows = tuple((value.depuis.isoformat(), str(value.valeur)) for value in model.valeurs)
    return model.titre, str(model.type), model.jusqua.isoformat() if model.jusqua else "", rows


def _problems(located: Located[LawTableModel], name: str) -> list[Problem]:
    model = located.value
    found = []
    if model.table != name:
        message = f"ce fichier est « law/{name}.yaml » : la table porte le même nom"
        found.append(located.problem(("table",), message, expected=name))
    elif LAW_TABLES.get(name) != model.type:
        message = f"la table « {name} » n’est pas connue sous ce type"
        expected = LAW_TABLES.get(name, "")
        found.append(located.problem(("type",), message, expected=expected))
    days = [value.depuis for value in model.valeurs]
    for number, (before, after) in enumerate(pairwise(days), start=1):
        if after <= before:
            message = "cette date ne suit pas la précédente ; ranger les valeurs par date"
            found.append(located.problem(("valeurs", number, "depuis"), message))
    if model.jusqua and model.jusqua < days[-1]:
        message = "la table prend fin avant sa dernière valeur ; corriger l’une des deux dates"
        found.append(located.problem(("jusqua",), message))
    return found
