"""Missions by the line: a CSV file whose heads of columns are keys of a mission.

`prix.tjm`, `prestation.livrables.1.nom`, `clauses.confidentialite.duree`: keys are apart by dots,
ranks count from 1. An empty cell leaves the value to the mission that serves as a model.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from clauselint.library.mission_model import Mission
from clauselint.library.mission_origins import Cellule, LigneDeLot
from clauselint.library.mission_sources import FICHIER, PARTIES
from clauselint.library.problems import LibraryError, Problem, nearest
from clauselint.library.validation_messages import names_at
from clauselint.library.yaml_places import Key
from clauselint.library.yaml_source import read_text

__all__ = ["Ligne", "read_batch"]

_SEPARATORS = (";", "\t", ",")


class Ligne(Struct, frozen=True):
    """One mission of a batch: where its cells stand, and what each says, in the same order.

    A cell says one value, or the items of a list between vertical bars.
    """

    lieu: LigneDeLot
    textes: tuple[str | list[str], ...]


def read_batch(path: Path) -> tuple[Ligne, ...]:
    """The lines of the CSV file at `path`: UTF-8, with or without a mark; `;`, `,` or tabs.

    Raises `LibraryError` with every column that names no key of a mission, and every line that has
    more cells than there are columns.
    """
    shown = str(path)
    source = read_text(path, shown)
    rows = tuple(_rows(source, shown))
    if not rows:
        raise LibraryError((Problem(shown, 0, 0, "", "ce fichier est vide"),))
    (_, heads), *others = rows
    columns = tuple(_chemin(head) for head in heads)
    problems = [*_column_problems(heads, columns, shown), *_long_lines(others, len(heads), shown)]
    if not others and not problems:
        message = "ce fichier n’a que ses titres de colonnes ; écrire une mission par ligne"
        problems.append(Problem(shown, 1, 1, "", message))
    if problems:
        raise LibraryError(problems)
    return tuple(_ligne(shown, number, cells, columns) for number, cells in others)


def _rows(source: str, shown: str) -> Iterator[tuple[int, list[str]]]:
    """The records that are not blank, each with the number of the line where it begins."""
    lines = source.splitlines(keepends=True)
    head = next((line for line in lines if line.strip()), "")
    separator = next((mark for mark in _SEPARATORS if mark in head), ",")
    reader = csv.reader(lines, delimiter=separator, strict=True)
    number = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield number, [cell.strip() for cell in cells]
            number = reader.line_num + 1
    except csv.Error:
        message = "un guillemet s’ouvre ici sans se fermer, ou se ferme au milieu d’une valeur"
        raise LibraryError((Problem(shown, number, 1, "", message),)) from None


def _chemin(head: str) -> tuple[Key, ...]:
    return tuple(int(name) - 1 if name.isdecimal() else name for name in head.split("."))


def _ligne(
    shown: str, number: int, cells: list[str], columns: tuple[tuple[Key, ...], ...]
) -> Ligne:
    given = [
        (Cellule(chemin, rank), text)
        for rank, (chemin, text) in enumerate(zip(columns, cells, strict=False), start=1)
        if text
    ]
    place = LigneDeLot(shown, number, tuple(cell for cell, _ in given))
    return Ligne(place, tuple(_value(text) for _, text in given))


def _value(text: str) -> str | list[str]:
    items = [item.strip() for item in text.split("|")]
    return [item for item in items if item] if len(items) > 1 else text


def _column_problems(
    heads: list[str], columns: tuple[tuple[Key, ...], ...], shown: str
) -> Iterator[Problem]:
    seen: set[tuple[Key, ...]] = set()
    for rank, (head, chemin) in enumerate(zip(heads, columns, strict=True), start=1):
        if not head:
            yield Problem(shown, 1, rank, "", "cette colonne n’a pas de titre : une clé de mission")
        elif chemin in seen:
            yield Problem(shown, 1, rank, head, "cette colonne est donnée deux fois")
        elif not _known(chemin):
            names = tuple(names_at(Mission, chemin[:-1]))
            near = nearest(str(chemin[-1]), names)
            suggestion = ".".join([*head.split(".")[:-1], near]) if near else ""
            message = "cette colonne n’est pas une clé de mission"
            yield Problem(shown, 1, rank, head, message, suggestion=suggestion)
        seen.add(chemin)


def _known(chemin: tuple[Key, ...]) -> bool:
    """Whether each step names a key; clauses and their parameters are checked when drafting."""
    if chemin[0] == "clauses" and len(chemin) > 1:
        return True
    if len(chemin) == 2 and chemin[0] in PARTIES and chemin[1] == FICHIER:
        return True
    return all(
        isinstance(name, int) or name in names_at(Mission, chemin[:rank])
        for rank, name in enumerate(chemin)
    )


def _long_lines(rows: list[tuple[int, list[str]]], width: int, shown: str) -> Iterator[Problem]:
    for number, cells in rows:
        if any(cells[width:]):
            message = (
                f"cette ligne a {len(cells)} valeurs pour {width} colonnes ; mettre entre "
                "guillemets droits une valeur qui contient le séparateur"
            )
            yield Problem(shown, number, width + 1, "", message)
