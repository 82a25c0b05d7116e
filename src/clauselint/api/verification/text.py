"""A verification told to a person, and to programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clauselint.api.verification.results import Fault, Verification
from clauselint.library.problems import Problem, show

__all__ = ["verification_json", "verification_text"]

_SHOWN = 12  # refusals told in full


def verification_text(found: Verification) -> str:
    """The matrix, what is refused, what serves nothing, then the faults and their mission."""
    parts = (_matrix(found), _refused(found), _problems(found), _faults(found), _summary(found))
    return "\n".join(part for part in parts if part)


def _matrix(found: Verification) -> str:
    documents = sorted({document for document, _, _ in found.matrix})
    kinds = sorted({kind for _, kind, _ in found.matrix})
    rows = [["clause", *documents]]
    rows += [[kind, *(_cell(found, document, kind) for document in documents)] for kind in kinds]
    widths = [max(len(row[rank]) for row in rows) for rank in range(len(rows[0]))]
    lines = (
        "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return "Contrats écrits, par document, clause et variante :\n" + "\n".join(lines) + "\n"


def _cell(found: Verification, document: str, kind: str) -> str:
    counts = [
        f"{variante} {count}"
        for (other, clause, variante), count in found.matrix.items()
        if (other, clause) == (document, kind)
    ]
    return ", ".join(counts) or "–"


def _refused(found: Verification) -> str:
    if not found.refused:
        return ""
    lines = [f"  {' ; '.join(refus.options)} : {refus.message}" for refus in _shortest(found)]
    more = len(found.refused) - len(lines)
    return "\n".join(
        [
            "Missions refusées à la rédaction, comme la bibliothèque le veut :",
            *lines,
            *([f"  et {more} autres."] if more else []),
            "",
        ]
    )


def _shortest(found: Verification) -> list[Any]:
    """One refusal for each reason, the one with the fewest options."""
    by_reason: dict[str, Any] = {}
    for refus in sorted(found.refused, key=lambda refus: len(refus.options)):
        by_reason.setdefault(refus.message, refus)
    return list(by_reason.values())[:_SHOWN]


def _problems(found: Verification) -> str:
    lines: list[str] = []
    if found.unused:
        lines += ["Ne sert à rien :", *(f"  {_line(problem)}" for problem in found.unused), ""]
    if found.errors:
        lines += ["Erreurs de la bibliothèque :", *map(show, found.errors), ""]
    return "\n".join(lines)


def _line(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}: {problem.message}"


def _faults(found: Verification) -> str:
    return "\n".join(line for fault in found.faults for line in _fault(fault))


def _fault(fault: Fault) -> Iterator[str]:
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    said = f" dans le document « {fault.document} »" if fault.document else ""
    yield f"{place} : {fault.message} [{fault.rule}]{said}"
    yield f"  {_times(fault.missions)} Plus petite mission : {fault.base}" + (
        " avec" if fault.options else " telle quelle"
    )
    for option in fault.options:
        yield f"    {option}"
    yield ""


def _times(missions: int) -> str:
    return "Une mission le montre." if missions == 1 else f"{missions} missions le montrent."


def _summary(found: Verification) -> str:
    built = f"{found.missions} missions, {found.contracts} contrats écrits et relus"
    word = f", dont {found.through_word} par un fichier Word"
    counts = f"{len(found.matrix)} rédactions (document × clause × variante)"
    faults = len(found.faults) + len(found.errors)
    verdict = "aucun défaut" if found.holds else f"{faults} défaut{'s' if faults > 1 else ''}"
    return f"{built}{word}. {counts}. {verdict[0].upper()}{verdict[1:]}.\n"


def verification_json(found: Verification) -> dict[str, Any]:
    """The same for programs: `clausegen/verify/1`."""
    return {
        "schema": "clausegen/verify/1",
        "faults": [fault._asdict() for fault in found.faults],
        "errors": [_problem_json(problem) for problem in found.errors],
        "unused": [_problem_json(problem) for problem in found.unused],
        "refused": [refus._asdict() for refus in found.refused],
        "mandatory": [{"base": base, "clause": kind} for base, kind in found.mandatory],
        "matrix": [
            {"document": document, "clause": kind, "variante": variante, "contracts": count}
            for (document, kind, variante), count in found.matrix.items()
        ],
        "summary": {
            "missions": found.missions,
            "contracts": found.contracts,
            "through_word": found.through_word,
            "cells": len(found.matrix),
            "faults": len(found.faults) + len(found.errors),
        },
    }


def _problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "key": problem.key,
        "message": problem.message,
    }
