"""The words of all cues as one tree, so that a text is read once however many cues there are.

The tree is of plain values, which the cache keeps as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clauselint.library.cues import Cue, Group
from clauselint.library.definitions import Clause, FaitSlot, Indice, Reconnaissance, TermeSlot

__all__ = ["LETTERS", "Lexicon", "Node", "Tree", "ranked", "without_words"]

LETTERS = 3  # under which the beginnings of first words are filed

Phrase = tuple[str, ...]  # an alternative of a group: words, which may end with « * »

# The groups of which a phrase ends here, by their ranks (empty where none does); the nodes that a
# whole word leads to; those that the beginning of a word leads to. None where there is none.
Node = tuple[tuple[int, ...], Any, Any]
Beginnings = tuple[tuple[str, Node], ...]
# By first word, whole; and by its beginning, under its first three letters at most.
Tree = tuple[dict[str, Node], dict[str, Beginnings]]


class Lexicon(Struct, frozen=True):
    """The tree of the phrases of all groups, which names them by rank, and how many they are."""

    tree: Tree
    groups: int


class _Branch:
    def __init__(self) -> None:
        self.groups: list[int] = []
        self.words: dict[str, _Branch] = {}
        self.beginnings: dict[str, _Branch] = {}

    def after(self, word: str) -> _Branch:
        if word.endswith("*"):
            return self.beginnings.setdefault(word[:-1], _Branch())
        return self.words.setdefault(word, _Branch())

    def node(self) -> Node:
        beginnings = tuple((start, branch.node()) for start, branch in self.beginnings.items())
        return tuple(self.groups), _nodes(self.words) or None, beginnings or None


def _nodes(branches: Mapping[str, _Branch]) -> dict[str, Node]:
    return {word: branch.node() for word, branch in branches.items()}


def ranked(parts: tuple[Any, ...]) -> tuple[tuple[Any, ...], Lexicon]:
    """The same parts (clauses, cues…) with the rank of each group of their cues, and the lexicon
    of these groups.
    """
    groups: dict[Group, Group] = {}

    def rank(group: Group) -> Group:
        return groups.setdefault(group, replace(group, rank=len(groups)))

    parts = _with_groups(parts, rank)
    return parts, Lexicon(_tree(groups.values()), len(groups))


def without_words(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """The same parts without the words of their cues, which a lexicon holds."""
    return _with_groups(parts, lambda group: replace(group, alternatives=()))  # type: ignore[no-any-return]


def _with_groups(part: Any, change: Callable[[Group], Group]) -> Any:
    if isinstance(part, Group):
        return change(part)
    if isinstance(part, tuple):
        return tuple(_with_groups(item, change) for item in part)
    if not isinstance(part, Cue | Indice | FaitSlot | TermeSlot | Reconnaissance | Clause):
        return part
    fields = {name: getattr(part, name) for name in part.__struct_fields__}
    return type(part)(**{name: _with_groups(item, change) for name, item in fields.items()})


def _tree(groups: Iterable[Group]) -> Tree:
    root = _Branch()
    for group in groups:
        for phrase in group.alternatives:
            if phrase[0][0] == "@":
                continue
            branch = root
            for word in phrase:
                branch = branch.after(word)
            branch.groups.append(group.rank)
    filed: dict[str, list[tuple[str, Node]]] = {}
    for start, branch in root.beginnings.items():
        filed.setdefault(start[:LETTERS], []).append((start, branch.node()))
    return _nodes(root.words), {letters: tuple(starts) for letters, starts in filed.items()}
