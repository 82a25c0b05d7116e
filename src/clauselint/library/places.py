"""Where a text of a library file begins: sought only when something must be said of it."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from clauselint.library.yaml_places import Key, Tree
from clauselint.library.yaml_source import read_yaml

__all__ = ["first_line", "place_of"]


class _Anything(BaseModel):
    model_config = ConfigDict(extra="allow")


def place_of(path: Path, *locs: tuple[Key, ...]) -> int:
    """The line, from 1, on which the text of the YAML file at `path` begins that stands at the
    first of `locs` that the file has.

    Raises `LibraryError` when the file can't be read.
    """
    tree = read_yaml(path, _Anything).tree
    return first_line(tree, next((loc for loc in locs if tree.node(loc) is not None), locs[0]))


def first_line(tree: Tree, loc: tuple[Key, ...]) -> int:
    """The line of the first word of the text at `loc`: the one after `|` for a block."""
    node = tree.node(loc)
    block = node is not None and getattr(node, "style", None) in ("|", ">")
    return tree.value_position(loc)[0] + (1 if block else 0)
