"""Where each key and value of a YAML file stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from clauselint.library.problems import Problem

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

__all__ = ["Key", "Tree", "place_in_scalar"]

Key = str | int
Loc = Sequence[Key]


class _Step(Struct, frozen=True, eq=False):
    """One key or rank on the way to a value; `key` is the node of the key's own name, if any."""

    name: Key
    key: Node | None
    value: Node


class Tree(Struct, frozen=True, eq=False):
    """The nodes of a file. Lines and columns count from 1."""

    file: str
    lines: tuple[str, ...]
    source: str
    root: Node

    def _walk(self, loc: Loc) -> tuple[_Step, ...]:
        """The steps of `loc` that the file knows.

        A validator adds names of its own to a path (the member of a union): they are skipped.
        """
        steps: list[_Step] = []
        node = self.root
        for name in loc:
            step = _step(node, name)
            if step:
                steps.append(step)
                node = step.value
        return tuple(steps)

    def value_position(self, loc: Loc) -> tuple[int, int]:
        """Where the value at `loc` begins, or the nearest key that holds it."""
        steps = self._walk(loc)
        if len(steps) < len(loc) and steps and steps[-1].key:
            return _start(steps[-1].key)
        return _start(steps[-1].value if steps else self.root)

    def key_position(self, loc: Loc) -> tuple[int, int]:
        """Where the name of the last key of `loc` stands."""
        steps = self._walk(loc)
        if not steps:
            return _start(self.root)
        return _start(steps[-1].key or steps[-1].value)

    def dotted(self, loc: Loc) -> str:
        """`termes.garant.type`; ranks count from 1, as people count the items of a list."""
        known = self.known(loc)
        last = tuple(loc[-1:])
        path = known if known[-1:] == last or not last else (*known, *last)
        return ".".join(str(name + 1) if isinstance(name, int) else name for name in path)

    def known(self, loc: Loc) -> tuple[Key, ...]:
        """`loc` without the steps that the file does not say."""
        return tuple(step.name for step in self._walk(loc))

    def node(self, loc: Loc) -> Node | None:
        """The node of the value at `loc`, or None when the file does not say it."""
        steps = self._walk(loc)
        if not loc:
            return self.root
        return steps[-1].value if steps and steps[-1].name == loc[-1] else None

    def holding(self, loc: Loc) -> Tree:  # noqa: ARG002 (a file alone holds all it says)
        """The tree of the one file that says the value at `loc`."""
        return self

    def problem(
        self,
        position: tuple[int, int],
        loc: Loc,
        message: str,
        *,
        expected: str = "",
        suggestion: str = "",
    ) -> Problem:
        line, column = position
        source_line = self.lines[line - 1] if line <= len(self.lines) else ""
        key = self.dotted(loc)
        return Problem(self.file, line, column, key, message, expected, suggestion, source_line)


def place_in_scalar(tree: Tree, loc: Loc, offset: int) -> tuple[int, int]:
    """Line and column of the character `offset` of the text at `loc`.

    YAML folds lines and drops indentation, so text and file are walked side by side. A text with
    escapes can't be followed: the place of the whole text is given.
    """
    from ruamel.yaml.nodes import ScalarNode  # noqa: PLC0415 - heavy, and not on the `check` path

    tree = tree.holding(loc)
    node = tree.node(loc)
    if not isinstance(node, ScalarNode):
        return tree.value_position(loc)
    at = node.start_mark.index
    if node.style in ("|", ">"):
        at = tree.source.find("\n", at) + 1
    elif node.style:
        at += 1
    end = node.end_mark.index
    for char in node.value.replace("\a", "")[:offset]:  # \a: where ruamel saw a fold
        while at < end and tree.source[at] != char and tree.source[at].isspace():
            at += 1
        if at >= end or tree.source[at] != char:
            if char in " \n":
                continue
            return _start(node)
        at += 1
    while at < end and tree.source[at].isspace():
        at += 1
    line = tree.source.count("\n", 0, at) + 1
    return line, at - (tree.source.rfind("\n", 0, at) + 1) + 1


def _step(node: Node, name: Key) -> _Step | None:
    if isinstance(node.value, str):
        return None
    if isinstance(name, int):
        items = node.value
        plain = name < len(items) and not isinstance(items[name], tuple)
        return _Step(name, None, items[name]) if plain else None
    for pair in node.value:
        if isinstance(pair, tuple) and pair[0].value == name:
            return _Step(name, pair[0], pair[1])
    return None


def _start(node: Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
