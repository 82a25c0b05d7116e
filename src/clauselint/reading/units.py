"""Sentences and table rows as words with their places, and an index to find cues among them.

A unit is what a reader takes in at once: a sentence, a cell with the label of its row, an item of
a list with the sentence that announces it. Cues (`library.cues`) are looked for unit by unit; an
inverted index of the words keeps that fast, since most cues share no word with most units.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from clauselint.library.cues import Cue, Group
from clauselint.library.definitions import Indice, Portee
from clauselint.model import Article, Paragraph, Place, Text
from clauselint.model.folding import WORD, fold

__all__ = ["Hit", "Index", "Unit", "Word", "sentences"]

MAX_LABEL = 160  # characters; a longer first cell is a text of its own, not the label of its row
MAX_ITEMS = 20  # items after which a sentence ending in « : » no longer announces what follows

_ITEM = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[°.)]|[a-z]{1,2}[).]|\([a-z0-9]{1,3}\))\s")
_END = re.compile(r"[.!?…](?=\s+[«“\"(–—-]?\s*[A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒ0-9])|[.;!?:](?=\s*\n)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«’'])(?:M|MM|Mme|Mmes|Mlle|Me|Dr|Pr|art|Art|al|cf|Cf|n|p|v|ex|etc|env|réf|Réf|tél|"
    r"[A-ZÀ-Ý]|[A-ZÀ-Ý]\.[A-ZÀ-Ý])$"
)
_ADDRESS = re.compile(
    r"\b\d{5}\b\s+[A-ZÀ-Ý]|\b\d{1,4}\s*(?:bis|ter)?,?\s+(?:rue|avenue|av\.|boulevard|bd|place|quai|cours|"
    r"allée|chemin|impasse|route|square|passage|esplanade|voie|parc|rond-point|faubourg|promenade)\b",
    re.IGNORECASE,
)


@frozen
class Word:
    """A folded word and where it stands: a position in `Text.paragraphs`, and a span in it."""

    word: str
    paragraph: int
    start: int
    end: int


@frozen
class Unit:
    """A sentence or cell: its own span, and its words with those of what announces it.

    `context` counts the leading words that come from a label cell or an announcing sentence;
    `text` is the words between single spaces, with a space at both ends.
    """

    number: int
    article: int
    paragraph: int
    start: int
    end: int
    words: tuple[Word, ...]
    context: int
    text: str


@frozen
class Hit:
    """A cue found in a unit: the span of its first group, in words of that unit."""

    unit: int
    first: int
    last: int


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


def _words(paragraph: int, text: str) -> list[Word]:
    return [
        Word(found[0], paragraph, found.start(), found.end()) for found in WORD.finditer(fold(text))
    ]


class _Builder:
    def __init__(self, text: Text, articles: Sequence[Article]) -> None:
        self.text = text
        self.units: list[Unit] = []
        self._announce: list[Word] = []
        self._items = 0
        for self._article, article in enumerate(articles):
            self._announce = []
            for position in article.paragraphs:
                self._paragraph(position, text.paragraphs[position])

    def _paragraph(self, position: int, paragraph: Paragraph) -> None:
        if not paragraph.text.strip():
            return
        words = _words(position, paragraph.text)
        context = self._label(position, paragraph) if paragraph.cell else self._intro(paragraph)
        index = 0
        for start, end in sentences(paragraph.text):
            first = index
            while index < len(words) and words[index].start < end:
                index += 1
            if index > first:
                self._add(position, (start, end), context, words[first:index])
        if paragraph.cell is None:
            self._remember(paragraph)

    def _add(
        self, position: int, span: tuple[int, int], context: list[Word], own: list[Word]
    ) -> None:
        words = (*context, *own)
        joined = " " + " ".join(word.word for word in words) + " "
        number = len(self.units)
        self.units.append(Unit(number, self._article, position, *span, words, len(context), joined))

    def _label(self, position: int, paragraph: Paragraph) -> list[Word]:
        """The words of the first cell of the row, which name what the other cells say."""
        cell = paragraph.cell
        if cell is None or cell.column == 0:
            return []
        label: list[Word] = []
        for before in range(position - 1, max(-1, position - 40), -1):
            other = self.text.paragraphs[before]
            if other.cell is None or (other.cell.table, other.cell.row) != (cell.table, cell.row):
                if other.cell is None or other.cell.table == cell.table:
                    break
                continue
            if other.cell.column == 0 and len(other.text) <= MAX_LABEL:
                label = _words(before, other.text) + label
        return label

    def _intro(self, paragraph: Paragraph) -> list[Word]:
        is_item = paragraph.list_level is not None or _ITEM.match(paragraph.text)
        if self._announce and is_item and paragraph.level is None and self._items < MAX_ITEMS:
            self._items += 1
            return self._announce
        self._announce = []
        return []

    def _remember(self, paragraph: Paragraph) -> None:
        if paragraph.text.rstrip().endswith(":") and self.units:
            unit = self.units[-1]
            self._announce = list(unit.words[unit.context :])
            self._items = 0


@frozen
class Index:
    """The units of a document and where each word stands among them."""

    text: Text
    articles: tuple[Article, ...]
    units: tuple[Unit, ...]
    _postings: dict[str, list[int]] = field(repr=False, eq=False)
    _vocabulary: list[str] = field(repr=False, eq=False)

    @classmethod
    def build(cls, text: Text, articles: Sequence[Article]) -> Index:
        return cls._of_units(text, tuple(articles), tuple(_Builder(text, articles).units))

    @classmethod
    def of_titles(cls, text: Text, articles: Sequence[Article]) -> Index:
        """One unit an article: the words of its title, whose places are not those of the text."""
        units: list[Unit] = []
        for number, article in enumerate(articles):
            words = tuple(_words(-1, article.titre))
            if words:
                joined = " " + " ".join(word.word for word in words) + " "
                units.append(Unit(len(units), number, -1, 0, len(article.titre), words, 0, joined))
        return cls._of_units(text, tuple(articles), tuple(units))

    @classmethod
    def _of_units(cls, text: Text, articles: tuple[Article, ...], units: tuple[Unit, ...]) -> Index:
        postings: dict[str, list[int]] = {}
        for unit in units:
            for word in unit.words:
                numbers = postings.setdefault(word.word, [])
                if not numbers or numbers[-1] != unit.number:
                    numbers.append(unit.number)
        return cls(text, articles, units, postings, sorted(postings))

    def find(self, indice: Indice) -> Iterator[Hit]:
        """Where the cue stands, in reading order, at most once a unit (or wider scope)."""
        if indice.portee is Portee.PHRASE:
            yield from self.find_in_sentences(indice.cue)
        else:
            yield from self._find_across(indice)

    def find_in_sentences(self, cue: Cue) -> Iterator[Hit]:
        for number in sorted(self._candidates(cue)):
            hit = self.match(cue, self.units[number])
            if hit is not None:
                yield hit

    def match(self, cue: Cue, unit: Unit) -> Hit | None:
        """The cue in one unit, or None."""
        first: Hit | None = None
        after = 0
        for group in cue.groups:
            found = self._group(group, unit, after if group.ordered else 0)
            if group.negated:
                if found is not None:
                    return None
                continue
            if found is None:
                return None
            after = found.last
            first = first or found
        return first

    def place(self, hit: Hit) -> Place:
        """The words of a hit, in the paragraph where the first of them stands."""
        words = self.units[hit.unit].words[hit.first : max(hit.last, hit.first + 1)]
        paragraph = words[0].paragraph
        end = max(word.end for word in words if word.paragraph == paragraph)
        return self.span(paragraph, words[0].start, end, self.units[hit.unit].article)

    def unit_place(self, unit: Unit) -> Place:
        """The whole sentence or cell."""
        return self.span(unit.paragraph, unit.start, unit.end, unit.article)

    def span(self, position: int, start: int, end: int, article: int) -> Place:
        paragraph = self.text.paragraphs[position]
        found = self.articles[article]
        return Place(
            paragraph.part, paragraph.number, start, end, found.numero or found.titre or None
        )

    def _find_across(self, indice: Indice) -> Iterator[Hit]:
        """Groups in different sentences of one paragraph or article."""
        by_article = indice.portee is Portee.ARTICLE
        containers: dict[int, Hit] | None = None
        for group in sorted(indice.cue.groups, key=lambda group: group.negated):
            found: dict[int, Hit] = {}
            for number in sorted(self._group_candidates(group)):
                unit = self.units[number]
                hit = self._group(group, unit, 0)
                if hit is not None:
                    found.setdefault(unit.article if by_article else unit.paragraph, hit)
            if containers is None:
                containers = found
            else:
                kept = containers.items()
                containers = {key: hit for key, hit in kept if (key in found) != group.negated}
        yield from (containers or {}).values()

    def _candidates(self, cue: Cue) -> set[int]:
        candidates: set[int] | None = None
        for group in cue.groups:
            if group.negated or group.alternatives[0][0].startswith("@"):
                continue
            found = self._group_candidates(group)
            candidates = found if candidates is None else candidates & found
            if not candidates:
                return set()
        return set(range(len(self.units))) if candidates is None else candidates

    def _group_candidates(self, group: Group) -> set[int]:
        found: set[int] = set()
        for words in group.alternatives:
            if words[0].startswith("@"):
                return set(range(len(self.units)))
            found.update(self._units_with(max(words, key=len)))
        return found

    def _units_with(self, word: str) -> list[int]:
        if not word.endswith("*"):
            return self._postings.get(word, [])
        cached = self._postings.get(word)
        if cached is not None:
            return cached
        prefix, found = word[:-1], set[int]()
        for position in range(bisect_left(self._vocabulary, prefix), len(self._vocabulary)):
            if not self._vocabulary[position].startswith(prefix):
                break
            found.update(self._postings[self._vocabulary[position]])
        self._postings[word] = sorted(found)
        return self._postings[word]

    def _group(self, group: Group, unit: Unit, after: int) -> Hit | None:
        best: Hit | None = None
        for words in group.alternatives:
            hit = (
                self._value(words[0][1:], unit)
                if words[0].startswith("@")
                else _sequence(words, unit, after)
            )
            if hit is not None and (best is None or hit.first < best.first):
                best = hit
        return best

    def _value(self, kind: str, unit: Unit) -> Hit | None:
        """A value of this kind in the unit's own words."""
        paragraph = self.text.paragraphs[unit.paragraph].text
        span: tuple[int, int] | None = None
        if kind == "adresse":
            match = _ADDRESS.search(paragraph, unit.start, unit.end)
            span = match.span() if match else None
        else:
            from clauselint.reading.quantities import quantities  # noqa: PLC0415 (cycle-free, hot)

            for quantity in quantities(paragraph):
                if quantity.kind == kind and unit.start <= quantity.start < unit.end:
                    span = (quantity.start, quantity.end)
                    break
        if span is None:
            return None
        own = [i for i, word in enumerate(unit.words) if word.paragraph == unit.paragraph]
        inside = [i for i in own if span[0] <= unit.words[i].start < span[1]]
        return Hit(unit.number, inside[0], inside[-1] + 1) if inside else None


def _sequence(words: tuple[str, ...], unit: Unit, after: int) -> Hit | None:
    """The first place, from word `after` on, where these words stand side by side."""
    if "*" in "".join(words[:-1]):
        return _sequence_with_stems(words, unit, after)
    needle = " " + " ".join(words)
    needle = needle[:-1] if needle.endswith("*") else needle + " "
    joined = unit.text
    start = 0
    while True:
        position = joined.find(needle, start)
        if position < 0:
            return None
        first = joined.count(" ", 0, position + 1) - 1
        if first >= after:
            return Hit(unit.number, first, first + len(words))
        start = position + 1


def _sequence_with_stems(words: tuple[str, ...], unit: Unit, after: int) -> Hit | None:
    for first in range(after, len(unit.words) - len(words) + 1):
        if all(
            unit.words[first + i].word.startswith(word[:-1])
            if word.endswith("*")
            else unit.words[first + i].word == word
            for i, word in enumerate(words)
        ):
            return Hit(unit.number, first, first + len(words))
    return None
