"""Edits of a contract's text, as a lawyer makes them in Word; they are data of YAML files.

    {replace: TEXT, by: TEXT}           in each paragraph that holds TEXT
    {remove: TEXT}                      the paragraphs that hold TEXT
    {remove_clause: KIND}               the articles of the clause
    {rewrite_clause: KIND, by: LINES}   the heading stays, the lines take the place of the rest
    {add_article: LINES}                before the signatures; the first line is the heading
    {hide: TEXT}                        TEXT stays in the file and Word hides it
    {comments: 2} {revisions: 1}        left in the file
    {all: [edit, edit]}

Non-breaking spaces and straight or curly apostrophes of TEXT match one another. A line that
begins with `|` is a row of a table.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clauselint.model import Article, ArticleKind, Document, HiddenText, Paragraph, Part, Text
from clauselint.reading.notation import text_from_notation

Edit = Mapping[str, Any]

_SPELLING = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})


class Contract(Struct, frozen=True):
    """A contract before its edits. `headings` gives the heading of each clause of the library
    that it was built from; one that was not built has none.
    """

    text: Text
    document: Document
    headings: Mapping[str, str]

    def articles_of(self, clause: str) -> tuple[Article, ...]:
        """Those drafted from the clause or, in a contract that was not built, that bear it."""
        articles = [one for one in self.document.articles if one.kind is ArticleKind.ARTICLE]
        if self.headings:
            return tuple(one for one in articles if one.titre == self.headings.get(clause))
        return tuple(one for one in articles if clause in one.clauses)


def edited(contract: Contract, edit: Edit) -> Text:
    """The text of `contract` after the edit. Fails when there is nothing to edit."""
    steps = edit.get("all", [edit])
    text = contract.text
    for step in steps:
        text = _numbered(_edited_once(contract, text, step))
    assert text != contract.text, f"{edit} changes nothing"
    return text


def _edited_once(contract: Contract, text: Text, edit: Edit) -> Text:
    [name] = edit.keys() - {"by"}
    if name in ("comments", "revisions"):
        return replace(text, **edit)
    value, by = edit[name], edit.get("by", "")
    edits: Mapping[str, Callable[[], Text]] = {
        "replace": lambda: _replaced(text, value, by),
        "remove": lambda: _without(text, _holding(text, value)),
        "remove_clause": lambda: _without(text, _of_clause(contract, text, value)),
        "rewrite_clause": lambda: _rewritten(text, _of_clause(contract, text, value), by),
        "add_article": lambda: _with_article(contract, text, value),
        "hide": lambda: _hidden(text, value),
    }
    return edits[name]()


def _replaced(text: Text, old: str, new: str) -> Text:
    paragraphs = list(text.paragraphs)
    for position in _holding(text, old):
        before = paragraphs[position].text
        start = _found(before, old)
        after = before[:start] + new + before[start + len(old) :]
        paragraphs[position] = replace(paragraphs[position], text=after, origins=())
    return replace(text, paragraphs=tuple(paragraphs))


def _hidden(text: Text, words: str) -> Text:
    """`hidden` names paragraphs by number, which `replace` keeps."""
    places = [
        HiddenText(one.part, one.number, _found(one.text, words), words)
        for one in (text.paragraphs[position] for position in _holding(text, words))
    ]
    return replace(_replaced(text, words, ""), hidden=(*text.hidden, *places))


def _without(text: Text, positions: Sequence[int]) -> Text:
    gone = frozenset(positions)
    kept = (one for position, one in enumerate(text.paragraphs) if position not in gone)
    return replace(text, paragraphs=tuple(kept))


def _rewritten(text: Text, positions: Sequence[int], lines: str) -> Text:
    heading = positions[0]
    return _inserted(_without(text, positions[1:]), heading + 1, _paragraphs(lines))


def _with_article(contract: Contract, text: Text, lines: str) -> Text:
    """A new last article, in the look and with the number that Word would give it."""
    title, _, body = lines.strip().partition("\n")
    articles = [one for one in contract.document.articles if one.kind is ArticleKind.ARTICLE]
    last = contract.text.paragraphs[articles[-1].paragraphs[0]]
    label = last.label.replace(str(len(articles)), str(len(articles) + 1))
    heading = replace(last, text=title, label=label, origins=())
    return _inserted(text, _signatures(contract, text), (heading, *_paragraphs(body)))


def _signatures(contract: Contract, text: Text) -> int:
    """Where the signatures begin, else where the body ends; no edit changes what follows."""
    whole = contract.text.paragraphs
    signed = (
        article.paragraphs[0]
        for article in contract.document.articles
        if article.kind is ArticleKind.SIGNATURE
    )
    first = next(signed, sum(one.part is Part.BODY for one in whole))
    return len(text.paragraphs) - (len(whole) - first)


def _position(text: Text, paragraph: Paragraph) -> int:
    [position] = [
        position
        for position, one in enumerate(text.paragraphs)
        if one.text == paragraph.text and one.level == paragraph.level
    ]
    return position


def _of_clause(contract: Contract, text: Text, clause: str) -> tuple[int, ...]:
    articles = contract.articles_of(clause)
    assert articles, f"the contract has no article for {clause}"
    positions: list[int] = []
    for article in articles:
        heading = _position(text, contract.text.paragraphs[article.paragraphs[0]])
        rest = text.paragraphs[heading + 1 :]
        ends = (rank for rank, one in enumerate(rest) if one.level or one.part is not Part.BODY)
        end = min(next(ends, len(rest)), max(_signatures(contract, text) - heading - 1, 0))
        positions.extend(range(heading, heading + 1 + end))
    return tuple(positions)


def _inserted(text: Text, position: int, new: Sequence[Paragraph]) -> Text:
    paragraphs = (*text.paragraphs[:position], *new, *text.paragraphs[position:])
    return replace(text, paragraphs=paragraphs)


def _paragraphs(lines: str) -> tuple[Paragraph, ...]:
    return text_from_notation(lines).paragraphs


def _holding(text: Text, words: str) -> tuple[int, ...]:
    places = [rank for rank, one in enumerate(text.paragraphs) if _found(one.text, words) >= 0]
    assert places, f"« {words} » is not in the contract"
    return tuple(places)


def _found(text: str, words: str) -> int:
    return text.translate(_SPELLING).find(words.translate(_SPELLING))


def _numbered(text: Text) -> Text:
    """The paragraphs of each part counted again, the tables too."""
    counts = dict.fromkeys(Part, 0)
    numbered: list[Paragraph] = []
    rank, table = -1, None
    for one in text.paragraphs:
        own = one.cell.table if one.cell else None
        rank += own is not None and own != table
        table = own
        cell = replace(one.cell, table=rank) if one.cell else None
        numbered.append(replace(one, number=counts[one.part], cell=cell))
        counts[one.part] += 1
    return replace(text, paragraphs=tuple(numbered))
