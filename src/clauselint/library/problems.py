"""What is wrong in a YAML file, told to the person who wrote it.

rules/durees/bornes.yaml:3:11: gravite : « eror » n’est pas attendu ici ; attendu : erreur,
avertissement ou info. Vouliez-vous dire « erreur » ?
    gravite: eror
             ^
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

__all__ = ["LibraryError", "Problem", "ask_for", "choices", "nearest", "show"]

_SHOWN = 100  # characters of a source line that a terminal shows without wrapping


class Problem(Struct, frozen=True):
    """One fault at `line` and `column` (from 1) of `file`; 0 when the file can't be read at all.

    `key` is the dotted path of the faulty key, empty for the file as a whole. `message` is a
    French clause without a final stop; `expected` and `suggestion` complete it when they are known.
    """

    file: str
    line: int
    column: int
    key: str
    message: str
    expected: str = ""
    suggestion: str = ""
    source_line: str = ""


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.key, p.message)))


class LibraryError(Exception):
    """All the problems of all the files read together, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(problems)
        self.problems = _in_order(problems)

    def __str__(self) -> str:
        return "\n".join(show(problem) for problem in self.problems)


def show(problem: Problem) -> str:
    """The problem as a terminal prints it: place, key, fault, remedy, source line and caret."""
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    key = f"{problem.key} : " if problem.key else ""
    text = f"{problem.file}{place}: {key}{problem.message}"
    if problem.expected:
        text += f" ; attendu : {problem.expected}"
    text += "."
    if problem.suggestion:
        text += f" {ask_for(problem.suggestion)}"
    if problem.source_line:
        shown, before = _window(problem.source_line, problem.column - 1)
        text += f"\n    {shown}\n    {before}^"
    return text


def ask_for(name: str) -> str:
    return f"Vouliez-vous dire « {name} » ?"


def choices(names: Sequence[str]) -> str:
    """« erreur, avertissement ou info »."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} ou {names[-1]}"


def nearest(name: str, names: Iterable[str]) -> str:
    """The one of `names` most like `name`, or an empty string when none is."""
    import difflib  # noqa: PLC0415 - not on the `check` path, where nothing is wrong

    found = difflib.get_close_matches(name, sorted(names), n=1, cutoff=0.6)
    return found[0] if found else ""


def _window(line: str, column: int) -> tuple[str, str]:
    """The part of a line around `column`, and the blanks that put a caret under it."""
    start = column - _SHOWN // 2 if column > _SHOWN * 9 // 10 else 0
    shown = line[start : start + _SHOWN]
    blanks = "".join("\t" if char == "\t" else " " for char in shown[: column - start])
    return shown, blanks
