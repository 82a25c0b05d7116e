"""Where the values of a mission stand: its own file, those of its parts, the line of a batch."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from clauselint.library.problems import Problem
from clauselint.library.yaml_places import Key, Tree
from clauselint.model import Origin

__all__ = ["Cellule", "LigneDeLot", "Origines", "Partie", "dotted"]

Chemin = tuple[Key, ...]


class Partie(Struct, frozen=True):
    """A group of a mission that has a file of its own, but for the keys that the mission gives."""

    tree: Tree
    remplacees: frozenset[str] = frozenset()


class Cellule(Struct, frozen=True):
    """One value that a line of a batch gives: `chemin` in the mission, `colonne` from 1."""

    chemin: Chemin
    colonne: int


class LigneDeLot(Struct, frozen=True):
    """The line of a batch that completes a mission: `ligne` from 1."""

    fichier: str
    ligne: int
    cellules: tuple[Cellule, ...]

    def cellule(self, chemin: Chemin) -> Cellule | None:
        """The cell that gives the value at `chemin`, or one of the group that stands there."""
        for cell in self.cellules:
            if chemin[: len(cell.chemin)] == cell.chemin:
                return cell
        inside = [cell for cell in self.cellules if cell.chemin[: len(chemin)] == chemin]
        return inside[-1] if chemin and inside else None


class Origines(Struct, frozen=True):
    """The places of the values of a mission.

    `parties` are the groups that files of their own give, by name. `changements` are the paths that
    amendments give, by the rank of the amendment, latest first. `lot` is the line that completes
    the mission, in a batch.
    """

    mission: Tree
    parties: tuple[tuple[str, Partie], ...] = ()
    changements: tuple[tuple[int, tuple[str, ...]], ...] = ()
    lot: LigneDeLot | None = None

    def apres(self, rank: int, paths: tuple[tuple[str, ...], ...]) -> Origines:
        """The same, the values at `paths` standing in the amendment number `rank`, from 0."""
        return replace(self, changements=(*((rank, path) for path in paths), *self.changements))

    def partie(self, chemin: Chemin) -> Partie | None:
        """The part whose own file gives the value at `chemin`."""
        found = dict(self.parties).get(str(chemin[0])) if chemin else None
        if found is None or (len(chemin) > 1 and chemin[1] in found.remplacees):
            return None
        return found

    def _in_file(self, chemin: Chemin) -> tuple[Tree, Chemin]:
        for rank, path in self.changements:
            if chemin[: len(path)] == path:
                return self.mission, ("avenants", rank, *chemin)
        part = self.partie(chemin) if len(chemin) > 1 else None
        return (part.tree, chemin[1:]) if part else (self.mission, chemin)

    def _cellule(self, chemin: Chemin) -> Cellule | None:
        amended = any(chemin[: len(path)] == path for _, path in self.changements)
        return self.lot.cellule(chemin) if self.lot and not amended else None

    def de(self, chemin: Chemin) -> Origin:
        cell = self._cellule(chemin)
        if self.lot and cell:
            return Origin(self.lot.fichier, self.lot.ligne, cell.colonne, dotted(cell.chemin))
        tree, loc = self._in_file(chemin)
        line, column = tree.value_position(loc)
        return Origin(tree.file, line, column, tree.dotted(loc))

    def probleme(self, chemin: Chemin, message: str, suggestion: str) -> Problem:
        tree, loc = self._in_file(chemin)
        problem = tree.problem(tree.value_position(loc), loc, message, suggestion=suggestion)
        return self.place(problem, chemin)

    def place(self, problem: Problem, chemin: Chemin) -> Problem:
        """The same problem, at the cell of the batch that gives the value at `chemin`, if any."""
        cell = self._cellule(chemin)
        if self.lot is None or cell is None:
            return problem
        return replace(
            problem,
            file=self.lot.fichier,
            line=self.lot.ligne,
            column=cell.colonne,
            key=dotted(chemin),
            source_line="",
        )

    def manque(self, problem: Problem, chemin: Chemin) -> Problem:
        """The same problem, of a key that nothing gives, at the line of the batch if any."""
        if self.lot is None:
            return problem
        return replace(
            problem,
            file=self.lot.fichier,
            line=self.lot.ligne,
            column=1,
            key=dotted(chemin),
            source_line="",
        )


def dotted(chemin: Chemin) -> str:
    """`prestation.livrables.1.nom`: ranks count from 1, as in the heads of columns."""
    return ".".join(str(name + 1) if isinstance(name, int) else name for name in chemin)
