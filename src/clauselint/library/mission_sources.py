"""What a mission is made of, before it is checked: its file, those of its parts, a line of a batch.

The entreprise de portage, the client and the salarié porté are written in the mission itself, or in
a file that several missions share: its path alone, or `fichier` and the keys that this mission
changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from msgspec import Struct

from clauselint.library.mission_origins import Cellule, LigneDeLot, Origines, Partie, dotted
from clauselint.library.problems import LibraryError, Problem
from clauselint.library.yaml_places import Key, Tree
from clauselint.library.yaml_source import read_values

__all__ = ["FICHIER", "PARTIES", "Fichiers", "Saisies", "gathered", "with_line"]

PARTIES = ("profil", "entreprise_cliente", "salarie_porte")
"""The groups of a mission that may have a file of their own."""

FICHIER = "fichier"
"""The key of a part that names its file, beside the keys that the mission changes."""


class Saisies(Struct, frozen=True):
    """The plain values of a mission file, and the places of all of them."""

    values: dict[str, Any]
    tree: Tree
    folder: Path


class Fichiers:
    """The files of missions and of their parts, each read once."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[Tree, dict[str, Any]]] = {}

    def values(self, path: Path) -> tuple[Tree, dict[str, Any]]:
        """The plain values of the file. Raises `LibraryError` when it can't be read."""
        if path not in self._read:
            self._read[path] = read_values(path)
        return self._read[path]

    def mission(self, path: Path) -> Saisies:
        """The values of the mission file at `path`."""
        tree, values = self.values(path)
        return Saisies(values, tree, path.parent)


def gathered(
    mission: Saisies, files: Fichiers, line: LigneDeLot | None = None
) -> tuple[dict[str, Any], Origines]:
    """The values of `mission` with those of the files of its parts, and the place of each.

    A path is looked for from the folder of the mission; one that `line` gives, from that of the
    batch. Raises `LibraryError` with the problems of these files.
    """
    values = dict(mission.values)
    parts: list[tuple[str, Partie]] = []
    problems: list[Problem] = []
    own = Origines(mission.tree, lot=line)
    for name in PARTIES:
        shared = _shared(values.get(name))
        if shared is None:
            continue
        file, changed = shared
        chemin = (name,) if isinstance(values[name], str) else (name, FICHIER)
        path = _folder(mission, line, chemin) / file
        if not path.is_file():
            message = f"le fichier « {file} » n’existe pas dans le dossier {_whose(own, chemin)}"
            problems.append(own.probleme(chemin, message, ""))
            values.pop(name)
            continue
        try:
            tree, found = files.values(path)
        except LibraryError as error:
            problems.extend(error.problems)
            continue
        values[name] = {**found, **changed}
        parts.append((name, Partie(tree, frozenset(changed))))
    if problems:
        raise LibraryError(problems)
    return values, Origines(mission.tree, tuple(parts), lot=line)


def _shared(value: object) -> tuple[str, Mapping[str, Any]] | None:
    """The file that a part names and the keys that the mission changes; None for one inline."""
    if isinstance(value, str):
        return value, {}
    if isinstance(value, dict) and isinstance(value.get(FICHIER), str):
        return value[FICHIER], {key: value[key] for key in value if key != FICHIER}
    return None


def _folder(mission: Saisies, line: LigneDeLot | None, chemin: tuple[str, ...]) -> Path:
    if line and any(cell.chemin == chemin for cell in line.cellules):
        return Path(line.fichier).parent
    return mission.folder


def _whose(own: Origines, chemin: tuple[str, ...]) -> str:
    given = own.lot is not None and any(cell.chemin == chemin for cell in own.lot.cellules)
    return "du lot" if given else "de la mission"


def with_line(mission: Saisies, line: LigneDeLot, texts: Sequence[str | list[str]]) -> Saisies:
    """The values of `mission`, those of the cells of `line` in place of its own.

    Raises `LibraryError` for a cell that names a value inside another one, or a rank that leaves
    a gap in a list.
    """
    values = deepcopy(mission.values)
    problems = []
    for cell, text in zip(line.cellules, texts, strict=True):
        try:
            _put(values, cell, text)
        except ValueError as error:
            column = cell.colonne
            problems.append(
                Problem(line.fichier, line.ligne, column, dotted(cell.chemin), str(error))
            )
    if problems:
        raise LibraryError(problems)
    return Saisies(values, mission.tree, mission.folder)


def _put(values: dict[str, Any], cell: Cellule, text: str | list[str]) -> None:
    *groups, last = cell.chemin
    holder: Any = values
    for rank, name in enumerate(groups):
        holder = _inside(holder, name, cell.chemin[rank + 1], part=not rank and name in PARTIES)
    _place(holder, last, text)


def _inside(holder: Any, name: Key, following: Key, *, part: bool) -> Any:
    """The group or list at `name` of `holder`, made when it is not there."""
    found = holder.get(name) if isinstance(holder, dict) else _item(holder, name)
    if part and isinstance(found, str):
        found = {FICHIER: found}
    if not isinstance(found, (dict, list)):
        found = [] if isinstance(following, int) else {}
    _place(holder, name, found)
    return found


def _item(holder: list[Any], name: Key) -> Any:
    return holder[name] if isinstance(name, int) and name < len(holder) else None


def _place(holder: Any, name: Key, value: Any) -> None:
    if isinstance(holder, dict) != isinstance(name, str):
        raise ValueError("cette colonne ne dit pas la même chose que le modèle : liste ou clés")
    if isinstance(name, str) or name < len(holder):
        holder[name] = value
    elif name == len(holder):
        holder.append(value)
    else:
        raise ValueError("les éléments d’une liste se suivent : remplir d’abord les précédents")
