"""From Jinja's grammar to checked code objects, when the library is built.

Only what docs/architecture.md lists can be said. Each name, attribute, function, test and filter
is looked up here, so a rule that misspells one never meets a contract, and nothing else of Python
can be reached: no attribute that is not in the table, no call of a value, no repeated text.
"""

from __future__ import annotations

import marshal
import re

from jinja2 import TemplateSyntaxError, nodes
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from clauselint.library.expression_translator import Fault, Scope, Translator
from clauselint.library.expressions import Expression

__all__ = [
    "Compiled",
    "Fault",
    "FaultyExpression",
    "Scope",
    "compile_condition",
    "compile_expression",
    "compile_refusal",
    "compile_template",
]

_GRAMMAR = ImmutableSandboxedEnvironment()

# What Jinja says of an expression that breaks off -> what to tell its author.
_UNFINISHED = (
    (
        "end of print statement",
        "« {{ » n’est pas refermé par « }} », ou l’expression s’arrête trop tôt",
    ),
    (
        "end of statement block",
        "« {% » n’est pas refermé par « %} », ou l’expression s’arrête trop tôt",
    ),
    ("end of template", "l’expression s’arrête trop tôt"),
)
_STRANGE = re.compile(r"unexpected char '(.)' at (\d+)")


class Compiled(Struct, frozen=True):
    """An expression, and the kind of its value: see `expression_names`."""

    expression: Expression
    kind: str


class FaultyExpression(Exception):
    """All that is wrong in an expression."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


def compile_expression(source: str, scope: Scope) -> Compiled:
    """Check and translate `source`. Raises `FaultyExpression`."""
    translator = Translator(source, scope)
    typed = translator.value(_parsed(source))
    return Compiled(_finished(translator, source, typed.code), typed.kind)


def compile_condition(source: str, scope: Scope) -> Expression:
    """As `compile_expression`, for a value that must be true or false."""
    translator = Translator(source, scope)
    return _finished(translator, source, translator.condition(_parsed(source)))


def compile_refusal(source: str, scope: Scope) -> Expression:
    """The contrary of the condition `source`: true where what a rule asks for is not met."""
    translator = Translator(source, scope)
    code = translator.condition(_parsed(source))
    return _finished(translator, f"not ({source})", f"(not {code})")


def compile_template(source: str, scope: Scope) -> Expression:
    """A message with places `{{ … }}`. Raises `FaultyExpression`."""
    if not any(opening in source for opening in ("{{", "{%", "{#")):
        return Expression(source, b"")
    try:
        body = _GRAMMAR.parse(source).body
    except TemplateSyntaxError as error:
        raise FaultyExpression((_syntax_fault(error, source),)) from None
    translator = Translator(source, scope)
    return _finished(translator, source, translator.template(body))


def _parsed(source: str) -> nodes.Expr:
    try:
        parser = Parser(_GRAMMAR, source, state="variable")
        expression = parser.parse_expression()
        rest = parser.stream.current
    except TemplateSyntaxError as error:
        raise FaultyExpression((_syntax_fault(error, source),)) from None
    if not parser.stream.eos:
        offset = source.rfind(str(rest.value))
        message = f"« {rest.value} » est de trop : l’expression est finie avant"
        raise FaultyExpression((Fault(max(0, offset), message),))
    return expression


def _finished(translator: Translator, source: str, code: str) -> Expression:
    if translator.faults:
        raise FaultyExpression(tuple(translator.faults))
    return Expression(source, marshal.dumps(compile(code, "<règle>", "eval")))


def _syntax_fault(error: TemplateSyntaxError, source: str) -> Fault:
    said = error.message or ""
    strange = _STRANGE.search(said)
    if strange:
        advice = "les textes s’écrivent entre apostrophes droites ('…')"
        return Fault(int(strange[2]), f"le signe « {strange[1]} » n’est pas admis ; {advice}")
    start = sum(len(line) for line in source.splitlines(keepends=True)[: error.lineno - 1])
    unfinished = next((french for end, french in _UNFINISHED if end in said), "")
    return Fault(
        start, unfinished or "l’expression ne se lit pas ; vérifier parenthèses et virgules"
    )
