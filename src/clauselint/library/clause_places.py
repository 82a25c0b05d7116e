"""Where the words of a clause stand: in which of the files laid over each other, on which line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from clauselint.library.library import Library
from clauselint.library.places import first_line
from clauselint.library.problems import Problem
from clauselint.library.yaml_places import Key, Tree
from clauselint.library.yaml_source import read_values
from clauselint.model import DocumentType

__all__ = ["ClauseText", "clause_place", "wording_locs"]

Loc = tuple[Key, ...]

_TRAVAIL = (DocumentType.CDD, DocumentType.CDI)


def wording_locs(variante: str, document: DocumentType) -> tuple[Loc, ...]:
    """The keys under which a clause file may give the text of `variante` for `document`."""
    shorthand = ("travail",) if document in _TRAVAIL else ()
    return tuple(("variantes", variante, name) for name in (document.value, *shorthand, "tous"))


def clause_place(library: Library, kind: str, *locs: Loc) -> tuple[str, int]:
    """The file and the line on which the text begins that stands at the first of `locs` said.

    The file of the last folder that says it; the first line of the clause’s own file when none
    does. Raises `LibraryError` when a file can't be read.
    """
    tree, loc = _found(library, kind, locs)
    return tree.file, first_line(tree, loc)


class ClauseText(NamedTuple):
    """A text of clause `kind`: at the first of `locs` that the files of the clause say."""

    library: Library
    kind: str
    locs: tuple[Loc, ...]

    def problem(self, message: str, suggestion: str = "", line: int = 1) -> Problem:
        """A problem of the text, on its `line`, from 1."""
        tree, loc = _found(self.library, self.kind, self.locs)
        position = (first_line(tree, loc) + line - 1, 1)
        return tree.problem(position, loc, message, suggestion=suggestion)


def _found(library: Library, kind: str, locs: tuple[Loc, ...]) -> tuple[Tree, Loc]:
    trees = tuple(read_values(path)[0] for path in _files(library, kind))
    for tree in trees:
        for loc in locs:
            if tree.node(loc) is not None:
                return tree, loc
    return trees[0], locs[0]


def _files(library: Library, kind: str) -> Iterator[Path]:
    """The files of the clause, the one that prevails first."""
    for root in reversed(library.roots):
        path = root / "clauses" / f"{kind}.yaml"
        if path.is_file():
            yield path
