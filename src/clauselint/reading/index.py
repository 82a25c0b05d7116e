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
from clauselint.reading.units import Unit, label_units, title_units, units_of

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
    _merged: dict[tuple[tuple[str, ...], ...], Spans] = field(
        alias="merged", factory=dict, repr=False
    )

    @classmethod
    def build(cls, text: Text, articles: Sequence[Article]) -> Index:
        return cls._of_units(text, articles, units_of(text, articles))

    @classmethod
    def of_titles(cls, text: Text, articles: Sequence[Article]) -> Index:
        """An index of the titles of the articles and of the labels of table rows, one unit each."""
        titles = title_units(articles)
        labels = label_units(text, articles, first=len(titles))
        return cls._of_units(text, articles, (*titles, *labels))

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
        for group in sorted(cue.groups, key=_breadth):
            if group.negated or group.asks_value:
                continue
            found = self.spans(group)
            units = set(found) if units is None else units & found.keys()
            if not units:
                return
        spans = [self.spans(group) for group in cue.groups]
        for number in sorted(units if units is not None else range(len(self.units))):
            hit = self._match(cue, spans, self.units[number])
            if hit is not None:
                yield hit

    def match(self, cue: Cue, unit: Unit) -> Hit | None:
        """The cue in one unit, or None."""
        return self._match(cue, [self.spans(group) for group in cue.groups], unit)

    def _match(self, cue: Cue, spans: Sequence[Spans], unit: Unit) -> Hit | None:
        first: Hit | None = None
        after = 0
        for group, everywhere in zip(cue.groups, spans, strict=True):
            here = everywhere.get(unit.number, ())
            if group.asks_value:
                here = self._with_values(group, unit, here)
            if group.negated:
                if here:
                    return None
                continue
            span = next((span for span in here if not group.ordered or span[0] >= after), None)
            if span is None:
                return None
            after = span[1]
            first = first or Hit(unit.number, *span)
        return first

    def spans(self, group: Group) -> Spans:
        """Every place of the words of a group, by unit, each in order; its `@` kinds left out."""
        alternatives = group.alternatives
        if len(alternatives) == 1:
            return self._sequence(alternatives[0])
        merged = self._merged.get(alternatives)
        if merged is None:
            merged = self._merged[alternatives] = self._merge(alternatives)
        return merged

    def _merge(self, alternatives: Sequence[tuple[str, ...]]) -> Spans:
        found = [places for words in alternatives if (places := self._sequence(words))]
        if len(found) < 2:
            return found[0] if found else _NOWHERE
        merged: dict[int, list[tuple[int, int]]] = {}
        for places in found:
            for number, spans in places.items():
                merged.setdefault(number, []).extend(spans)
        for together in merged.values():
            together.sort()
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
            everywhere = self.spans(group)
            for unit in self.units if group.asks_value else self._units(everywhere):
                spans = everywhere.get(unit.number, ())
                if group.asks_value:
                    spans = self._with_values(group, unit, spans)
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

    def _with_values(
        self, group: Group, unit: Unit, spans: Sequence[tuple[int, int]]
    ) -> Sequence[tuple[int, int]]:
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
        ranks = []
        for word in words:
            here = self._ranks_of(word)
            if not here:
                return _NOWHERE
            ranks.append(here)
        length = len(words)
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


def _breadth(group: Group) -> int:
    return len(group.alternatives)
