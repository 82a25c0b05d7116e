"""Expressions of rules and messages, ready to run.

They are written in Jinja's grammar and checked, then translated, when the library is built
(`expression_compiler`). What runs here is a code object that can only read names, attributes and
functions that passed that check; so checking a contract needs no Jinja, whose import alone takes
half as long as unzipping and parsing the contract.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping
from types import CodeType
from typing import Any

from msgspec import Struct, field

__all__ = ["FILTERS", "Evaluator", "Expression"]

Function = Callable[..., object]


class Expression(Struct, frozen=True):
    """An expression or a message: as written, and its code object, marshalled.

    `code` is empty for a message without any `{{ … }}`, which is its own text.
    """

    source: str
    code: bytes


def _first(values: Iterable[object]) -> object:
    return next(iter(values))


def _last(values: Iterable[object]) -> object:
    return tuple(values)[-1]


def _enumerate(values: Iterable[str], conjunction: str) -> str:
    """« a, b et c »: the texts that are not empty, the last after `conjunction`."""
    said = [value for value in values if value]
    head = ", ".join(said[:-1])
    return f"{head} {conjunction} {said[-1]}" if head else "".join(said)


FILTERS: Mapping[str, Function] = {
    "enumerer": _enumerate,
    "first": _first,
    "last": _last,
    "length": len,
    "max": max,
    "min": min,
}
"""The filters of expressions besides `join`, which prints its elements as messages do."""


class Evaluator(Struct, frozen=True, eq=False):
    """Runs expressions over the names of a context.

    `tests` gives the functions of `is …`; `filters` adds to `FILTERS`; `finalize` prints the
    values of messages. Exceptions of the objects read (a datum is missing) pass through.
    """

    tests: Mapping[str, Function] = field(default_factory=dict)
    filters: Mapping[str, Function] = field(default_factory=dict)
    finalize: Callable[[Any], str] = str
    _names: dict[str, object] = field(default_factory=dict)
    _codes: dict[bytes, CodeType] = field(default_factory=dict)

    def __post_init__(self) -> None:
        def join(values: Iterable[object], separator: str = "") -> str:
            return separator.join(self.finalize(value) for value in values)

        names = {
            "__builtins__": {},
            "_tests": self.tests,
            "_filters": {**FILTERS, "join": join, **self.filters},
            "_print": self.finalize,
            "_join": "".join,
            "_times": _times,
        }
        self._names.update(names)

    def evaluate(self, expression: Expression, context: Mapping[str, object]) -> object:
        """The value of `expression`, whose names are read in `context`."""
        code = self._codes.get(expression.code)
        if code is None:
            code = self._codes[expression.code] = marshal.loads(expression.code)
        return eval(code, self._names, context)  # checked when it was compiled

    def render(self, template: Expression, context: Mapping[str, object]) -> str:
        """The text of a message, its values printed by `finalize`."""
        return str(self.evaluate(template, context)) if template.code else template.source


def _times(left: object, right: object) -> object:
    """`left * right` of quantities and numbers: a repeated text could fill the memory."""
    if isinstance(left, str | list | tuple) or isinstance(right, str | list | tuple):
        raise TypeError("un texte ou une liste ne se multiplie pas")
    return left * right  # type: ignore[operator]
