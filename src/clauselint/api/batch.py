"""Many missions at once: files, folders of files, lines of a CSV file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from clauselint.api.building import RefusedMission, checked_drafts
from clauselint.drafting import Draft, EditedContract, IncompatibleClauses, save, write
from clauselint.library import Library, LibraryError, load_library
from clauselint.library.mission import read_line, read_mission
from clauselint.library.mission_batches import Ligne, read_batch
from clauselint.library.mission_model import Mission
from clauselint.library.mission_sources import Fichiers
from clauselint.library.problems import Problem

__all__ = ["Batch", "BatchOptions", "Failure", "build_batch"]

Suivi = Callable[[int], Callable[[], None]]
"""Told how many missions there are; gives what to call after each."""

_BATCHES = (".csv", ".tsv")
_MISSIONS = (".yaml", ".yml")


class BatchOptions(Struct, frozen=True):
    """`modele` is the mission that the lines of a CSV file complete; `go_on` writes the missions
    that hold although others don't; `force` replaces contracts that were edited.
    """

    modele: Path | None = None
    go_on: bool = False
    force: bool = False
    libraries: tuple[Path, ...] = ()


class Failure(Struct, frozen=True):
    """A mission that was not built: `nom` says which; `error` why."""

    nom: str
    error: LibraryError | RefusedMission | IncompatibleClauses | EditedContract


class Batch(Struct, frozen=True):
    """What became of all missions."""

    missions: int
    written: tuple[Path, ...]
    failures: tuple[Failure, ...]

    def messages(self) -> tuple[str, ...]:
        """What is wrong, each fault once although several missions may share its file."""
        problems: list[Problem] = []
        others = []
        for failure in self.failures:
            if isinstance(failure.error, LibraryError):
                problems.extend(failure.error.problems)
            else:
                others.append(str(failure.error))
        shared = (str(LibraryError(tuple(dict.fromkeys(problems)))),) if problems else ()
        return (*shared, *dict.fromkeys(others))

    @property
    def unreadable(self) -> bool:
        """Whether a file is at fault, rather than what a contract would say."""
        return any(
            isinstance(failure.error, (LibraryError, EditedContract))
            and not isinstance(failure.error, IncompatibleClauses)
            for failure in self.failures
        )


class _Wanted(Struct, frozen=True):
    """One mission to build: its name for people, and how to read it."""

    nom: str
    read: Callable[[], Mission]


class _Ready(Struct, frozen=True):
    nom: str
    mission: Mission
    drafts: tuple[Draft, ...]


class _Work(Struct):
    library: Library
    folder: Path
    force: bool
    names: dict[str, str] = field(default_factory=dict)
    ready: list[_Ready] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def prepare(self, wanted: _Wanted) -> None:
        """Read, draft and check a mission, which then is ready or a failure."""
        try:
            mission = wanted.read()
            drafts = checked_drafts(mission, wanted.nom, self.library)
            self._keep_names_apart(wanted.nom, mission, drafts)
        except (IncompatibleClauses, LibraryError, RefusedMission) as error:
            self.failures.append(Failure(wanted.nom, error))
        else:
            self.ready.append(_Ready(wanted.nom, mission, drafts))

    def _keep_names_apart(self, nom: str, mission: Mission, drafts: tuple[Draft, ...]) -> None:
        for found in drafts:
            other = self.names.get(found.reference)
            if other:
                message = f"la mission {other} a la même référence ; en donner une à chacune"
                raise LibraryError((mission.probleme(("reference",), message),))
        self.names.update((found.reference, nom) for found in drafts)

    def save_each(self) -> Iterator[Path]:
        """Write what is ready, mission by mission; a contract that was edited is a failure."""
        for ready in self.ready:
            try:
                contents = self.contents(ready)
                save(contents, force=self.force)
            except EditedContract as error:
                self.failures.append(Failure(ready.nom, error))
            else:
                yield from contents

    def contents(self, ready: _Ready) -> dict[Path, bytes]:
        return {
            self.folder / f"{found.reference}.docx": write(found, self.library)
            for found in ready.drafts
        }


def build_batch(
    sources: Sequence[Path],
    folder: Path,
    options: BatchOptions | None = None,
    suivi: Suivi = lambda _total: lambda: None,
) -> Batch:
    """Write the contracts of every mission of `sources` in `folder`.

    A folder stands for its missions (`*.yaml`), a CSV file for those of its lines, which complete
    the model. Nothing is written unless every mission holds, or `go_on`. Raises `LibraryError` for
    a source that can't be read, and `EditedContract` as `building.build` does unless `go_on`.
    """
    options = options or BatchOptions()
    wanted = _wanted(sources, options.modele)
    work = _Work(load_library(options.libraries), folder, options.force)
    done = suivi(len(wanted))
    for item in wanted:
        work.prepare(item)
        done()
    if options.go_on:
        written = tuple(work.save_each())
    elif work.failures:
        written = ()
    else:
        contents = {
            path: content for ready in work.ready for path, content in work.contents(ready).items()
        }
        save(contents, force=options.force)
        written = tuple(contents)
    return Batch(len(wanted), written, tuple(work.failures))


def _wanted(sources: Sequence[Path], modele: Path | None) -> tuple[_Wanted, ...]:
    files = Fichiers()
    found: list[_Wanted] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            found.extend(_missions_of(source, modele, files))
        except LibraryError as error:
            problems.extend(error.problems)
    if problems:
        raise LibraryError(problems)
    return tuple(found)


def _missions_of(source: Path, modele: Path | None, files: Fichiers) -> Iterator[_Wanted]:
    if source.suffix.lower() in _BATCHES:
        for line in read_batch(source):
            yield _of_line(line, modele, files)
    elif source.is_dir():
        inside = sorted(path for path in source.iterdir() if _is_mission(path))
        if not inside:
            message = "ce dossier ne contient pas de mission (*.yaml)"
            raise LibraryError((Problem(str(source), 0, 0, "", message),))
        yield from (_of_file(path, files) for path in inside)
    else:
        yield _of_file(source, files)


def _is_mission(path: Path) -> bool:
    """A YAML file of the folder itself, not one that is hidden or that `clausegen new` left."""
    named = not path.name.startswith(".") and not path.stem.endswith(".brouillon")
    return named and path.suffix.lower() in _MISSIONS and path.is_file()


def _of_file(path: Path, files: Fichiers) -> _Wanted:
    return _Wanted(str(path), lambda: read_mission(path, files))


def _of_line(line: Ligne, modele: Path | None, files: Fichiers) -> _Wanted:
    nom = f"{line.lieu.fichier}:{line.lieu.ligne}"
    return _Wanted(nom, lambda: read_line(modele, line.lieu, line.textes, files))
