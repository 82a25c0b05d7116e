"""Missions made of an example and of changes, as files that drafting reads like any other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from copy import deepcopy
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field

from clauselint.library.library import Library
from clauselint.library.mission_sources import FICHIER, PARTIES
from clauselint.library.problems import LibraryError, Problem
from clauselint.library.schema_types import Ligne, Schema
from clauselint.library.yaml_source import read_values, read_yaml

__all__ = [
    "Base",
    "Change",
    "Choix",
    "bases",
    "choices_of",
    "mission_text",
    "with_choices",
    "written",
]

OPTIONS = "verification.yaml"

Path_ = tuple[str, ...]


class Change(NamedTuple):
    """A value given to a key of the mission, or taken from it when the value is None."""

    chemin: Path_
    valeur: Any

    def __str__(self) -> str:
        value = "(retiré)" if self.valeur is None else _shown(self.valeur)
        return f"{'.'.join(self.chemin)}: {value}"


class Choix(NamedTuple):
    """What one choice of an option changes; nothing for « as in the example »."""

    option: str
    changes: tuple[Change, ...] = ()


class Base(NamedTuple):
    """An example mission: its file, what it says, its kind of work contract."""

    file: Path
    shown: str
    values: dict[str, Any]

    @property
    def travail(self) -> str:
        return str(self.values.get("travail", ""))


class _Option(Schema):
    option: Ligne = Field(description="Le nom de l’option.")
    travail: Ligne | None = Field(default=None, description="Le contrat de travail requis.")
    choix: tuple[dict[str, Any], ...] = Field(min_length=1, description="Ce qu’elle peut valoir.")


class _Options(Schema):
    options: tuple[_Option, ...] = Field(description="Ce qui varie d’une mission à l’autre.")


def bases(library: Library, missions: Sequence[Path] = ()) -> tuple[Base, ...]:
    """The `missions` given, else those of the library: of `examples/` and of the folder itself, in
    each root.

    Raises `LibraryError` for a file that can't be read, and when there is none.
    """
    if missions:
        return tuple(Base(file, str(file), read_values(file)[1]) for file in missions)
    found = tuple(_bases(library.roots))
    if not found:
        message = "cette bibliothèque n’a pas de mission d’exemple ; en mettre une dans examples/"
        raise LibraryError((Problem("examples", 0, 0, "", message),))
    return found


def _bases(roots: Sequence[Path]) -> Iterable[Base]:
    for root in roots:
        for file in sorted((*root.glob("examples/*.yaml"), *root.glob("mission*.yaml"))):
            _, values = read_values(file)
            if "travail" in values:
                shown = str(file.relative_to(root)) if root == roots[0] else str(file)
                yield Base(file, shown, values)


def choices_of(library: Library, base: Base) -> tuple[tuple[Choix, ...], ...]:
    """The choices of each option of `verification.yaml` that `base` can have, one at least.

    The options of a folder laid over the standard library come after those of the standard one.
    """
    files = (root / OPTIONS for root in library.roots)
    read = (read_yaml(file, _Options).value for file in files if file.is_file())
    options = (option for model in read for option in model.options)
    found = (_choices(option, base) for option in options)
    return tuple(choices for choices in found if choices)


def _choices(option: _Option, base: Base) -> tuple[Choix, ...]:
    if option.travail not in (None, base.travail):
        return ()
    made = (
        Choix(option.option, tuple(Change(tuple(key.split(".")), choice[key]) for key in choice))
        for choice in option.choix
    )
    return tuple(choice for choice in made if all(_fits(change, base) for change in choice.changes))


def _fits(change: Change, base: Base) -> bool:
    """False for a key that is taken out of a file that the mission shares with others."""
    group = base.values.get(change.chemin[0])
    shared = change.chemin[0] in PARTIES and (isinstance(group, str) or FICHIER in (group or {}))
    deep = len(change.chemin) > 2  # a group of the file would be replaced whole
    return not (shared and (deep or change.valeur is None))


def with_choices(base: Base, changes: Iterable[Change]) -> dict[str, Any]:
    """What `base` says, with `changes`; the files it refers to by their whole path."""
    values = deepcopy(base.values)
    folder = base.file.parent
    for part in PARTIES:
        shared = values.get(part)
        if isinstance(shared, str):
            shared = values[part] = {FICHIER: shared}
        if isinstance(shared, dict) and FICHIER in shared:
            shared[FICHIER] = str((folder / shared[FICHIER]).resolve())
    for change in changes:
        _apply(values, change)
    return values


def _apply(values: dict[str, Any], change: Change) -> None:
    *groups, last = change.chemin
    for rank, key in enumerate(groups):
        inner = values.get(key)
        if groups[0] == "clauses" and rank == 1:
            if inner in ("non", False):
                return  # a clause that is left out has no setting
            if not isinstance(inner, dict):
                inner = {}
        values[key] = inner = inner if isinstance(inner, dict) else {}
        values = inner
    if change.valeur is None:
        values.pop(last, None)
    elif last in values and change.valeur == "oui" and isinstance(values[last], dict):
        return  # already asked for, with settings
    else:
        values[last] = change.valeur


def written(values: dict[str, Any], path: Path) -> None:
    """The mission as a file: JSON, which is YAML and quicker to write."""
    text = json.dumps(values, ensure_ascii=False, indent=1, default=str)
    path.write_text(text, encoding="utf-8")


def mission_text(base: Base, changes: Iterable[Change]) -> str:
    """The whole mission as a YAML file that a person can read and build."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - only for a fault

    yaml = YAML()
    yaml.width = 100
    yaml.allow_unicode = True
    text = StringIO()
    yaml.dump(json.loads(json.dumps(with_choices(base, changes), default=str)), text)
    return text.getvalue()


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
