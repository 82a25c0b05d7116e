"""Where the values of a mission stand: in its own file, or in that of its profile."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from clauselint.library.problems import Problem
from clauselint.library.yaml_places import Tree
from clauselint.model import Origin

__all__ = ["Origines"]


class Origines(Struct, frozen=True):
    """The places of the values of a mission: its own file, and that of its profile.

    `changements` are the paths that amendments give, by the rank of the amendment, latest first.
    """

    mission: Tree
    profil: Tree
    changements: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def apres(self, rank: int, paths: tuple[tuple[str, ...], ...]) -> Origines:
        """The same, the values at `paths` standing in the amendment number `rank`, from 0."""
        return replace(self, changements=(*((rank, path) for path in paths), *self.changements))

    def _in_file(self, chemin: tuple[str | int, ...]) -> tuple[Tree, tuple[str | int, ...]]:
        if len(chemin) > 1 and chemin[0] == "profil":
            return self.profil, chemin[1:]
        for rank, path in self.changements:
            if chemin[: len(path)] == path:
                return self.mission, ("avenants", rank, *chemin)
        return self.mission, chemin

    def de(self, chemin: tuple[str | int, ...]) -> Origin:
        tree, loc = self._in_file(chemin)
        line, column = tree.value_position(loc)
        return Origin(tree.file, line, column, tree.dotted(loc))

    def probleme(self, chemin: tuple[str | int, ...], message: str, suggestion: str) -> Problem:
        tree, loc = self._in_file(chemin)
        return tree.problem(tree.value_position(loc), loc, message, suggestion=suggestion)
