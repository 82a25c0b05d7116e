"""A rule told in full on a terminal, and the table of all rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from clauselint.library import Rule
from clauselint.reporting.rule_sheet import Block, Items, Paragraph, Sample, Sheet

__all__ = ["rules_json", "rules_text", "sheet_text"]

WIDTH = 96


def sheet_text(sheet: Sheet) -> str:
    """A rule told in full, for a terminal."""
    return "\n".join(_sheet_lines(sheet)) + "\n"


def _sheet_lines(sheet: Sheet) -> Iterator[str]:
    yield f"{sheet.rule} — {sheet.title}"
    for entry in sheet.entries:
        if len(entry.lines) == 1:
            yield f"{entry.label} : {entry.lines[0].text}"
        else:
            yield f"{entry.label} :"
            yield from (f"  - {line.text}" for line in entry.lines)
    for part in sheet.parts:
        yield from ("", part.heading)
        for number, block in enumerate(part.blocks):
            if number and isinstance(block, Sample):
                yield ""
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield from _wrapped(text, "  ", "  ")
        case Items(items):
            for item in items:
                yield from _wrapped(item, "  - ", "    ")
        case Sample(texte, notes, said):
            for note in notes:
                yield from _wrapped(note, "  ", "  ")
            yield from (f"  │ {line}".rstrip() for line in texte.splitlines())
            for message in said:
                yield from _wrapped(message, "  → ", "    ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def rules_text(rules: Sequence[Rule]) -> str:
    """One line a rule: id, severity, documents, legal basis."""
    width = max((len(rule.id) for rule in rules), default=0)
    lines = []
    for rule in rules:
        basis = ", ".join(str(item) for item in rule.fondement)
        documents = ",".join(str(kind) for kind in rule.documents)
        lines.append(f"{rule.id:<{width}}  {rule.gravite:<13}  {documents:<22}  {basis}".rstrip())
    return "\n".join(lines) + "\n"


def rules_json(rules: Sequence[Rule]) -> list[dict[str, object]]:
    """The same, for programs."""
    return [
        {
            "rule": rule.id,
            "severity": str(rule.gravite),
            "title": rule.titre,
            "documents": [str(kind) for kind in rule.documents],
            "portage": rule.portage,
            "law": [str(item) for item in rule.fondement],
            "sanction": [str(item) for item in rule.sanction],
        }
        for rule in rules
    ]
