"""A wording of the library as what a contract may say: fixed words, and places to fill.

Alinéas under a condition are optional, those of a loop come any number of times; a condition inside
an alinéa gives as many ways to say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from jinja2 import Environment, nodes

from clauselint.drafting.typography import typeset

__all__ = ["Alinea", "Token", "Wording", "tokens_of", "wordings_of"]

_ENVIRONMENT = Environment(autoescape=False, trim_blocks=True, lstrip_blocks=True)
_WAYS = 32  # of saying one alinéa; beyond, the first ones
_MASCULINE, _FEMININE = 0, 1

_HOLE, _HOLE_END = "\ue000", "\ue001"
_OPEN, _OR, _CLOSE = "\ue010", "\ue011", "\ue012"
_MARKS = re.compile(f"[{_OPEN}{_OR}{_CLOSE}]")
_TOKEN = re.compile(f"{_HOLE}([^{_HOLE_END}]*){_HOLE_END}|\\w+|[^\\w\\s]")
_SEVERAL = re.compile(r"\n[ \t]*\n|^\s*(?:- |\|)", re.M)  # a blank line, an item, a row
_RULE = re.compile(r"\|(\s*:?-{3,}:?\s*\|)+")


class Token(NamedTuple):
    """A word or a sign; `hole` is the expression that stands there, when one does."""

    text: str
    space: bool
    hole: str = ""


class Alinea(NamedTuple):
    """One paragraph: the ways to say it, and whether it may be left out or repeated."""

    ways: tuple[tuple[Token, ...], ...]
    optional: bool


class Wording(NamedTuple):
    """A text of the library in one gender of the salarié porté."""

    alineas: tuple[Alinea, ...]

    @property
    def tokens(self) -> tuple[str, ...]:
        """The fixed words of what is always said."""
        return tuple(
            token.text
            for alinea in self.alineas
            if not alinea.optional
            for token in alinea.ways[0]
            if not token.hole
        )


def wordings_of(source: str) -> tuple[Wording, ...]:
    """The text as it reads for a man and for a woman."""
    tree = _ENVIRONMENT.parse(source)
    return tuple(
        Wording(tuple(_alineas(typeset(_marked(tree.body, gender)))))
        for gender in (_MASCULINE, _FEMININE)
    )


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and signs of a text, each with whether a space stands before it."""
    plain = text.replace("**", "")
    return tuple(
        Token(
            f"[{found[1]}]" if found[1] is not None else found[0],
            found.start() > 0 and plain[found.start() - 1].isspace(),
            found[1] or "",
        )
        for found in _TOKEN.finditer(plain)
    )


def _marked(body: list[nodes.Node], gender: int) -> str:
    return "".join(_mark(node, gender) for node in body)


def _mark(node: nodes.Node, gender: int) -> str:
    if isinstance(node, nodes.Output):
        return "".join(_printed(item, gender) for item in node.nodes)
    if isinstance(node, nodes.If):
        branches = [node.body, *(branch.body for branch in node.elif_), node.else_]
        return _either([_marked(branch, gender) for branch in branches])
    if isinstance(node, nodes.For):
        return _either([_marked(node.body, gender), ""])
    return ""


def _either(branches: list[str]) -> str:
    """The branches of a condition; those that hold several paragraphs stand apart from others."""
    apart = "\n\n" if any(_SEVERAL.search(branch) for branch in branches) else ""
    return f"{_OPEN}{f'{apart}{_OR}{apart}'.join(branches)}{_CLOSE}"


def _printed(node: nodes.Node, gender: int) -> str:
    if isinstance(node, nodes.TemplateData):
        return node.data
    if isinstance(node, nodes.Const):
        return str(node.value)
    if isinstance(node, nodes.Name) and node.name == "e":
        return "e" if gender == _FEMININE else ""
    if isinstance(node, nodes.CondExpr):
        other = _printed(node.expr2, gender) if node.expr2 else ""
        return f"{_OPEN}{_printed(node.expr1, gender)}{_OR}{other}{_CLOSE}"
    return f"{_HOLE}{_said(node)}{_HOLE_END}"


def _said(node: nodes.Node) -> str:
    """The expression as clause files write it, as far as it names something."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_said(node.node)}.{node.attr}"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{_said(node.node)} | {node.name}"
    if isinstance(node, nodes.Call):
        given = ", ".join(str(arg.value) for arg in node.args if isinstance(arg, nodes.Const))
        return f"{_said(node.node)}({given})"
    return "…"


def _alineas(marked: str) -> Iterator[Alinea]:
    depth = 0
    for text in _paragraphs(marked):
        inner, after, opens = _balanced(text, depth)
        optional = depth > 0 or opens
        depth = after
        for cell in _cells(inner):
            ways = dict.fromkeys(tokens_of(way) for way in islice(_ways(cell), _WAYS))
            said = tuple(way for way in ways if way)
            if said:
                yield Alinea(said, optional or len(said) < len(ways))


def _paragraphs(marked: str) -> Iterator[str]:
    lines: list[str] = []
    for line in marked.splitlines():
        bare = _MARKS.sub("", line).strip()
        if not line.strip() or bare.startswith(("- ", "|")):
            yield "\n".join(lines)
            lines = []
        lines.append(line.strip())
        if not bare:  # a tag alone on its line leaves it blank
            yield "\n".join(lines)
            lines = []
    yield "\n".join(lines)


def _balanced(text: str, depth: int) -> tuple[str, int, bool]:
    """The text without the marks of conditions that go beyond it, the depth after it, and whether
    it begins with such a condition.
    """
    opened: list[int] = []
    drop: set[int] = set()
    for at, char in enumerate(text):
        if char == _OPEN:
            opened.append(at)
        elif char == _CLOSE and opened:
            opened.pop()
        elif char in (_OR, _CLOSE) and not opened:
            drop.add(at)
            depth -= char == _CLOSE
    drop.update(opened)
    if opened:  # the alternatives of a condition that goes on after this paragraph
        drop.update(at for at, char in enumerate(text) if char == _OR and at > opened[0])
    kept = "".join(char for at, char in enumerate(text) if at not in drop)
    begins = bool(opened) and not _MARKS.sub("", text[: opened[0]]).strip()
    return kept, depth + len(opened), begins


def _cells(text: str) -> Iterator[str]:
    bare = text.strip()
    if not _MARKS.sub("", bare).startswith("|"):
        yield bare.replace("- ", "", 1) if _MARKS.sub("", bare).startswith("- ") else bare
    elif not _RULE.fullmatch(_MARKS.sub("", bare)):
        yield from (cell.strip() for cell in bare.strip("|").split("|"))


def _ways(text: str) -> Iterator[str]:
    """The text with each of its conditions decided in every way."""
    parts: list[list[str]] = [[""]]
    at = 0
    while at < len(text):
        if text[at] != _OPEN:
            parts.append([text[at]])
            at += 1
            continue
        branches, at = _branches(text, at + 1)
        parts.append([way for branch in branches for way in _ways(branch)])
    plain = parts if len(parts) < 2 else _joined(parts)
    yield from ("".join(choice) for choice in product(*plain))


def _joined(parts: list[list[str]]) -> list[list[str]]:
    """The same with runs of single characters put together."""
    joined: list[list[str]] = []
    for part in parts:
        if len(part) == 1 and joined and len(joined[-1]) == 1:
            joined[-1] = [joined[-1][0] + part[0]]
        else:
            joined.append(part)
    return joined


def _branches(text: str, at: int) -> tuple[list[str], int]:
    """The alternatives of the condition that opens before `at`, and where it ends."""
    branches, start, depth = [], at, 0
    while at < len(text):
        char = text[at]
        if char == _OPEN:
            depth += 1
        elif char == _CLOSE and depth:
            depth -= 1
        elif char in (_OR, _CLOSE) and not depth:
            branches.append(text[start:at])
            start = at + 1
            if char == _CLOSE:
                return branches, at + 1
        at += 1
    return [*branches, text[start:]], at
