"""Which values of a document could be which terms, and how near each stands to its words.

Within a sentence or a row every value goes to the slot whose cue is nearest: « 620 € par jour, soit
59 520 € au total » has two amounts and two cues. Words that stand farther off (the label of a row,
the head of a column, the sentence before, the heading) count as farther.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from clauselint.library.definitions import Clause, TermeSlot, TermeType
from clauselint.model import Article, ArticleKind, DocumentType, Montant, Part, Taxe, Valeur
from clauselint.model.folding import fold
from clauselint.reading.index import Hit, Index
from clauselint.reading.plain_text import plain
from clauselint.reading.quantities import quantities
from clauselint.reading.quantity import Quantity
from clauselint.reading.slot_values import is_end, kinds_for, may_be_term, value_for
from clauselint.reading.units import Unit, bill_paragraphs

__all__ = ["Candidate", "Scope", "ValueInUnit", "candidates", "slots_for"]

MAX_WORDS = 30  # between a cue and its value in one sentence
LABEL, HEADER, SENTENCE_BEFORE, HEADING = 2, 6, 40, 60  # what it costs to stand there
CROSSING = 8  # another value of the kind, or a semicolon, stands between the cue and the value
OFF_TOPIC = 3  # the article does not bear the kind of clause that the slot belongs to
WITH_TAX = 12  # prices and caps are agreed without tax, the amount with it follows
BARE = 4  # a number alone in its cell is an amount only where none is written as such
PERIOD = 10  # what « du … au … » alone says of a start and an end
COMMA = 2  # a comma does
ELSEWHERE = 10  # recitals and headers tell of other contracts too, bills of what makes a price
NEXT_BEST = 8  # words by which a slot may stand farther from a value than the slot nearest to it
_END_LABELS = {"debut": " du ", "fin": " au "}  # of rows: « Du | 2 mars 2026 »
_TELLING = frozenset({ArticleKind.TITRE, ArticleKind.PREAMBULE, ArticleKind.PARTIES})
_RECITALS = ("expose", "preambule", "rappel", "contexte")


class ValueInUnit(Struct, frozen=True):
    """A value of a unit: the span of its words there, and its paragraph as `plain` spells it."""

    unit: Unit
    quantity: Quantity
    first: int
    last: int
    text: str


class Candidate(Struct, frozen=True):
    """A value that may be the term of `slot`; the lower the cost, the nearer its words."""

    cost: int
    slot: TermeSlot
    found: ValueInUnit
    value: Valeur


def slots_for(
    clauses: Mapping[str, Clause], document: DocumentType
) -> tuple[tuple[str, TermeSlot], ...]:
    """The slots that concern this type of document, each with the kind of clause it belongs to."""
    return tuple(
        (kind, slot)
        for kind, clause in clauses.items()
        for slot in clause.reconnaitre.termes
        if not slot.documents or document in slot.documents
    )


class Scope:
    """The kinds and the titles that an article has by itself or from the article above it."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        numbers = {article.numero: at for at, article in enumerate(articles) if article.numero}
        self._parents = tuple(self._parent(article, numbers) for article in articles)

    @staticmethod
    def _parent(article: Article, numbers: Mapping[str, int]) -> int | None:
        above = article.numero.rpartition(".")[0]
        return numbers.get(above) if above else None

    def line(self, article: int) -> Iterator[int]:
        """The article and those above it, nearest first."""
        at: int | None = article
        while at is not None:
            yield at
            at = self._parents[at]

    def bears(self, article: int, kinds: Sequence[str]) -> bool:
        """Whether the article, or one above it, bears one of these kinds; true of no kind."""
        return not kinds or any(
            kind in self.articles[at].clauses for at in self.line(article) for kind in kinds
        )


def candidates(
    index: Index, scope: Scope, slots: Iterable[tuple[str, TermeSlot]]
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """The candidates with a cue in their own sentence, row or column; and those with it farther,
    for the slots that the first leave empty. Each value stands for one slot of its sentence.
    """
    values = _Values(_values(index))
    typed = tuple((kind, slot) for kind, slot in slots if slot.type is not TermeType.TEXTE)
    near: list[Candidate] = []
    for kind, slot in typed:
        near.extend(_near(index, scope, kind, slot, values))
    bound = {(item.found.unit.number, item.found.quantity.start) for item in near}
    free = _Values(
        {
            number: [item for item in found if (number, item.quantity.start) not in bound]
            for number, found in values.by_unit.items()
        }
    )
    won = tuple(_competed(near))
    filled = {item.slot.nom for item in won}
    lost = {item.slot.nom for item in near} - filled
    titles = index.titles
    far: list[Candidate] = []
    for _, slot in typed:
        if slot.nom not in filled:
            found = _far(index, titles, scope, slot, free)
            # a heading is too little where the words of the slot stand beside another value
            far.extend(item for item in found if item.cost < HEADING or slot.nom not in lost)
    return won, tuple(_competed(far))


class _Values:
    """Values by unit, and the units that have some of each kind."""

    def __init__(self, by_unit: Mapping[int, Sequence[ValueInUnit]]) -> None:
        self.by_unit = by_unit
        self._units: dict[TermeType, list[int]] = {}
        for number, found in by_unit.items():
            for kind in {item.quantity.kind for item in found}:
                self._units.setdefault(kind, []).append(number)

    def units(self, kinds: Iterable[TermeType]) -> list[int]:
        """The units that have a value of one of the kinds, in reading order."""
        return sorted({number for kind in kinds for number in self._units.get(kind, ())})


def _competed(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """In each unit, each value with the slot nearest to it, each slot with its nearest value."""
    by_unit: dict[int, list[Candidate]] = {}
    for item in found:
        by_unit.setdefault(item.found.unit.number, []).append(item)
    for _, items in sorted(by_unit.items()):
        items.sort(key=lambda item: (item.cost, item.found.first))
        nearest: dict[int, int] = {}
        filled: set[str] = set()
        taken: set[int] = set()
        for item in items:
            at, nom = item.found.first, item.slot.nom
            best = nearest.setdefault(at, item.cost)
            if at in taken or item.cost > best + NEXT_BEST:
                continue
            if nom in filled and not item.slot.plusieurs:
                continue
            taken.add(at)
            filled.add(nom)
            yield item


def _values(index: Index) -> dict[int, list[ValueInUnit]]:
    """The values of each unit that has some."""
    values: dict[int, list[ValueInUnit]] = {}
    for unit in index.units:
        paragraph = index.text.paragraphs[unit.paragraph]
        if paragraph.toc:
            continue
        text = plain(paragraph.text)
        for quantity in quantities(paragraph.text):
            if not unit.start <= quantity.start < unit.end or not may_be_term(quantity, text):
                continue
            inside = unit.ranks(quantity.start, quantity.end)
            if inside:
                found = ValueInUnit(unit, quantity, inside[0], inside[-1] + 1, text)
                values.setdefault(unit.number, []).append(found)
    return values


def _near(
    index: Index,
    scope: Scope,
    kind: str,
    slot: TermeSlot,
    values: _Values,
) -> Iterator[Candidate]:
    """The candidates of a slot whose cue stands in their sentence, row or column."""
    open_values = _open(index, scope, slot, values)
    bills = bill_paragraphs(index.text) if slot.type is TermeType.MONTANT else frozenset()
    best: dict[tuple[int, int], Candidate] = {}
    for distance, item, value in _costs(index, slot, open_values):
        taxed = isinstance(value, Montant) and value.taxe is Taxe.TTC
        away = not scope.bears(item.unit.article, (kind,))
        cost = distance + _elsewhere(index, scope, item.unit) + WITH_TAX * taxed + OFF_TOPIC * away
        cost += ELSEWHERE * (item.unit.paragraph in bills)
        cost += BARE * (isinstance(value, Montant) and item.quantity.kind is TermeType.NOMBRE)
        key = (item.unit.number, item.quantity.start)
        if key not in best or cost < best[key].cost:
            best[key] = Candidate(cost, slot, item, value)
    yield from best.values()


Usable = tuple[ValueInUnit, Valeur]


def _open(
    index: Index, scope: Scope, slot: TermeSlot, values: _Values
) -> dict[int, tuple[Usable, ...]]:
    """The values that a slot may take, by unit, but for the sentences that bar them."""
    found = {
        number: usable
        for number in values.units(kinds_for(slot))
        if scope.bears(index.units[number].article, slot.dans)
        and (usable := _usable(slot, values.by_unit[number]))
    }
    within = sum(1 << number for number in found)
    for cue in slot.exclure:
        for hit in index.find_in_sentences(cue, within):
            found.pop(hit.unit, None)
    return found


def _usable(slot: TermeSlot, found: Sequence[ValueInUnit]) -> tuple[Usable, ...]:
    return tuple(
        (item, value)
        for item in found
        if (value := value_for(slot, item.quantity, item.text)) is not None
    )


def _costs(
    index: Index, slot: TermeSlot, values: Mapping[int, Sequence[Usable]]
) -> Iterator[tuple[int, ValueInUnit, Valeur]]:
    """What each value costs by each cue of the slot; « 620 € par jour » needs no other words."""
    if slot.motif == "journalier":
        for found in values.values():
            yield from ((0, *pair) for pair in found if pair[0].quantity.unite == "euro par jour")
    within = index.heads | sum(1 << number for number in values) if values else 0
    for rank, cue in enumerate(slot.indices):
        anchor = next(group for group in cue.groups if not group.negated)
        more = sum(not group.negated for group in cue.groups) - 1
        for hit in index.find_in_sentences(cue, within):
            spans = index.places(anchor, hit.unit) if hit.unit in values else ()
            for item, value in values.get(hit.unit, ()):
                cost = _distance(spans, item, values[hit.unit])
                if cost is not None:
                    yield max(0, cost - more) + rank, item, value
            for number in _below(index, hit):
                for item, value in values.get(number, ()):
                    yield HEADER, item, value
    if slot.motif in _END_LABELS:
        for number, found in values.items():
            unit = index.units[number]
            if unit.context == 1 and unit.text.startswith(_END_LABELS[slot.motif]):
                yield from ((LABEL, *pair) for pair in found)
            yield from ((PERIOD, *pair) for pair in found if is_end(pair[0].quantity, pair[0].text))


def _below(index: Index, hit: Hit) -> Iterator[int]:
    """The units of the cells under a head of column that bears the cue."""
    unit = index.units[hit.unit]
    head = index.text.paragraphs[unit.paragraph].cell
    if head is None or head.row or hit.first < unit.context:
        return
    for other in index.units[unit.number + 1 :]:
        cell = index.text.paragraphs[other.paragraph].cell
        if cell is None or cell.table != head.table:
            return
        if cell.row and cell.column == head.column:
            yield other.number


def _distance(
    spans: Sequence[tuple[int, int]], item: ValueInUnit, others: Sequence[Usable]
) -> int | None:
    """Words between the cue and the value, at its nearest; None when it is too far."""
    best: int | None = None
    for first, last in spans:
        if first < item.unit.context:
            cost = LABEL + (item.first - item.unit.context) // 2
        else:
            # a value is sooner named by what precedes it: « n° 3018, IDCC 1486 »
            cost = max(item.first - last, first - item.last + 1, 0)
            cost += _crossed(first, last, item, others)
            if cost > MAX_WORDS:
                continue
        best = cost if best is None else min(best, cost)
    return best


def _crossed(first: int, last: int, item: ValueInUnit, others: Sequence[Usable]) -> int:
    """What stands between the cue and the value: other values, semicolons, commas."""
    start, end = min(last, item.last), max(first, item.first)
    values = sum(start <= other.first < end and other.first != item.first for other, _ in others)
    cost = CROSSING * values
    if start < end <= len(item.unit.words):
        words = item.unit.words
        between = item.text[words[start - 1].end : words[min(end, len(words) - 1)].start]
        cost += CROSSING * between.count(";") + COMMA * between.count(", ")
    return cost


def _elsewhere(index: Index, scope: Scope, unit: Unit) -> int:
    part = index.text.paragraphs[unit.paragraph].part
    article = scope.articles[unit.article]
    telling = article.kind in _TELLING or fold(article.titre).strip().startswith(_RECITALS)
    return ELSEWHERE * (telling + (part in (Part.HEADER, Part.FOOTER)))


def _far(
    index: Index,
    titles: Index,
    scope: Scope,
    slot: TermeSlot,
    free: _Values,
) -> Iterator[Candidate]:
    """Values whose cue stands in the sentence before, or in the heading."""
    open_values = _open(index, scope, slot, free)
    if not open_values:
        return
    titled = {
        titles.units[hit.unit].article
        for cue in slot.indices
        for hit in titles.find_in_sentences(cue)
    }
    before = sum(1 << number - 1 for number in open_values if number)
    saying = {hit.unit for cue in slot.indices for hit in index.find_in_sentences(cue, before)}
    for number, found in open_values.items():
        unit = index.units[number]
        said_before = number - 1 in saying and index.units[number - 1].paragraph == unit.paragraph
        if not said_before and not titled.intersection(scope.line(unit.article)):
            continue
        for item, value in found:
            far = SENTENCE_BEFORE if said_before else HEADING
            yield Candidate(far + item.first - unit.context, slot, item, value)
