"""Contracts from disk to results: check many, extract one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clauselint.checking import Analysis, RuleFailure, RuleResult, check_document, select_rules
from clauselint.library import Library, load_library
from clauselint.library.patterns import keep_patterns
from clauselint.model import Document, DocumentType, Role
from clauselint.model.folding import fold
from clauselint.reading.docx import UnreadableDocument, read_docx
from clauselint.reading.understanding import understand
from clauselint.reporting import Failure, Report

__all__ = ["CheckOptions", "check", "contracts_in", "extract"]


class CheckOptions(Struct, frozen=True, eq=False):
    """How to check: which rules, the day whose law applies, a forced type, the language.

    `today` is the day taken for a contract that bears no date; without it, the rules that need one
    are undecided. With `language`, passages that words alone do not decide are analysed by spaCy,
    if it is installed.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    day: date | None = None
    forced_type: DocumentType | None = None
    lang: str = "fr"
    libraries: tuple[Path, ...] = ()
    today: date | None = None
    language: bool = True


def check(
    paths: Sequence[Path],
    options: CheckOptions,
    *,
    progress: Callable[[Sequence[Path]], Iterable[Path]] = iter,
) -> Report:
    """Check each contract. A file that can't be read is reported; the others are still checked.

    Several contracts are sorted into missions, and those of a mission checked against each other;
    so is an amendment by itself, whose contract is missing.

    `progress` wraps the paths, to show how far the run is. Raises `UnknownRule` for a rule name
    that fits none, and `LibraryError` for a library that can't be read.
    """
    library = load_library(options.libraries, whole=False)
    rules = select_rules(library.rules, options.select, options.ignore)
    names: list[str] = []
    results: list[RuleResult] = []
    crashed: list[RuleFailure] = []
    failures: list[Failure] = []
    documents: list[Document] = []
    folders: list[Path] = []
    for path in progress(paths):
        try:
            document = _read(path, library, options.forced_type, options.day, digest=False)
        except UnreadableDocument as error:
            failures.append(Failure(str(path), error.message))
            continue
        documents.append(_dated(document, options.today))
        folders.append(path.parent)
    analysis = Analysis(wanted=options.language)
    for rank, document in enumerate(documents):
        dossier = _dossier(rank, documents, folders)
        found, broken = check_document(document, rules, dossier, analysis)
        names.append(document.name)
        results.extend(found)
        crashed.extend(broken)
    dossiers: tuple[tuple[str, ...], ...] = ()
    apart: tuple[str, ...] = ()
    if len(documents) > 1 or any(found.type is DocumentType.AVENANT for found in documents):
        from clauselint.api.dossiers import check_dossiers, names_of  # noqa: PLC0415 (not for one)

        grouping, found, broken = check_dossiers(documents, rules)
        results.extend(found)
        crashed.extend(broken)
        dossiers = tuple(names_of(dossier) for dossier in grouping.dossiers)
        apart = tuple(document.name for document in grouping.apart)
    keep_patterns()
    return Report(
        tuple(names),
        tuple(results),
        tuple(crashed),
        tuple(failures),
        lang=options.lang,
        dossiers=dossiers,
        apart=apart,
    )


def _dated(document: Document, today: date | None) -> Document:
    return document if document.date_reference else replace(document, date_reference=today)


def _dossier(
    rank: int, documents: Sequence[Document], folders: Sequence[Path]
) -> tuple[Document, ...]:
    """The other contracts of the same folder, but those that name another salarié porté."""
    own = _salarie(documents[rank])
    return tuple(
        other
        for number, other in enumerate(documents)
        if number != rank
        and folders[number] == folders[rank]
        and _may_be_same(own, _salarie(other))
    )


def _salarie(document: Document) -> frozenset[str]:
    """The words of the salarié porté's name, in whatever order they are written."""
    found = next((party for party in document.parties if party.role is Role.SALARIE_PORTE), None)
    return frozenset(fold(found.nom or "").split()) if found else frozenset()


def _may_be_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """True too when a name is not given: nothing then says that it is someone else."""
    return one <= other or other <= one


def extract(
    path: Path,
    *,
    forced_type: DocumentType | None = None,
    day: date | None = None,
    libraries: tuple[Path, ...] = (),
) -> Document:
    """Everything read in one contract. Raises `UnreadableDocument`, `LibraryError`."""
    library = load_library(libraries, whole=False)
    return _read(path, library, forced_type, day, digest=True)


def contracts_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The contracts that the paths name; of a folder, its Word files, by name, at any depth.

    Word's own lock files (`~$…`) are left out. A path that does not exist is kept: reading it
    says so.
    """
    for path in paths:
        if path.is_dir():
            found = (*path.rglob("*.docx"), *path.rglob("*.docm"))
            yield from sorted(file for file in found if not file.name.startswith("~$"))
        else:
            yield path


def _read(
    path: Path,
    library: Library,
    forced_type: DocumentType | None,
    day: date | None,
    *,
    digest: bool,
) -> Document:
    text = read_docx(path, name=str(path), digest=digest).text
    return understand(text, library, forced_type=forced_type, day=day)
