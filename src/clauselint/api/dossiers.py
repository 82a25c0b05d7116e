"""Contracts read, sorted into missions and checked together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from clauselint.api.contracts import contracts_in
from clauselint.checking import RuleFailure, RuleResult
from clauselint.checking.dossier_engine import check_dossier
from clauselint.dossiers.dossier import Dossier
from clauselint.dossiers.grouping import Grouping, group
from clauselint.library import Rule, load_library
from clauselint.model import Document
from clauselint.reading.docx import read_docx
from clauselint.reading.understanding import understand

__all__ = ["check_dossiers", "names_of", "read_dossiers"]


def read_dossiers(
    paths: Iterable[Path], *, day: date | None = None, libraries: tuple[Path, ...] = ()
) -> Grouping:
    """The missions of these files and folders, and the documents that fit none.

    Raises `UnreadableDocument`, `LibraryError`.
    """
    library = load_library(libraries, whole=False)
    return group(
        understand(read_docx(path, name=str(path)).text, library, day=day)
        for path in contracts_in(paths)
    )


def check_dossiers(
    documents: Iterable[Document], rules: Sequence[Rule]
) -> tuple[Grouping, tuple[RuleResult, ...], tuple[RuleFailure, ...]]:
    """The missions of `documents`, and what the rules about a dossier say of each."""
    grouping = group(documents)
    results: list[RuleResult] = []
    failures: list[RuleFailure] = []
    for dossier in grouping.dossiers:
        found, broken = check_dossier(dossier, rules)
        results.extend(found)
        failures.extend(broken)
    return grouping, tuple(results), tuple(failures)


def names_of(dossier: Dossier) -> tuple[str, ...]:
    """The names of the documents of a dossier, in its order."""
    return tuple(document.name for document in dossier.documents)
