"""The library in memory, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from clauselint.library.definitions import Clause, Rule
from clauselint.library.problems import LibraryError, Problem

__all__ = ["Library", "LibraryFile", "library_files", "load_library", "standard_root"]


@frozen
class Library:
    """Clauses by kind and rules in the order of their ids; `roots` are the folders they come from,
    the last of which prevails.
    """

    clauses: Mapping[str, Clause]
    rules: tuple[Rule, ...]
    roots: tuple[Path, ...] = ()

    def file(self, *parts: str) -> Path | None:
        """The file that `parts` name (`templates`, `cdd`, `modele.docx`), or None."""
        found = (root.joinpath(*parts) for root in reversed(self.roots))
        return next((path for path in found if path.is_file()), None)


@frozen
class LibraryFile:
    """A file of the library: `name` is its path from its root, `shown` what messages call it."""

    name: str
    path: Path
    shown: str


def standard_root() -> Path:
    """The folder of the standard library: package data of a wheel, else the checkout's own."""
    packaged = Path(__file__).parent.parent / "_standard"
    return packaged if packaged.is_dir() else Path(__file__).parents[3]


def load_library(extra: Sequence[Path] = ()) -> Library:
    """The standard library with the folders `extra` laid over it: a file of the same name replaces.

    Each folder may hold `clauses/`, `rules/` and `templates/`. Raises `LibraryError` with every
    problem of every file, or when a folder does not exist.
    """
    roots = (standard_root(), *extra)
    files = library_files(roots)
    from clauselint.library.building import build  # noqa: PLC0415 - heavy, and not on the check path

    clauses, rules = build(files)
    return Library(clauses, rules, roots)


def library_files(roots: Sequence[Path]) -> tuple[LibraryFile, ...]:
    """The clause and rule files of `roots`, in the order of their names."""
    found: dict[str, LibraryFile] = {}
    for root in roots:
        if not root.is_dir():
            message = "ce dossier de bibliothèque n’existe pas ; vérifier son chemin"
            raise LibraryError((Problem(str(root), 0, 0, "", message),))
        for folder, pattern in (("clauses", "*.yaml"), ("rules", "*/*.yaml")):
            for path in root.joinpath(folder).glob(pattern):
                name = path.relative_to(root).as_posix()
                shown = name if root is roots[0] else str(path)
                found[name] = LibraryFile(name, path, shown)
    return tuple(found[name] for name in sorted(found))
