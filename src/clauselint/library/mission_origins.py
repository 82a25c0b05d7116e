"""Where the values of a mission stand: in its own file, or in that of its profile."""

from __future__ import annotations

from msgspec import Struct

from clauselint.library.problems import Problem
from clauselint.library.yaml_places import Tree
from clauselint.model import Origin

__all__ = ["Origines"]


class Origines(Struct, frozen=True):
    """The places of the values of a mission: its own file, and that of its profile."""

    mission: Tree
    profil: Tree

    def _in_file(self, chemin: tuple[str | int, ...]) -> tuple[Tree, tuple[str | int, ...]]:
        if len(chemin) > 1 and chemin[0] == "profil":
            return self.profil, chemin[1:]
        return self.mission, chemin

    def de(self, chemin: tuple[str | int, ...]) -> Origin:
        tree, loc = self._in_file(chemin)
        line, column = tree.value_position(loc)
        return Origin(tree.file, line, column, tree.dotted(loc))

    def probleme(self, chemin: tuple[str | int, ...], message: str, suggestion: str) -> Problem:
        tree, loc = self._in_file(chemin)
        return tree.problem(tree.value_position(loc), loc, message, suggestion=suggestion)
