"""Patterns that one run compiles for all those that follow.

`re` first writes a program for its matching engine, in Python, which is slow: the hundred patterns
that read a contract take 16 ms, a third of what unzipping and parsing the contract takes. Here the
programs are kept in the cache, whence all of them come in 0.5 ms.

They are the programs that `re` writes, by functions of it that are not documented. In a Python that
has them no more, patterns are compiled as usual.
"""

from __future__ import annotations

import re
import sys
from functools import cache, cached_property
from typing import Any, cast

from clauselint.library.cache import blake2b, keep, recall
from clauselint.version import VERSION

__all__ = ["keep_patterns", "kept_pattern"]

_NAME = "patterns"

# What the engine is given: source, flags, code, number of groups, and their names both ways.
Program = tuple[str, int, list[int], int, dict[str, int], tuple[str | None, ...]]
Programs = dict[tuple[str, int], Program]

_new: list[Program] = []  # those that this run has written


def kept_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made when it is first used: for the constants of modules, never for
    a source made of a contract's own words, since each is kept.

    A faulty source raises `re.error` then. It has the methods of a pattern; functions such as
    `re.split` do not take it.
    """
    return cast("re.Pattern[str]", _Pattern(source, int(flags)))


def keep_patterns() -> None:
    """Keep the patterns that this run compiled, for the next ones; does nothing without any."""
    if _new:
        keep(_NAME, _key(), _programs())
        _new.clear()


class _Pattern:
    """Stands for a pattern, whose methods it takes over one by one as they are used."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def _real(self) -> re.Pattern[str]:
        programs = _programs()
        key = (self._source, self._flags)
        if key not in programs:
            program = _written(*key)
            if program is None:
                return re.compile(*key)
            programs[key] = program
            _new.append(program)
        return _compiled(programs[key])

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._real, name)
        setattr(self, name, method)
        return method


@cache
def _programs() -> Programs:
    """The programs known to the cache, and those that this run adds."""
    return recall(_NAME, _key()) or {}


def _key() -> bytes:
    return blake2b(f"{VERSION} {sys.version}".encode(), digest_size=32).digest()


def _written(source: str, flags: int) -> Program | None:
    """The program of a pattern, as `re` writes it; None where `re` is made otherwise."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415

        parsed = _parser.parse(source, flags)
        code = [int(word) for word in _compiler._code(parsed, flags)]
        state = parsed.state
        names = dict(state.groupdict)
        by_group = {group: name for name, group in names.items()}
        groups = tuple(by_group.get(group) for group in range(state.groups))
        return source, int(flags | state.flags), code, state.groups - 1, names, groups
    except (ImportError, AttributeError, TypeError):
        return None


def _compiled(program: Program) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]  # noqa: PLC0415

    try:
        return cast("re.Pattern[str]", _sre.compile(*program))
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(program[0], program[1])
