"""Where cues stand among the units of a document.

Every word knows its units and its ranks in them, so a cue is found by intersecting what its words
know: no pattern is compiled and no unit is read twice, however many cues there are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from clauselint.library.cues import Cue, Group
from clauselint.library.definitions import Indice, Portee
from clauselint.model import Article, Place, Text
from clauselint.reading.quantities import quantities
from clauselint.reading.units import Unit, title_units, units_of

__all__ = ["Hit", "Index"]

_ADDRESS = re.compile(
    r"\d{5}\s+[A-ZÀ-Ý]|\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|"
    r"[Pp]lace|[Qq]uai|[Cc]ours|[Aa]llée|[Cc]hemin|[Ii]mpasse|[Rr]oute|[Ss]quare|[Pp]assage|"
    r"[Ee]splanade|[Vv]oie|[Pp]arc|[Rr]ond-point|[Ff]aubourg|[Pp]romenade)\b"
)

# For each unit, the first and one-past-last ranks of the words found in it.
Spans = Mapping[int, Sequence[tuple[int, int]]]
_NOWHERE: Spans = {}


@frozen
class Hit:
    """A cue found in a unit: the span of its first group, in ranks of the unit's words."""

    unit: int
    first: int
    last: int


@frozen(eq=False)
class Index:
    """The units of a document and where each word stands among them.

    `articles` may be replaced (`evolve`) once they bear their kinds.
    """

    text: Text
    articles: tuple[Article, ...]
    units: tuple[Unit, ...]
    _ranks: dict[str, dict[int, list[int]]] = field(alias="ranks", repr=False)
    _vocabulary: list[str] = field(alias="vocabulary", repr=False)
    _found: dict[tuple[str, ...], Spans] = field(alias="found", factory=dict, repr=False)

    @classmethod
    def build(cls, text: Text, articles: Sequence[Article]) -> Index:
        return cls._of_units(text, articles, units_of(text, articles))

    @classmethod
    def of_titles(cls, text: Text, articles: Sequence[Article]) -> Index:
        """An index of the titles of the articles, one unit each."""
        return cls._of_units(text, articles, title_units(articles))

    @classmethod
    def _of_units(cls, text: Text, articles: Sequence[Article], units: tuple[Unit, ...]) -> Index:
        ranks: dict[str, dict[int, list[int]]] = {}
        for unit in units:
            number = unit.number
            for rank, word in enumerate(unit.words):
                ranks.setdefault(word[0], {}).setdefault(number, []).append(rank)
        return cls(text, tuple(articles), units, ranks, sorted(ranks))

    def find(self, indice: Indice) -> Iterator[Hit]:
        """Where the cue stands, in reading order, at most once a unit (or wider scope)."""
        if indice.portee is Portee.PHRASE:
            return self.find_in_sentences(indice.cue)
        return self._find_across(indice)

    def find_in_sentences(self, cue: Cue) -> Iterator[Hit]:
        """Where the cue stands, in reading order, at most once a unit."""
        units: set[int] | None = None
        for group in cue.groups:
            if group.negated or _asks_value(group):
                continue
            found = self.spans(group)
            units = set(found) if units is None else units & found.keys()
            if not units:
                return
        for number in sorted(units if units is not None else range(len(self.units))):
            hit = self.match(cue, self.units[number])
            if hit is not None:
                yield hit

    def match(self, cue: Cue, unit: Unit) -> Hit | None:
        """The cue in one unit, or None."""
        first: Hit | None = None
        after = 0
        for group in cue.groups:
            spans = self._spans_in(group, unit)
            if group.negated:
                if spans:
                    return None
                continue
            span = next((span for span in spans if not group.ordered or span[0] >= after), None)
            if span is None:
                return None
            after = span[1]
            first = first or Hit(unit.number, *span)
        return first

    def spans(self, group: Group) -> Spans:
        """Every place of the words of a group, by unit, each in order; its `@` kinds left out."""
        if len(group.alternatives) == 1:
            return self._sequence(group.alternatives[0])
        merged: dict[int, list[tuple[int, int]]] = {}
        for words in group.alternatives:
            for number, spans in self._sequence(words).items():
                merged.setdefault(number, []).extend(spans)
        for spans in merged.values():
            spans.sort()
        return merged

    def place(self, hit: Hit) -> Place:
        """The words of a hit, in the paragraph where the first of them stands."""
        unit = self.units[hit.unit]
        words = unit.words[hit.first : max(hit.last, hit.first + 1)]
        paragraph = words[0].paragraph
        end = max(word.end for word in words if word.paragraph == paragraph)
        return self.span(paragraph, words[0].start, end, unit.article)

    def unit_place(self, unit: Unit) -> Place:
        """The whole sentence or cell."""
        return self.span(unit.paragraph, unit.start, unit.end, unit.article)

    def span(self, position: int, start: int, end: int, article: int) -> Place:
        """Characters of the paragraph at `position` in the text, in the article at `article`."""
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
            for unit in self.units if _asks_value(group) else self._units(self.spans(group)):
                spans = self._spans_in(group, unit)
                if spans:
                    container = unit.article if by_article else unit.paragraph
                    found.setdefault(container, Hit(unit.number, *spans[0]))
            if containers is None:
                containers = found
            else:
                kept = containers.items()
                containers = {key: hit for key, hit in kept if (key in found) != group.negated}
            if not containers:
                return
        yield from (containers or {}).values()

    def _units(self, spans: Spans) -> Iterator[Unit]:
        return (self.units[number] for number in sorted(spans))

    def _spans_in(self, group: Group, unit: Unit) -> Sequence[tuple[int, int]]:
        spans = self.spans(group).get(unit.number, ())
        if not _asks_value(group):
            return spans
        kinds = [words[0][1:] for words in group.alternatives if words[0].startswith("@")]
        values = [span for kind in kinds if (span := self._value(kind, unit))]
        return sorted((*spans, *values))

    def _sequence(self, words: tuple[str, ...]) -> Spans:
        """Where these words stand side by side."""
        found = self._found.get(words)
        if found is None:
            found = self._found[words] = self._side_by_side(words)
        return found

    def _side_by_side(self, words: tuple[str, ...]) -> Spans:
        if not all(word.endswith("*") or word in self._ranks for word in words):
            return _NOWHERE
        length = len(words)
        ranks = [self._ranks_of(word) for word in words]
        found: dict[int, list[tuple[int, int]]] = {}
        for number in set(ranks[0]).intersection(*ranks[1:]):
            firsts = set(ranks[0][number])
            for step in range(1, length):
                firsts &= {rank - step for rank in ranks[step][number]}
            if firsts:
                found[number] = [(first, first + length) for first in sorted(firsts)]
        return found

    def _ranks_of(self, word: str) -> Mapping[int, list[int]]:
        """Where a word stands, or all words that begin so when it ends with `*`."""
        known = self._ranks.get(word)
        if known is not None:
            return known
        merged: dict[int, list[int]] = {}
        if word.endswith("*"):
            stem = word[:-1]
            for position in range(bisect_left(self._vocabulary, stem), len(self._vocabulary)):
                if not self._vocabulary[position].startswith(stem):
                    break
                for number, ranks in self._ranks[self._vocabulary[position]].items():
                    merged.setdefault(number, []).extend(ranks)
            self._ranks[word] = merged
        return merged

    def _value(self, kind: str, unit: Unit) -> tuple[int, int] | None:
        """The ranks of the first value of this kind in the unit's own words."""
        span = self._characters(kind, unit)
        inside = [
            rank
            for rank in range(unit.context, len(unit.words))
            if span and span[0] <= unit.words[rank].start < span[1]
        ]
        return (inside[0], inside[-1] + 1) if inside else None

    def _characters(self, kind: str, unit: Unit) -> tuple[int, int] | None:
        paragraph = self.text.paragraphs[unit.paragraph].text
        if kind == "adresse":
            match = _ADDRESS.search(paragraph, unit.start, unit.end)
            return match.span() if match else None
        return next(
            (
                (quantity.start, quantity.end)
                for quantity in quantities(paragraph)
                if quantity.kind == kind and unit.start <= quantity.start < unit.end
            ),
            None,
        )


def _asks_value(group: Group) -> bool:
    return any(words[0].startswith("@") for words in group.alternatives)
