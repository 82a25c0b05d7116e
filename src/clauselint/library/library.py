"""The library in memory, and where it comes from."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clauselint.library.cache import cached, name_for, remembered_key
from clauselint.library.definitions import Clause, Rule
from clauselint.library.freezing import freeze, thaw
from clauselint.library.lexicon import Lexicon, ranked, without_words
from clauselint.library.problems import LibraryError, Problem

__all__ = ["Library", "LibraryFile", "library_files", "load_library", "standard_root"]


class Library(Struct, frozen=True):
    """Clauses by kind and rules in the order of their ids; `lexicon` holds the words of their cues;
    `roots` are the folders they come from, the last of which prevails.
    """

    clauses: Mapping[str, Clause]
    rules: tuple[Rule, ...]
    lexicon: Lexicon
    roots: tuple[Path, ...] = ()

    def file(self, *parts: str) -> Path | None:
        """The file that `parts` name (`templates`, `cdd`, `modele.docx`), or None."""
        found = (root.joinpath(*parts) for root in reversed(self.roots))
        return next((path for path in found if path.is_file()), None)


class LibraryFile(Struct, frozen=True):
    """A file of the library: `name` is its path from its root, `shown` what messages call it,
    `under` the files of the same name that it lies over, the nearest first.
    """

    name: str
    path: str
    shown: str
    under: tuple[LibraryFile, ...] = ()

    @property
    def layers(self) -> tuple[LibraryFile, ...]:
        return (self, *self.under)


def standard_root() -> Path:
    """The folder of the standard library: package data of a wheel, else the checkout's own."""
    packaged = Path(__file__).parent.parent / "_standard"
    return packaged if packaged.is_dir() else Path(__file__).parents[3]


def load_library(extra: Sequence[Path] = (), *, whole: bool = True) -> Library:
    """The standard library with the folders `extra` laid over it: a file of the same name replaces
    the one under it or, when it says `extends: standard`, changes some of its keys.

    Each folder may hold `clauses/`, `rules/` and `templates/`. Unless `whole`, what checking does
    not need (examples, wordings, explanations) is left empty: it is a third of the library, and
    takes 3 ms to load. Raises `LibraryError` with every
    problem of every file, or when a folder does not exist.
    """
    roots = (str(standard_root()), *map(str, extra))
    files = library_files(roots)
    name = name_for("library", *roots)
    with _no_collection():
        frozen, lexicon = _kept(name, files, whole=whole)
        clauses, rules = thaw(frozen)
    by_kind = MappingProxyType({clause.kind: clause for clause in clauses})
    return Library(by_kind, rules, Lexicon(*lexicon), tuple(Path(root) for root in roots))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Ten thousand new objects set off the garbage collector again and again, for nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _kept(name: str, files: Sequence[LibraryFile], *, whole: bool) -> Any:
    try:
        layers = [part for file in files for part in (file, *file.under)]
        key = remembered_key(name, [(part.name, part.path) for part in layers])
    except OSError:  # building tells which file can't be read, and why
        return _frozen(files)

    def kept_whole() -> Any:
        return cached(name, key, lambda: _frozen(files))

    if whole:
        return kept_whole()
    return cached(f"{name}-check", key, lambda: _for_checking(kept_whole()))


def _for_checking(whole: Any) -> Any:
    frozen, lexicon = whole
    clauses, rules = thaw(frozen)
    bare_clauses = [
        replace(clause, parametres=(), variantes=(), exige=(), exclut=(), exemples=())
        for clause in without_words(clauses)
    ]
    bare_rules = [
        replace(rule, conseil="", pourquoi="", exemples=(), condition="") for rule in rules
    ]
    return freeze(bare_clauses, bare_rules), lexicon


def _frozen(files: Sequence[LibraryFile]) -> Any:
    from clauselint.library.building import build  # noqa: PLC0415 - heavy, and not on the warm path

    clauses, rules = build(files)
    clauses, lexicon = ranked(tuple(clauses))
    return freeze(clauses, rules), (lexicon.tree, lexicon.groups)


def library_files(roots: Sequence[str]) -> tuple[LibraryFile, ...]:
    """The clause and rule files of `roots`, in the order of their names.

    Raises `LibraryError` for a root that does not exist and for YAML files that stand where none
    is read: they would be passed over in silence.
    """
    found: dict[str, LibraryFile] = {}
    strays: list[Problem] = []
    for root in roots:
        if not os.path.isdir(root):  # noqa: PTH112 - the warm path makes few Path
            message = "ce dossier de bibliothèque n’existe pas ; vérifier son chemin"
            raise LibraryError((Problem(root, 0, 0, "", message),))
        for name in _names(root):
            path = f"{root}/{name}"
            under = found[name].layers if name in found else ()
            file = LibraryFile(name, path, name if root is roots[0] else path, under)
            message = _stray(name)
            if message:
                strays.append(Problem(file.shown, 0, 0, "", message))
            found[name] = file
    if strays:
        raise LibraryError(strays)
    return tuple(found[name] for name in sorted(found))


def _names(root: str) -> Iterator[str]:
    """`clauses/prix.yaml`, `rules/durees/bornes.yaml`… and those that stand elsewhere."""
    yield from _yaml_names(root, "clauses")
    yield from _yaml_names(root, "rules")
    for family in _entries(root, "rules"):
        if family.is_dir():
            yield from _yaml_names(root, f"rules/{family.name}")


def _yaml_names(root: str, folder: str) -> Iterator[str]:
    for entry in _entries(root, folder):
        if entry.name.endswith((".yaml", ".yml")) and not entry.name.startswith("."):
            yield f"{folder}/{entry.name}"


def _entries(root: str, folder: str) -> list[os.DirEntry[str]]:
    """What a folder holds; nothing when it does not exist."""
    try:
        with os.scandir(f"{root}/{folder}") as entries:
            return list(entries)
    except FileNotFoundError:
        return []


def _stray(name: str) -> str:
    """Why a YAML file is not where it is read; empty when it is."""
    if name.endswith(".yml"):
        return "ce fichier n’est pas lu ; lui donner l’extension .yaml"
    if name.startswith("rules/") and name.count("/") == 1:
        return "cette règle n’est pas lue ; la ranger dans le dossier de sa famille"
    return ""
