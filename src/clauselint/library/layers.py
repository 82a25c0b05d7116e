"""A library file that holds only what it changes of the one it lies over.

    extends: standard
    parametres: {duree: {defaut: 5 ans}}

Keys are laid over keys, at any depth; a list or a text replaces the whole of the one under it. A
fault is told in the file that says the value.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from clauselint.library.problems import LibraryError
from clauselint.library.yaml_places import Key, Tree
from clauselint.library.yaml_source import Located, checked, parse_values, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel
    from ruamel.yaml.nodes import Node

__all__ = ["EXTENDS", "read_layers"]

ModelT = TypeVar("ModelT", bound="BaseModel")

EXTENDS = "extends"
STANDARD = "standard"

Loc = Sequence[Key]


class LayeredTree(Tree, frozen=True, eq=False):
    """The places of a file, and under it those of the file it changes."""

    under: Tree

    def value_position(self, loc: Loc) -> tuple[int, int]:
        tree = self._holding(loc)
        return super().value_position(loc) if tree is self else tree.value_position(loc)

    def key_position(self, loc: Loc) -> tuple[int, int]:
        tree = self._holding(loc)
        return super().key_position(loc) if tree is self else tree.key_position(loc)

    def dotted(self, loc: Loc) -> str:
        tree = self._holding(loc)
        return super().dotted(loc) if tree is self else tree.dotted(loc)

    def node(self, loc: Loc) -> Node | None:
        tree = self._holding(loc)
        return super().node(loc) if tree is self else tree.node(loc)

    def known(self, loc: Loc) -> tuple[Key, ...]:
        own = super().known(loc)
        return max(own, self.under.known(loc), key=len)

    def problem(
        self,
        position: tuple[int, int],
        loc: Loc,
        message: str,
        *,
        expected: str = "",
        suggestion: str = "",
    ) -> Any:
        tree = self._holding(loc)
        give = super().problem if tree is self else tree.problem
        return give(position, loc, message, expected=expected, suggestion=suggestion)

    def holding(self, loc: Loc) -> Tree:
        """The tree of the file that says the value at `loc`, or most of the way to it."""
        tree = self._holding(loc)
        return self if tree is self else tree.holding(loc)

    def _holding(self, loc: Loc) -> Tree:
        return self if len(super().known(loc)) >= len(self.under.known(loc)) else self.under


def read_layers(files: Sequence[tuple[Path, str]], model: type[ModelT]) -> Located[ModelT]:
    """The first of `files` (path, name for messages) as a `model`, over those after it as far as
    each extends the next.

    Raises `LibraryError` with every problem of the file that is at fault.
    """
    tree, values = _read(files)
    return checked(values, tree, model)


def _read(files: Sequence[tuple[Path, str]]) -> tuple[Tree, dict[str, Any]]:
    (path, shown), *below = files
    tree, values = parse_values(read_text(path, shown), name=shown)
    if EXTENDS not in values:
        return tree, values
    wanted = values.pop(EXTENDS)
    if wanted != STANDARD or not below:
        message = (
            f"« {wanted} » n’est pas une bibliothèque que l’on peut modifier ; écrire {STANDARD}"
            if wanted != STANDARD
            else "ce fichier en modifie un que la bibliothèque n’a pas ; ôter cette ligne et tout "
            "écrire, ou vérifier le nom du fichier"
        )
        raise LibraryError((tree.problem(tree.value_position((EXTENDS,)), (EXTENDS,), message),))
    under, base = _read(below)
    return LayeredTree(tree.file, tree.lines, tree.source, tree.root, under), _over(base, values)


def _over(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in changes.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        merged[key] = _over(old, value) if both else value  # type: ignore[arg-type]
    return merged
