"""Which kinds of clause each article bears or excludes, and the facts it states.

Everything here is driven by the cues of the clause files; there is no kind of clause in the code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from clauselint.library.definitions import Clause, FaitSlot, Indice, Portee
from clauselint.model import Article, ArticleKind, ClauseFound, Fait, Place
from clauselint.reading.index import Hit, Index, Units
from clauselint.reading.units import Unit, bill_paragraphs

__all__ = ["Recognised", "recognise_clauses", "recognise_facts", "with_kinds"]

# A title page names the contract and the signatures name people: neither bears a clause. But the
# tables of a title page are its particular conditions, and a contract that is one table, or that
# has no heading at all, is all title page.
_SILENT = frozenset({ArticleKind.TITRE, ArticleKind.SIGNATURE})
_BEARING = frozenset({ArticleKind.ARTICLE, ArticleKind.PREAMBULE, ArticleKind.ANNEXE})


class Recognised(Struct, frozen=True):
    """A clause and the article (its position among the articles) that bears or excludes it."""

    article: int
    clause: ClauseFound


def recognise_clauses(index: Index, clauses: Mapping[str, Clause]) -> tuple[Recognised, ...]:
    """The kinds found, by article then by name.

    A sentence that denies a clause is no evidence for it, nor is an item of a bill, and a title
    alone is none either in an article that denies it.
    """
    titles = index.titles
    mute = _items_of_bills(index) | _silent(index)
    found: list[Recognised] = []
    for kind, clause in clauses.items():
        found.extend(_recognise(kind, clause, index, titles, mute))
    found.sort(key=lambda item: (item.article, item.clause.kind, item.clause.exclue))
    return tuple(found)


def _recognise(
    kind: str, clause: Clause, index: Index, titles: Index, mute: AbstractSet[int]
) -> Iterator[Recognised]:
    recognised = clause.reconnaitre
    titled: dict[int, Unit] = {}
    for number in sorted(
        hit.unit for cue in recognised.titres for hit in titles.find_in_sentences(cue)
    ):
        if index.articles[titles.units[number].article].kind is ArticleKind.SIGNATURE:
            continue
        titled.setdefault(titles.units[number].article, titles.units[number])
    denied = _by_article(index, recognised.exclusions, mute)
    denying = {hit.unit for hits in denied.values() for hit in hits}
    shown = _by_article(index, recognised.indices, denying | mute)
    for article in sorted({*titled, *denied, *shown}):
        if article in shown:
            place = index.place(min(shown[article], key=lambda hit: hit.unit))
            yield Recognised(article, ClauseFound(kind, place))
        elif article in titled and article not in denied:
            yield Recognised(article, ClauseFound(kind, _title_place(titled[article], index)))
        if article in denied:
            place = index.place(min(denied[article], key=lambda hit: hit.unit))
            yield Recognised(article, ClauseFound(kind, place, exclue=True))


def _silent(index: Index) -> AbstractSet[int]:
    """The units that bear no clause, whatever they say."""
    has_articles = any(article.kind in _BEARING for article in index.articles)
    silent = _SILENT if has_articles else _SILENT - {ArticleKind.TITRE}
    return {
        unit.number
        for unit in index.units
        if (kind := index.articles[unit.article].kind) in silent
        and (kind is ArticleKind.SIGNATURE or index.text.paragraphs[unit.paragraph].cell is None)
    }


def _items_of_bills(index: Index) -> AbstractSet[int]:
    bills = bill_paragraphs(index.text)
    return {unit.number for unit in index.units if unit.paragraph in bills} if bills else set()


def _title_place(unit: Unit, index: Index) -> Place:
    """The title of the article, or the label of the table row."""
    return index.articles[unit.article].place if unit.paragraph < 0 else index.unit_place(unit)


def _by_article(
    index: Index, indices: Iterable[Indice], but: AbstractSet[int]
) -> dict[int, list[Hit]]:
    grouped: dict[int, list[Hit]] = {}
    for indice in indices:
        for hit in index.find(indice):
            if hit.unit not in but:
                grouped.setdefault(index.units[hit.unit].article, []).append(hit)
    return grouped


def with_kinds(
    articles: Sequence[Article], recognised: Sequence[Recognised]
) -> tuple[Article, ...]:
    """The articles with the kinds they bear and exclude."""
    kinds: dict[int, tuple[list[str], list[str]]] = {}
    for item in recognised:
        kinds.setdefault(item.article, ([], []))[item.clause.exclue].append(item.clause.kind)
    return tuple(
        replace(article, clauses=tuple(kinds[number][0]), exclut=tuple(kinds[number][1]))
        if number in kinds
        else article
        for number, article in enumerate(articles)
    )


def recognise_facts(
    index: Index, clauses: Mapping[str, Clause], articles: Sequence[Article]
) -> tuple[Fait, ...]:
    """Every fact of the clause files that the text states, with its sentence.

    An item of a bill states nothing by itself; it counts for a cue that looks at a whole article.
    """
    stating = ~sum(1 << number for number in _items_of_bills(index))
    borne = _kinds_borne(articles)
    allowed: dict[tuple[str, ...], Units] = {(): index.units_in(range(len(articles)))}
    facts: list[Fait] = []
    for clause in clauses.values():
        for slot in clause.reconnaitre.faits:
            if slot.dans not in allowed:
                bearing = (at for at, kinds in enumerate(borne) if not kinds.isdisjoint(slot.dans))
                allowed[slot.dans] = index.units_in(bearing)
            fact = _fact(index, slot, allowed[slot.dans], stating)
            if fact is not None:
                facts.append(fact)
    return tuple(facts)


def _kinds_borne(articles: Sequence[Article]) -> tuple[frozenset[str], ...]:
    """The kinds that each article bears, by itself or by the one it is part of: 12.3 is of 12."""
    by_number: dict[str, frozenset[str]] = {}
    borne: list[frozenset[str]] = []
    for article in articles:
        whole = by_number.get(article.numero.rpartition(".")[0], frozenset())
        borne.append(whole.union(article.clauses))
        if article.numero:
            by_number[article.numero] = borne[-1]
    return tuple(borne)


def _fact(index: Index, slot: FaitSlot, allowed: Units, stating: Units) -> Fait | None:
    """The fact of a slot, looked for in the units that are `allowed`, a sentence in `stating`."""
    hits: list[Hit] = []
    for indice in slot.indices:
        within = allowed & stating if indice.portee is Portee.PHRASE else allowed
        hits.extend(islice(index.find(indice, within), 1))
    if not hits:
        return None
    first = min(hits, key=lambda hit: hit.unit)
    unit = index.units[first.unit]
    paragraph = index.text.paragraphs[unit.paragraph].text
    return Fait(slot.nom, paragraph[unit.start : unit.end].strip(), index.unit_place(unit))
