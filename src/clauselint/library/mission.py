"""Reading a mission: its YAML file, those of its parts, the line of a batch that completes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from clauselint.library.mission_model import Entreprise, Mission, Profil, SalariePorte
from clauselint.library.mission_origins import LigneDeLot, Origines
from clauselint.library.mission_sources import Fichiers, Saisies, gathered, with_line
from clauselint.library.problems import LibraryError, Problem
from clauselint.library.validation_messages import faults_of, problem_of
from clauselint.library.yaml_places import Tree
from clauselint.library.yaml_source import parse_values

__all__ = ["PART_MODELS", "read_line", "read_mission"]

PART_MODELS: dict[str, type[BaseModel]] = {
    "profil": Profil,
    "entreprise_cliente": Entreprise,
    "salarie_porte": SalariePorte,
}
"""The models of the parts that may have a file of their own."""


def read_mission(path: Path, files: Fichiers | None = None) -> Mission:
    """The mission of the file at `path`, every value typed and knowing its place.

    `files` keeps what several missions share. Raises `LibraryError` with every problem of the
    mission file, or of those of its parts: an unknown key, a missing one, a date that does not
    exist, a wrong check digit…
    """
    files = files or Fichiers()
    return _mission(files.mission(path), files)


def read_line(
    modele: Path | None, line: LigneDeLot, texts: Sequence[str | list[str]], files: Fichiers
) -> Mission:
    """The mission of the file `modele`, which the cells of `line` complete with their `texts`.

    Without a `modele`, the line says everything.

    Raises `LibraryError` as `read_mission` does, the faults of a cell at its line and column.
    """
    model = files.mission(modele) if modele else _nothing(Path(line.fichier))
    return _mission(with_line(model, line, texts), files, line)


def _mission(saisies: Saisies, files: Fichiers, line: LigneDeLot | None = None) -> Mission:
    values, origines = gathered(saisies, files, line)
    try:
        mission = Mission.model_validate(values)
    except ValidationError as error:
        problems = tuple(_problem(details, origines) for details in faults_of(error))
        raise LibraryError(problems) from None
    placed = mission.avec_origines(origines)
    clashes = _inconsistencies(placed)
    if clashes:
        raise LibraryError(clashes)
    return placed


def _problem(details: ErrorDetails, origines: Origines) -> Problem:
    """A fault of a mission, told of the file or of the cell that gives the value."""
    loc = details["loc"]
    part = origines.partie(loc)
    if part:
        inside: ErrorDetails = {**details, "loc": loc[1:]}
        problem = problem_of(inside, PART_MODELS[str(loc[0])], part.tree)
        return origines.place(problem, loc)
    tree = _no_tree(origines) if _in_cell(loc, origines) else origines.mission
    problem = problem_of(details, Mission, tree)
    missing = details["type"] == "missing"
    return origines.manque(problem, loc) if missing else origines.place(problem, loc)


def _in_cell(loc: tuple[int | str, ...], origines: Origines) -> bool:
    return origines.lot is not None and origines.lot.cellule(loc) is not None


def _no_tree(origines: Origines) -> Tree:
    """A file that says nothing: the words of a cell are not those of the model of the batch."""
    return _nothing(Path(origines.mission.file)).tree


def _nothing(path: Path) -> Saisies:
    tree, values = parse_values("{}", name=str(path))
    return Saisies(values, tree, path.parent)


def _inconsistencies(mission: Mission) -> tuple[Problem, ...]:
    """What no rule of law says but no contract could state: clashes between two values."""
    problems = []
    if mission.entreprise_cliente.siren == mission.profil.siren:
        message = "l’entreprise cliente et l’entreprise de portage ont le même SIREN"
        problems.append(mission.probleme(("entreprise_cliente", "siren"), message))
    for group, key, source in (
        ("prestation", "lieu", "entreprise_cliente"),
        ("signature", "lieu", "profil"),
    ):
        if not getattr(getattr(mission, group), key):
            message = f"le donner, faute d’une ville dans l’adresse de « {source} »"
            problems.append(mission.probleme((group, key), message))
    prestation = mission.prestation
    for rank, livrable in enumerate(prestation.livrables):
        early = livrable.remise < prestation.debut
        if early or (prestation.fin and livrable.remise > prestation.fin):
            message = "cette remise tombe hors des dates de la prestation"
            problems.append(mission.probleme(("prestation", "livrables", rank, "remise"), message))
    if mission.date_embauche > prestation.debut:
        message = "l’embauche suit le début de la prestation"
        problems.append(mission.probleme(("embauche",), message))
    return tuple(problems)
