"""Where the groups of all cues stand among the units of a document, found in one pass."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from clauselint.library.cues import Group
from clauselint.library.lexicon import LETTERS, Lexicon, Node
from clauselint.reading.units import Unit

__all__ = ["Occurrences", "Span", "Units"]

Span = tuple[int, int]  # ranks of words of a unit
Units = int  # a set of units: bit n stands for unit n


class Phrase:
    """Words that stand in a document: the rank where each occurrence begins, in order."""

    __slots__ = ("length", "places", "units")

    def __init__(self, places: list[int], length: int) -> None:
        self.places = places
        self.length = length
        self.units: Units | None = None  # worked out when first asked


class Occurrences:
    """The units' words in a row, and where the phrases of each group begin in it.

    Groups are those of the lexicon, known by their ranks. A plain class with its own lists: a check
    asks it thousands of times.
    """

    __slots__ = ("_found", "_row", "_starts", "_unit_of", "_units")

    def __init__(self, units: Sequence[Unit], lexicon: Lexicon) -> None:
        self._row: list[str] = []
        self._starts: list[int] = []  # of each unit in the row
        self._unit_of: list[int] = []  # of each word of the row
        for number, unit in enumerate(units):
            words = unit.text.split()
            self._starts.append(len(self._row))
            self._row += words
            self._row.append("")  # no phrase goes from a unit to the next
            self._unit_of += [number] * (len(words) + 1)
        self._starts.append(len(self._row))
        self._found: list[list[Phrase]] = [[] for _ in range(lexicon.groups)]
        self._units: dict[int, Units] = {}
        self._search(lexicon)

    def units(self, group: Group) -> Units:
        """The units that hold a phrase of the group."""
        known = self._units.get(group.rank)
        if known is None:
            known = 0
            for phrase in self._found[group.rank]:
                known |= self._holding(phrase) if phrase.units is None else phrase.units
            self._units[group.rank] = known
        return known

    def first(self, group: Group, unit: int, after: int = 0) -> Span | None:
        """The first place of a phrase of the group in a unit, from word `after` on."""
        start, best, length = self._starts[unit], self._starts[unit + 1], 0
        for phrase in self._found[group.rank]:
            places = phrase.places
            at = bisect_left(places, start + after)
            if at < len(places) and places[at] < best:
                best, length = places[at], phrase.length
        return (best - start, best - start + length) if length else None

    def spans(self, group: Group, unit: int) -> tuple[Span, ...]:
        """All places of the group's phrases in a unit, in order."""
        start, end = self._starts[unit], self._starts[unit + 1]
        spans = [
            (place - start, place - start + phrase.length)
            for phrase in self._found[group.rank]
            for place in phrase.places[bisect_left(phrase.places, start) :]
            if place < end
        ]
        return tuple(sorted(spans))

    def _holding(self, phrase: Phrase) -> Units:
        unit_of, units = self._unit_of, 0
        for unit in {unit_of[rank] for rank in phrase.places}:
            units |= 1 << unit
        phrase.units = units
        return units

    def _search(self, lexicon: Lexicon) -> None:
        whole, beginnings = lexicon.tree
        for word, places in self._places().items():
            phrase = Phrase(places, 1)
            node = whole.get(word)
            if node is not None:
                self._follow(node, phrase)
            for letters in range(1, min(LETTERS, len(word)) + 1):
                for start, node in beginnings.get(word[:letters], ()):
                    if word.startswith(start):
                        self._follow(node, phrase)

    def _places(self) -> dict[str, list[int]]:
        """The ranks of each word."""
        places: dict[str, list[int]] = {}
        for rank, word in enumerate(self._row):
            known = places.get(word)
            if known is None:
                places[word] = [rank]
            else:
                known.append(rank)
        places.pop("", None)
        return places

    def _follow(self, node: Node, phrase: Phrase) -> None:
        """Note the phrase for the groups that have it, then those that go on from it."""
        groups, whole, beginnings = node
        for group in groups:
            self._found[group].append(phrase)
        if whole is None and beginnings is None:
            return
        row, length = self._row, phrase.length
        onward: dict[str, list[int]] = {}
        for rank in phrase.places:
            word = row[rank + length]
            if beginnings is not None or word in whole:
                onward.setdefault(word, []).append(rank)
        for word, places in onward.items():
            longer = Phrase(places, length + 1)
            if whole is not None and word in whole:
                self._follow(whole[word], longer)
            for start, after in beginnings or ():
                if word.startswith(start):
                    self._follow(after, longer)
