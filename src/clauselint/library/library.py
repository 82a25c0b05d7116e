"""The library in memory, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from clauselint.library.definitions import Clause, Rule

__all__ = ["Library", "load_library", "standard_root"]


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


def standard_root() -> Path:
    """The folder of the standard library: package data of a wheel, else the checkout's own."""
    packaged = Path(__file__).parent.parent / "_standard"
    return packaged if packaged.is_dir() else Path(__file__).parents[3]


def load_library(extra: Sequence[Path] = ()) -> Library:
    """The standard library with the folders `extra` laid over it: a file of the same name replaces.

    Raises `LibraryError` with every problem of every file.
    """
    from clauselint.library.building import build  # noqa: PLC0415 - heavy, and not on the check path

    return build((standard_root(), *extra))
