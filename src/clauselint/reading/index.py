"""Where cues stand among the units of a document.

The words of all cues are looked for in one pass over the text (`library.lexicon`); the units that
hold each of them are the bits of an integer (`Units`), so that most cues are dismissed by a few `&`
and `|`: no pattern is compiled, however many cues there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from clauselint.library.cues import VALUE_KINDS, Cue, Group
from clauselint.library.definitions import Indice, Portee
from clauselint.library.lexicon import Lexicon
from clauselint.library.patterns import kept_pattern
from clauselint.model import Article, Place, Text
from clauselint.reading.occurrences import Occurrences, Span, Units
from clauselint.reading.quantities import quantities
from clauselint.reading.units import Unit, label_units, title_units, units_of

__all__ = ["Hit", "Index", "Units"]

_ADDRESS = kept_pattern(
    r"\d{5}\s+[A-ZÀ-Ý]|\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|"
    r"[Pp]lace|[Qq]uai|[Cc]ours|[Aa]llée|[Cc]hemin|[Ii]mpasse|[Rr]oute|[Ss]quare|[Pp]assage|"
    r"[Ee]splanade|[Vv]oie|[Pp]arc|[Rr]ond-point|[Ff]aubourg|[Pp]romenade)\b"
)


class Hit(Struct, frozen=True):
    """A cue found in a unit: the span of its first group, in ranks of the unit's words."""

    unit: int
    first: int
    last: int


class Index(Struct, frozen=True, eq=False):
    """The units of a document and which of them hold each word.

    `articles` may be replaced (`evolve`) once they bear their kinds.
    """

    text: Text
    articles: tuple[Article, ...]
    units: tuple[Unit, ...]
    _lexicon: Lexicon
    _occurrences: Occurrences
    _everywhere: Units
    _by_article: tuple[Units, ...]
    _titles: list[Index] = field(default_factory=list)
    _heads: list[Units] = field(default_factory=list)
    _values: dict[str, dict[int, list[Span]]] = field(default_factory=dict)

    @classmethod
    def build(cls, text: Text, articles: Sequence[Article], lexicon: Lexicon) -> Index:
        """An index in which the cues of `lexicon` can be found."""
        return cls._of_units(text, articles, units_of(text, articles), lexicon)

    @property
    def titles(self) -> Index:
        """An index of the titles of the articles and of the labels of table rows, one unit each."""
        if not self._titles:
            titles = title_units(self.articles)
            labels = label_units(self.text, self.articles, first=len(titles))
            units = (*titles, *labels)
            self._titles.append(self._of_units(self.text, self.articles, units, self._lexicon))
        return self._titles[0]

    @classmethod
    def _of_units(
        cls, text: Text, articles: Sequence[Article], units: tuple[Unit, ...], lexicon: Lexicon
    ) -> Index:
        by_article = [0] * len(articles)
        for unit in units:
            by_article[unit.article] |= 1 << unit.number
        everywhere, found = (1 << len(units)) - 1, Occurrences(units, lexicon)
        return cls(text, tuple(articles), units, lexicon, found, everywhere, tuple(by_article))

    @property
    def heads(self) -> Units:
        """The units of the first rows of tables, which may name what stands below."""
        if not self._heads:
            cells = (
                (unit.number, self.text.paragraphs[unit.paragraph].cell) for unit in self.units
            )
            self._heads.append(sum(1 << number for number, cell in cells if cell and not cell.row))
        return self._heads[0]

    def units_in(self, articles: Iterable[int]) -> Units:
        """The units of articles, given by their positions."""
        units = 0
        for article in articles:
            units |= self._by_article[article]
        return units

    def find(self, indice: Indice, within: Units | None = None) -> Iterator[Hit]:
        """Where the cue stands, in reading order, at most once a unit (or wider scope).

        `within` limits it to these units, which are those of whole articles for a wider scope.
        """
        if indice.portee is Portee.PHRASE:
            return self.find_in_sentences(indice.cue, within)
        return self._find_across(indice, self._everywhere if within is None else within)

    def find_in_sentences(self, cue: Cue, within: Units | None = None) -> Iterator[Hit]:
        """Where the cue stands, in reading order, at most once a unit."""
        units = self._everywhere if within is None else within
        if not units:
            return
        for group in cue.groups:
            if not group.negated:
                units &= self._holding(group)
                if not units:
                    return
        if any(group.ordered for group in cue.groups):
            hits = (self.match(cue, self.units[number]) for number in _numbers(units))
            yield from (hit for hit in hits if hit is not None)
            return
        first = next(group for group in cue.groups if not group.negated)
        for group in cue.groups:
            if group.negated:
                units &= ~self._holding(group)
        for number in _numbers(units):
            span = self._first(first, self.units[number], 0)
            if span is not None:
                yield Hit(number, *span)

    def match(self, cue: Cue, unit: Unit) -> Hit | None:
        """The cue in one unit, or None."""
        first: Span | None = None
        after = 0
        for group in cue.groups:
            span = self._first(group, unit, after if group.ordered else 0)
            if group.negated:
                if span is not None:
                    return None
                continue
            if span is None:
                return None
            after = span[1]
            first = first or span
        return Hit(unit.number, *first) if first else None

    def places(self, group: Group, number: int) -> tuple[Span, ...]:
        """Every place of the words of a group in one unit, in order; its `@` kinds left out."""
        return self._occurrences.spans(group, number)

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

    def _find_across(self, indice: Indice, within: Units) -> Iterator[Hit]:
        """Groups in different sentences of one paragraph or article."""
        by_article = indice.portee is Portee.ARTICLE
        containers: dict[int, Hit] | None = None
        for group in sorted(indice.cue.groups, key=_certainty):
            found: dict[int, Hit] = {}
            for number in _numbers(self._holding(group) & within):
                unit = self.units[number]
                container = unit.article if by_article else unit.paragraph
                if container in found or (containers is not None and container not in containers):
                    continue
                span = self._first(group, unit, 0)
                if span:
                    found[container] = Hit(unit.number, *span)
            if containers is None:
                containers = found
            else:
                kept = containers.items()
                containers = {key: hit for key, hit in kept if (key in found) != group.negated}
            if not containers:
                return
        yield from (containers or {}).values()

    def _holding(self, group: Group) -> Units:
        """The units that hold one of the alternatives."""
        units = self._occurrences.units(group)
        for kind in group.kinds:
            units |= sum(1 << number for number in self._valued(kind))
        return units

    def _first(self, group: Group, unit: Unit, after: int) -> Span | None:
        """The first place of the group in the unit from word `after` on."""
        best = self._occurrences.first(group, unit.number, after)
        for kind in group.kinds:
            span = self._value(kind, unit, after)
            if span and span[0] >= after and (best is None or span[0] < best[0]):
                best = span
        return best

    def _value(self, kind: str, unit: Unit, after: int) -> Span | None:
        """The ranks of the first value of this kind in the unit's own words, from `after` on."""
        for span in self._valued(kind).get(unit.number, ()):
            inside = unit.ranks(*span)
            if inside and inside[0] >= after:
                return inside[0], inside[-1] + 1
        return None

    def _valued(self, kind: str) -> Mapping[int, Sequence[Span]]:
        """The values of this kind in each unit that has some: their characters, by unit."""
        if not self._values:
            self._values.update({kind: {} for kind in VALUE_KINDS})
            for unit in self.units:
                self._add_values(unit)
        return self._values[kind]

    def _add_values(self, unit: Unit) -> None:
        text, start, end = self.text.paragraphs[unit.paragraph].text, unit.start, unit.end
        addresses = [found.span() for found in _ADDRESS.finditer(text, start, end)]
        if addresses:
            self._values["adresse"][unit.number] = addresses
        for quantity in quantities(text):
            of_kind = self._values.get(quantity.kind)
            if of_kind is not None and start <= quantity.start < end:
                of_kind.setdefault(unit.number, []).append((quantity.start, quantity.end))


def _numbers(units: Units) -> Iterator[int]:
    """The units of a set, in reading order."""
    while units:
        lowest = units & -units
        yield lowest.bit_length() - 1
        units ^= lowest


def _certainty(group: Group) -> tuple[bool, bool]:
    """Words before values, since values are costly; what must not be there comes last."""
    return group.negated, bool(group.kinds)
