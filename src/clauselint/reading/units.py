"""Sentences and table rows as words with their places.

A unit is what a reader takes in at once: a sentence, a cell with the label of its row, an item of
a list with the sentence that announces it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from clauselint.library.patterns import kept_pattern
from clauselint.model import Article, Paragraph, Text
from clauselint.model.folding import WORD, fold

__all__ = ["Unit", "Word", "bill_paragraphs", "label_units", "sentences", "title_units", "units_of"]

MAX_LABEL = 160  # characters; a longer first cell is a text of its own, not the label of its row
MAX_TITLE_LABEL = 60  # characters; a longer first cell says something rather than names it
MIN_SAYING = 6  # words; a shorter cell of a table of many columns is a datum, not a stipulation
MIN_BILL = 3  # rows that give but an amount, from which a table is a bill
MAX_ITEMS = 20  # items after which a sentence ending in « : » no longer announces what follows

_ITEM = kept_pattern(r"\s*(?:[-–—•*·]|\d{1,2}[°.)]|[a-z]{1,2}[).]|\([a-z0-9]{1,3}\))\s")
_END = kept_pattern(r"[.!?…](?=\s+[«“\"(–—-]?\s*[A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒ0-9])|[.;!?:](?=\s*\n)")
_AMOUNT = kept_pattern(
    r"\d[\d\s.,]*\s*(?:€|euros?\b|EUR\b)?\s*(?:\(?\s*(?:HT|TTC|hors taxes)\b\)?)?"
)
_REFERENCE = kept_pattern(
    r"\s*(?:n°\s*)?(?:[A-Z]{0,3}[ .\-]?\d{1,3}(?:[.\-]\d{1,2})*|[A-Z])[.)°]?\s*$"
)
_TOTALS = ("total ht", "total hors tax", "total general", "montant total", "prix total")
_SAYS_MORE = kept_pattern(r"[^\W\d_]|%")
_SAYS_NONE = kept_pattern(
    r"\s*(?:n[ée]ant|non|sans objet|aucune?|non applicable|n/?a)\b[\s.]*$", re.I
)
_ABBREVIATION = kept_pattern(
    r"(?:^|[\s(«’'])(?:M|MM|Mme|Mmes|Mlle|Me|Dr|Pr|art|Art|al|cf|Cf|n|p|v|ex|etc|env|réf|Réf|tél|"
    r"[A-ZÀ-Ý]|(?!H\.T)[A-ZÀ-Ý]\.[A-ZÀ-Ý])$"
)


class Word(Struct, frozen=True):
    """A folded word and where it stands: a position in `Text.paragraphs`, and a span in it."""

    word: str
    paragraph: int
    start: int
    end: int


_START = attrgetter("start")


class Stretch(Struct, frozen=True):
    """Words of one paragraph: its position in `Text.paragraphs`, its text as `fold` gives it, and
    the span of the words in it.
    """

    paragraph: int
    folded: str
    start: int
    end: int


class Unit:
    """A sentence or cell: its own span, and its words with those of what announces it.

    The last of `stretches` is the unit's own; those before are a label cell or an announcing
    sentence, whose words `context` counts. `text` is the words between single spaces, with a space
    at both ends. A plain class, since the places of the words are worked out only when asked: most
    units are dismissed by their text alone.
    """

    __slots__ = ("_stretches", "_words", "article", "context", "number", "text")

    def __init__(self, number: int, article: int, stretches: tuple[Stretch, ...]) -> None:
        said = [stretch.folded[stretch.start : stretch.end].split() for stretch in stretches]
        self.number = number
        self.article = article
        self.context = sum(map(len, said[:-1]))
        self.text = f" {' '.join([word for words in said for word in words])} "
        self._stretches = stretches
        self._words: tuple[Word, ...] | None = None

    @property
    def own(self) -> Stretch:
        """The words of the sentence or cell itself."""
        return self._stretches[-1]

    @property
    def paragraph(self) -> int:
        return self._stretches[-1].paragraph

    @property
    def start(self) -> int:
        return self._stretches[-1].start

    @property
    def end(self) -> int:
        return self._stretches[-1].end

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of `text` with their places."""
        if self._words is None:
            self._words = tuple(
                [
                    Word(found[0], said.paragraph, found.start(), found.end())
                    for said in self._stretches
                    for found in WORD.finditer(said.folded, said.start, said.end)
                ]
            )
        return self._words

    def ranks(self, start: int, end: int) -> range:
        """The ranks of the unit's own words that begin in a span of its paragraph."""
        words = self.words
        first = bisect_left(words, start, self.context, key=_START)
        return range(first, bisect_left(words, end, first, key=_START))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of a paragraph; « M. » and « art. » do not end one."""
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _ABBREVIATION.search(text, start, match.start()):
            continue
        yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _whole(paragraph: int, text: str) -> Stretch:
    return Stretch(paragraph, fold(text), 0, len(text))


class _Builder:
    def __init__(self, text: Text, articles: Sequence[Article]) -> None:
        self.text = text
        self.units: list[Unit] = []
        self._announce: tuple[Stretch, ...] = ()
        self._announcing: Paragraph | None = None
        self._items = 0
        for self._article, article in enumerate(articles):
            self._announce = ()
            for position in article.paragraphs:
                self._paragraph(position, text.paragraphs[position])

    def _paragraph(self, position: int, paragraph: Paragraph) -> None:
        if not paragraph.text.strip():
            return
        folded = fold(paragraph.text)
        context = self._label(position, paragraph) if paragraph.cell else self._intro(paragraph)
        for start, end in sentences(paragraph.text):
            if not folded[start:end].isspace():
                own = Stretch(position, folded, start, end)
                self.units.append(Unit(len(self.units), self._article, (*context, own)))
        if paragraph.cell is None:
            self._remember(paragraph)

    def _label(self, position: int, paragraph: Paragraph) -> tuple[Stretch, ...]:
        """The words of the first cell of the row, which name what the other cells say; also those
        of the second, where the first is but its number.
        """
        cell = paragraph.cell
        if cell is None or cell.column == 0:
            return ()
        label: tuple[Stretch, ...] = ()
        beside: tuple[Stretch, ...] = ()
        for before in range(position - 1, max(-1, position - 40), -1):
            other = self.text.paragraphs[before]
            if other.cell is None or (other.cell.table, other.cell.row) != (cell.table, cell.row):
                if other.cell is None or other.cell.table == cell.table:
                    break
                continue
            if other.cell.column == 1 < cell.column and len(other.text) <= MAX_TITLE_LABEL:
                beside = (_whole(before, other.text), *beside)
            if other.cell.column == 0 and len(other.text) <= MAX_LABEL:
                if beside and _REFERENCE.match(other.text):
                    label = beside
                label = (_whole(before, other.text), *label)
        return label

    def _intro(self, paragraph: Paragraph) -> tuple[Stretch, ...]:
        is_item = paragraph.list_level is not None or _ITEM.match(paragraph.text)
        if self._announcing and _are_siblings(self._announcing, paragraph):
            self._announce = ()
        if self._announce and is_item and paragraph.level is None and self._items < MAX_ITEMS:
            self._items += 1
            return self._announce
        self._announce = ()
        return ()

    def _remember(self, paragraph: Paragraph) -> None:
        if paragraph.text.rstrip().endswith(":") and self.units:
            self._announce = (self.units[-1].own,)
            self._announcing = paragraph
            self._items = 0


def _are_siblings(announcing: Paragraph, paragraph: Paragraph) -> bool:
    """« 8.2 » follows « 8.1 … : » and is no item of it."""
    first, second = announcing.label.rstrip(" .)"), paragraph.label.rstrip(" .)")
    return (
        announcing.list_level == paragraph.list_level
        and first[:1].isdigit()
        and second[:1].isdigit()
        and first.count(".") == second.count(".")
    )


def units_of(text: Text, articles: Sequence[Article]) -> tuple[Unit, ...]:
    """The units of a document, in reading order; each knows its article, by position."""
    return tuple(_Builder(text, articles).units)


def title_units(articles: Sequence[Article]) -> tuple[Unit, ...]:
    """One unit an article that has a title; its places are not those of the text."""
    units: list[Unit] = []
    for number, article in enumerate(articles):
        title = _whole(-1, article.titre)
        if title.folded.strip():
            units.append(Unit(len(units), number, (title,)))
    return tuple(units)


def label_units(text: Text, articles: Sequence[Article], first: int = 0) -> tuple[Unit, ...]:
    """One unit a row of a name and what it says: its label, a title for what the other cells say.

    A number may stand before the name, and other cells after what is said, in a table of
    conditions (« 4 | Assurance | La société est assurée… | Insurance »). A row that gives but an
    amount is an item of a bill, and « Néant » says that there is no such thing: their labels title
    nothing. Units are numbered from `first`.
    """
    article_of = {
        at: number for number, article in enumerate(articles) for at in article.paragraphs
    }
    units: list[Unit] = []
    rows = _rows(text)
    conditions = _tables_of_conditions(text, rows)
    for row in rows:
        named = row
        if len(row) > 2 and _REFERENCE.match(text.paragraphs[row[0]].text):
            named = row[1:]
        label, values = named[0], [text.paragraphs[position].text for position in named[1:]]
        if label not in article_of or len(text.paragraphs[label].text) > MAX_TITLE_LABEL:
            continue
        titles = len(_columns(text, named)) == 2 or _table(text, row) in conditions
        if titles and not (_is_item(text, named) or _says_none(values)):
            stretch = _whole(label, text.paragraphs[label].text)
            units.append(Unit(first + len(units), article_of[label], (stretch,)))
    return tuple(units)


@lru_cache(maxsize=1)  # clauses, facts and each amount ask for those of the same text
def bill_paragraphs(text: Text) -> frozenset[int]:
    """The paragraphs of the items of bills: tables where three rows at least give but an amount.

    They name what the money is for and state nothing about it; the row of the total states the
    price.
    """
    items: dict[int, list[list[int]]] = {}
    for row in _rows(text):
        cell = text.paragraphs[row[0]].cell
        label = fold(text.paragraphs[row[0]].text).strip()
        if cell is not None and _is_item(text, row) and not label.startswith(_TOTALS):
            items.setdefault(cell.table, []).append(row)
    bills = (rows for rows in items.values() if len(rows) >= MIN_BILL)
    return frozenset(position for rows in bills for row in rows for position in row)


def _rows(text: Text) -> list[list[int]]:
    """The rows of the tables: the positions of their paragraphs that are not blank."""
    rows: dict[tuple[int, int], list[int]] = {}
    for position, paragraph in enumerate(text.paragraphs):
        cell = paragraph.cell
        if cell is not None and paragraph.text.strip():
            rows.setdefault((cell.table, cell.row), []).append(position)
    return list(rows.values())


def _columns(text: Text, row: Sequence[int]) -> set[int]:
    cells = (text.paragraphs[position].cell for position in row)
    return {cell.column for cell in cells if cell is not None}


def _is_item(text: Text, row: Sequence[int]) -> bool:
    values = [text.paragraphs[position].text for position in row[1:]]
    return bool(values) and not any(_SAYS_MORE.search(_AMOUNT.sub(" ", value)) for value in values)


def _table(text: Text, row: Sequence[int]) -> int:
    cell = text.paragraphs[row[0]].cell
    return -1 if cell is None else cell.table


def _tables_of_conditions(text: Text, rows: Sequence[Sequence[int]]) -> frozenset[int]:
    """The tables half of whose rows stipulate something."""
    stipulating: dict[int, list[bool]] = {}
    for row in rows:
        said = _stipulates([text.paragraphs[position].text for position in row[1:]])
        stipulating.setdefault(_table(text, row), []).append(said)
    return frozenset(at for at, said in stipulating.items() if 2 * sum(said) >= len(said))


def _stipulates(values: Sequence[str]) -> bool:
    """Whether one of the cells says something, and none is an amount: no list of things sold."""
    return any(len(value.split()) >= MIN_SAYING for value in values) and all(
        _SAYS_MORE.search(_AMOUNT.sub(" ", value)) for value in values
    )


def _says_none(values: Sequence[str]) -> bool:
    return all(_SAYS_NONE.match(value) for value in values)
