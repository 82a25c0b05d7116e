"""The pages of `docs/regles`: one a rule, and an index by family, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from clauselint.library import Rule
from clauselint.reporting.rule_sheet import (
    Block,
    Items,
    Line,
    Paragraph,
    Sample,
    Sheet,
    rule_documents,
)
from clauselint.reporting.rule_words import WORDS, family_title

__all__ = ["index_page", "page_name", "rule_page"]

INDEX = "README.md"
MADE = "<!-- Page écrite par « make docs » d’après rules/ : modifier la règle, non la page. -->"


def page_name(rule: str) -> str:
    """The file of a rule's page below the folder of pages: « durees/bornes.md »."""
    return f"{rule}.md"


def rule_page(sheet: Sheet) -> str:
    """A rule told in full."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from (MADE, "", f"# {_escaped(sheet.title)}", "", f"`{sheet.rule}`", "")
    for entry in sheet.entries:
        if len(entry.lines) == 1:
            yield f"- **{entry.label}** : {_linked(entry.lines[0])}"
        else:
            yield f"- **{entry.label}** :"
            yield from (f"  - {_linked(line)}" for line in entry.lines)
    for part in sheet.parts:
        yield from ("", f"## {part.heading}")
        for block in part.blocks:
            yield ""
            yield from _block(block)
    yield from ("", f"[Toutes les règles](../{INDEX})")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield _escaped(text)
        case Items(items):
            yield from (f"- {_escaped(item)}" for item in items)
        case Sample(texte, notes, said):
            for note in notes:
                yield from (_escaped(note), "")
            yield from ("```text", texte, "```")
            for message in said:
                yield from ("", f"> {_escaped(message)}")


def _linked(line: Line) -> str:
    return f"[{_escaped(line.text)}]({line.link})" if line.link else _escaped(line.text)


def _escaped(text: str) -> str:
    """`text` with what Markdown would take for its own signs shown as it is."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)


def index_page(rules: Iterable[Rule]) -> str:
    """The rules by family, each with its severity and a link to its page."""
    return "\n".join(_index_lines(tuple(rules))) + "\n"


def _index_lines(rules: tuple[Rule, ...]) -> Iterator[str]:
    yield from (MADE, "", "# Les règles", "")
    yield (
        f"{len(rules)} règles, par famille. `clauselint explain RÈGLE` montre la même page dans le "
        "terminal ; `--select` et `--ignore` prennent une règle ou une famille."
    )
    for family, members in groupby(rules, key=lambda rule: rule.famille):
        yield from ("", f"## {family_title(family)}", "")
        yield from (
            "| règle | gravité | ce qu’elle relève | fondement |",
            "| --- | --- | --- | --- |",
        )
        for rule in members:
            basis = " ; ".join(str(item) for item in rule.fondement)
            link = f"[{rule.id}]({page_name(rule.id)})"
            documents = rule_documents(rule, WORDS["fr"])
            cells = (link, str(rule.gravite), _escaped(rule.titre), documents, _escaped(basis))
            yield f"| {' | '.join(cells)} |"
