"""A new repository of contracts: a mission, a profile, checks, and what is to be changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from clauselint.library import LibraryError
from clauselint.library.library import Library, load_library
from clauselint.library.problems import Problem, nearest

__all__ = ["NewRepository", "new_repository"]

_HERE = Path(__file__).parent
_OWN = {
    "clauselint.yaml": "clauselint.yaml",
    "LISEZMOI.md": "LISEZMOI.md",
    ".gitignore": "gitignore.txt",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".github/workflows/contrats.yml": "github.yml",
}
_EXAMPLE = "mission-cdd.yaml"
_PROFIL = "profils/hauterive-portage.yaml"


class NewRepository(NamedTuple):
    """The files written, and those that were there and were left as they are."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def new_repository(folder: Path, clauses: Iterable[str] = ()) -> NewRepository:
    """Make a repository in `folder`, with copies of the `clauses` named; nothing is replaced.

    Raises `LibraryError` for a clause that does not exist, before anything is written; `OSError`
    when the disk refuses.
    """
    contents = dict(_contents(load_library(), tuple(dict.fromkeys(clauses))))
    kept = tuple(folder / name for name in contents if (folder / name).exists())
    written = tuple(folder / name for name in contents if folder / name not in kept)
    for path in written:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(contents[path.relative_to(folder).as_posix()])
    return NewRepository(written, kept)


def _contents(library: Library, clauses: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    unknown = [kind for kind in clauses if kind not in library.clauses]
    if unknown:
        message = f"la bibliothèque n’a pas de clause « {unknown[0]} »"
        near = nearest(unknown[0], library.clauses)
        raise LibraryError((Problem("clauses", 0, 0, "", message, suggestion=near),))
    for name, source in _OWN.items():
        yield name, (_HERE / source).read_bytes()
    yield "mission.yaml", _standard(library, "examples", _EXAMPLE)
    yield _PROFIL, _standard(library, "examples", *_PROFIL.split("/"))
    for kind in clauses:
        yield f"clauses/{kind}.yaml", _standard(library, "clauses", f"{kind}.yaml")


def _standard(library: Library, *parts: str) -> bytes:
    return library.roots[0].joinpath(*parts).read_bytes()
