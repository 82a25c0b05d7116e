"""The options of a `check` written without mistake, read as click reads them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clauselint.cli.choices import FORMATS, LANGS, LEVELS, TYPES

__all__ = ["plain_options"]

_CHOICES = {
    "--format": ("output_format", FORMATS),
    "--fail-on": ("fail_on", LEVELS),
    "--as": ("forced_type", TYPES),
    "--lang": ("lang", LANGS),
}
_REPEATED = {"--select": "select", "--ignore": "ignore", "--library": "library"}
_FLAGS = {"--no-nlp": "no_nlp", "--quiet": "quiet"}
_EXPANDED_BY_CLICK = frozenset("*?[~$%")  # on Windows, where the shell does not


def plain_options(words: Sequence[str]) -> dict[str, Any] | None:
    """The arguments of `run_check` that the words after `check` ask for.

    None for what is left to click: help, mistakes, and options that few give.
    """
    if sys.platform == "win32" and any(_EXPANDED_BY_CLICK.intersection(word) for word in words):
        return None
    chosen: dict[str, Any] = {}
    repeated: dict[str, list[str]] = {name: [] for name in _REPEATED.values()}
    paths: list[Path] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("-"):
            paths.append(Path(word))
            continue
        if word in _FLAGS:
            chosen[_FLAGS[word]] = True
            continue
        option, equals, value = word.partition("=")
        if not equals:
            value = next(rest, "-")
        if value.startswith("-"):
            return None
        if option in _REPEATED:
            repeated[_REPEATED[option]].append(value)
        elif option in _CHOICES and value in _CHOICES[option][1]:
            chosen[_CHOICES[option][0]] = value
        elif option == "--output" or word == "-o":
            chosen["output"] = Path(value)
        else:
            return None
    if not paths:
        return None
    chosen["paths"] = tuple(paths)
    chosen["select"] = tuple(repeated["select"])
    chosen["ignore"] = tuple(repeated["ignore"])
    chosen["library"] = tuple(map(Path, repeated["library"]))
    return chosen
