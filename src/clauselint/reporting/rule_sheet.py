"""What is told of a rule: the one source of `clauselint explain` and of the pages of `docs/regles`.

A sheet is made of entries (a label and its lines) and of parts (a heading and its blocks), in the
words of one language; how they look on a terminal or in Markdown is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clauselint.library import Clause, Fondement, Message, MessageTemplate, Rule, RuleExample
from clauselint.model import DocumentType
from clauselint.model.francais import en_francais
from clauselint.reporting.rule_words import WORDS, Words

__all__ = [
    "Entry",
    "Items",
    "Line",
    "Paragraph",
    "Part",
    "Sample",
    "Sheet",
    "Verdict",
    "basis_lines",
    "rule_documents",
    "rule_sheet",
]

_LEGIFRANCE = {
    "LEGIARTI": "https://www.legifrance.gouv.fr/codes/article_lc/",
    "KALIARTI": "https://www.legifrance.gouv.fr/conv_coll/id/",
}


class Verdict(NamedTuple):
    """What a rule says of one of its examples: its messages, or the datum it lacks."""

    messages: tuple[Message, ...]
    missing: str = ""


class Line(NamedTuple):
    """A line of text; `link` is the address of what it names, or empty."""

    text: str
    link: str = ""


class Entry(NamedTuple):
    label: str
    lines: tuple[Line, ...]


class Paragraph(NamedTuple):
    text: str


class Items(NamedTuple):
    items: tuple[str, ...]


class Sample(NamedTuple):
    """An example: the text of a contract, how it is to be taken, and what the rule says of it."""

    texte: str
    notes: tuple[str, ...]
    said: tuple[str, ...]


Block = Paragraph | Items | Sample


class Part(NamedTuple):
    heading: str
    blocks: tuple[Block, ...]


class Sheet(NamedTuple):
    title: str
    rule: str
    entries: tuple[Entry, ...]
    parts: tuple[Part, ...]


def rule_sheet(
    rule: Rule,
    verdicts: Sequence[Verdict],
    clauses: Mapping[str, Clause],
    langs: Sequence[str] = ("fr",),
) -> Sheet:
    """All that is told of `rule`.

    `verdicts` are what it says of its examples, in their order. Messages are given in each of
    `langs` (« fr », « en »); labels are in the first.
    """
    words = WORDS[langs[0]]
    parts = (
        Part(words.why, _paragraphs(rule.pourquoi)),
        *(Part(words.messages[lang], _messages(rule, lang)) for lang in langs),
        Part(words.mend, tuple(_mending(rule, clauses, words))),
        *_examples(rule, verdicts, langs),
    )
    told = tuple(part for part in parts if part.blocks)
    return Sheet(rule.titre, rule.id, tuple(_entries(rule, words)), told)


def _entries(rule: Rule, words: Words) -> Iterator[Entry]:
    yield Entry(words.severity, (Line(f"{rule.gravite} ({words.severities[rule.gravite]})"),))
    yield Entry(words.documents, (Line(rule_documents(rule, words)),))
    if rule.condition:
        yield Entry(words.applies, (Line(rule.condition),))
    yield Entry(words.basis, basis_lines(rule.fondement, words) or (Line(words.no_basis),))
    if rule.sanction:
        yield Entry(words.sanction, basis_lines(rule.sanction, words))


def rule_documents(rule: Rule, words: Words) -> str:
    """The kinds of contract that a rule concerns, as one phrase."""
    if set(rule.documents) == set(DocumentType):
        return words.all_documents + words.portage[rule.portage]
    return ", ".join(words.kinds[kind] for kind in rule.documents) + words.portage[rule.portage]


def basis_lines(bases: Sequence[Fondement], words: Words) -> tuple[Line, ...]:
    """Each text of law with the days between which it is in force, and where it is read."""
    return tuple(Line(_basis(basis, words), _link(basis)) for basis in bases)


def _basis(basis: Fondement, words: Words) -> str:
    dated = basis.depuis and not basis.texte.startswith("Cass.")  # a judgment bears its own date
    since = words.since.format(en_francais(basis.depuis)) if dated and basis.depuis else ""
    until = words.until.format(en_francais(basis.jusqua)) if basis.jusqua else ""
    number = f" — {basis.id}" if basis.id else ""
    return f"{basis}{since}{until}{number}"


def _link(basis: Fondement) -> str:
    site = _LEGIFRANCE.get(basis.id[:8])
    return f"{site}{basis.id}" if site else ""


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs that empty lines part; lines are cut only to fit their file."""
    pieces = (" ".join(piece.split()) for piece in text.split("\n\n"))
    return tuple(Paragraph(piece) for piece in pieces if piece)


def _messages(rule: Rule, lang: str) -> tuple[Block, ...]:
    said = dict.fromkeys(_readable(constat.message, lang) for constat in rule.constats)
    return (Items(tuple(said)),)


_PRINTED = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_CHOICE = re.compile(r"\{%\s*if[^%]*%\}((?:(?!\{%\s*if).)*?)\{%\s*endif\s*%\}", re.DOTALL)
_OTHERWISE = re.compile(r"\{%\s*(?:else|elif[^%]*?)\s*%\}", re.DOTALL)
_LISTED = re.compile(r"'([^']+)'\s+if\s")
_NAMED = re.compile(
    r"(?:[a-z_]+\((?:(?:'(?P<side>[a-z]+)'|element), )?'(?P<quoted>[a-z_]+)'[a-z., ]*\)"
    r"|(?:element|document|[a-z_]+\(\))\.(?P<part>[a-z_]+)"
    r"|(?P<called>[a-z_]+)\(\))(?:\.[a-z]+)*(?:\s*\|.*)?"
)


def _readable(message: MessageTemplate, lang: str) -> str:
    """A message with names for its values, « ‹date debut› », and « [a|b] » for its choices."""
    text = (message.en if lang == "en" else message.fr).source
    text = _PRINTED.sub(lambda found: _shown(found[1].strip()), text)
    while (shorter := _CHOICE.sub(lambda found: _choice(found[1]), text)) != text:
        text = shorter
    return " ".join(text.split())


def _shown(expression: str) -> str:
    listed = _LISTED.findall(expression)
    if listed:
        return f"[{'|'.join(listed)}]"
    found = _NAMED.fullmatch(expression)
    name = found["quoted"] or found["part"] or found["called"] if found else "…"
    side = f", {found['side']}" if found and found["side"] else ""
    return f"‹{name.replace('_', ' ')}{side}›"


def _choice(inside: str) -> str:
    return f"[{'|'.join(_OTHERWISE.split(inside))}]"


def _mending(rule: Rule, clauses: Mapping[str, Clause], words: Words) -> Iterator[Block]:
    if rule.conseil:
        yield from _paragraphs(rule.conseil)
    if rule.corrige:
        title = clauses[rule.corrige].titre if rule.corrige in clauses else rule.corrige
        yield Paragraph(words.clause.format(title, rule.corrige))


def _examples(rule: Rule, verdicts: Sequence[Verdict], langs: Sequence[str]) -> Iterator[Part]:
    words = WORDS[langs[0]]
    played = tuple(zip(rule.exemples, verdicts, strict=True))
    for outcome, heading in words.examples.items():
        samples = tuple(
            Sample(
                example.texte.strip(),
                tuple(_notes(example, words)),
                tuple(_said(verdict, langs, words)),
            )
            for example, verdict in played
            if example.outcome is outcome
        )
        yield Part(heading, samples)


def _notes(example: RuleExample, words: Words) -> Iterator[str]:
    if example.document:
        yield words.read_as.format(words.kinds[example.document])
    if example.date:
        yield words.law_of.format(en_francais(example.date))
    if example.piege:
        yield words.trap.format(example.piege)


def _said(verdict: Verdict, langs: Sequence[str], words: Words) -> Iterator[str]:
    for message in verdict.messages:
        yield from (message.en if lang == "en" else message.fr for lang in langs)
    if verdict.missing:
        yield words.missing.format(verdict.missing)
