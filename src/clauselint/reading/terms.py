"""The typed terms of a contract, bound to their values by the slots of the clause files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date

from clauselint.library.definitions import Clause, TermeSlot, TermeType
from clauselint.library.patterns import kept_pattern
from clauselint.model import (
    Article,
    ArticleKind,
    ComparaisonIndecise,
    DateStated,
    DocumentType,
    Duree,
    Place,
    Terme,
    Text,
    Valeur,
    dernier_jour,
)
from clauselint.reading.candidates import Candidate, Scope, candidates, slots_for
from clauselint.reading.index import Hit, Index
from clauselint.reading.plain_text import plain
from clauselint.reading.quantities import quantities
from clauselint.reading.term_texts import READERS, Passage
from clauselint.reading.units import Unit

__all__ = ["dates", "terms"]

SAME_RANK = 2  # costs this near are one rank, within which the first in the text wins
_PLACE_AND_DATE = kept_pattern(
    r" *(?:(?:(?:fait|conclu|signe|etabli|passe)e? )?a(?:ux?)? [a-z' -]{2,40},? *|"
    r"[a-z' -]{2,30}, *)le [^.]{6,60}\.? *$"
)
_POSTCODE = 5  # digits
_TITLED = frozenset({"lieu", "nom"})  # readers of what a heading may announce


def terms(index: Index, clauses: Mapping[str, Clause], document: DocumentType) -> tuple[Terme, ...]:
    """The terms of a contract in reading order, one for each distinct value of a name.

    `index` holds the articles with the kinds they bear; `clauses` gives the slots. A slot keeps its
    nearest value, or all of them when it is `plusieurs`. An end that the text leaves to be worked
    out from a start and a length is given as derived.
    """
    scope = Scope(index.articles)
    slots = slots_for(clauses, document)
    near, far = candidates(index, scope, slots)
    bound = [*_chosen(near), *_chosen(far)]
    found = [_terme(index, item) for item in bound]
    for kind, slot in slots:
        if slot.type is TermeType.TEXTE:
            found.extend(_texts(index, scope, kind, slot))
    found.extend(_derived(index, bound))
    if "date_signature" not in {term.nom for term in found}:
        found.extend(_signed(index))
    order = {id(paragraph): at for at, paragraph in enumerate(index.text.paragraphs)}
    positions = {
        (paragraph.part, paragraph.number): order[id(paragraph)]
        for paragraph in index.text.paragraphs
    }
    found.sort(
        key=lambda term: (positions[term.place.part, term.place.paragraph], term.place.start)
    )
    return tuple(_distinct(found))


def dates(text: Text, articles: Sequence[Article]) -> tuple[DateStated, ...]:
    """Every date of the text with the weekday it states, in reading order."""
    stated: list[DateStated] = []
    for article in articles:
        name = article.numero or article.titre or None
        for position in article.paragraphs:
            paragraph = text.paragraphs[position]
            for item in quantities(paragraph.text):
                if isinstance(item.value, date):
                    place = Place(paragraph.part, paragraph.number, item.start, item.end, name)
                    said = paragraph.text[item.start : item.end]
                    stated.append(DateStated(item.value, item.weekday, said, place))
    return tuple(stated)


def _chosen(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """For each slot the values it keeps: all when `plusieurs`, else the nearest to its words."""
    by_slot: dict[str, list[Candidate]] = {}
    for item in found:
        by_slot.setdefault(item.slot.nom, []).append(item)
    for items in by_slot.values():
        items.sort(
            key=lambda item: (item.cost // SAME_RANK, item.found.unit.number, item.found.first)
        )
        yield from items if items[0].slot.plusieurs else items[:1]


def _terme(index: Index, item: Candidate) -> Terme:
    quantity, unit = item.found.quantity, item.found.unit
    place = index.span(unit.paragraph, quantity.start, quantity.end, unit.article)
    said = _said(index.text.paragraphs[unit.paragraph].text, place)
    return Terme(item.slot.nom, item.value, said, place)


def _said(text: str, place: Place) -> str:
    return " ".join(text[place.start : place.end].split())


def _distinct(found: Iterable[Terme]) -> Iterator[Terme]:
    seen: set[tuple[str, Valeur]] = set()
    for term in found:
        key = (term.nom, term.valeur.casefold() if isinstance(term.valeur, str) else term.valeur)
        if key not in seen:
            seen.add(key)
            yield term


def _derived(index: Index, bound: Sequence[Candidate]) -> Iterator[Terme]:
    """The end of a contract that gives its start and its length in one sentence, and no end."""
    by_name = {item.slot.nom: item for item in bound}
    start, length = by_name.get("date_debut"), by_name.get("duree")
    if start is None or length is None or "date_fin" in by_name:
        return
    if start.found.unit.paragraph != length.found.unit.paragraph:
        return
    if isinstance(start.value, date) and isinstance(length.value, Duree):
        try:
            end = dernier_jour(start.value, length.value)
        except ComparaisonIndecise:
            return
        stated = _terme(index, length)
        yield Terme("date_fin", end, stated.texte, stated.place, derive=True)


def _signed(index: Index) -> Iterator[Terme]:
    """The date of the signature block, or of the last line « À Lyon, le 3 mars 2026 »."""
    for article in reversed(index.articles):
        for position in article.paragraphs:
            paragraph = index.text.paragraphs[position]
            text = plain(paragraph.text)
            if article.kind is not ArticleKind.SIGNATURE and not _PLACE_AND_DATE.match(text):
                continue
            for item in quantities(paragraph.text):
                if item.kind is TermeType.DATE:
                    name = article.numero or article.titre or None
                    place = Place(paragraph.part, paragraph.number, item.start, item.end, name)
                    said = _said(paragraph.text, place)
                    yield Terme("date_signature", item.value, said, place)
                    return


def _texts(index: Index, scope: Scope, kind: str, slot: TermeSlot) -> Iterator[Terme]:
    """The words that a slot of type `texte` names, by the reader of its `motif`.

    An article of the slot's own kind is surer than another, then an earlier cue than a later one.
    """
    barred = {hit.unit for cue in slot.exclure for hit in index.find_in_sentences(cue)}
    ranked: list[tuple[bool, int, int, Terme]] = []
    for rank, cue in enumerate(slot.indices):
        for hit in index.find_in_sentences(cue):
            article = index.units[hit.unit].article
            if hit.unit in barred or not scope.bears(article, slot.dans):
                continue
            if _names_only(index, index.units[hit.unit]):
                continue
            term = _text(index, slot, hit)
            if term is not None:
                ranked.append((not scope.bears(article, (kind,)), rank, hit.unit, term))
    ranked.sort(key=lambda item: item[:3])
    if not ranked and slot.motif in _TITLED:
        yield from _under_title(index, slot, barred)
    yield from (item[3] for item in (ranked if slot.plusieurs else ranked[:1]))


def _under_title(index: Index, slot: TermeSlot, barred: Set[int]) -> Iterator[Terme]:
    """The value that stands alone under its heading: « Garant financier », then « Alpha, SA »."""
    titles = index.titles
    surest = slot.indices[:1]
    titled = {
        titles.units[hit.unit].article for cue in surest for hit in titles.find_in_sentences(cue)
    }
    for article in sorted(titled):
        units = [unit for unit in index.units if unit.article == article]
        body = next((unit for unit in units if not _names_only(index, unit)), None)
        if body and body.number in barred:
            continue
        term = body and _read(index, slot, body, body.start, labelled=False)
        if body and not term and slot.motif == "lieu" and _gives_postcode(body):
            term = _read(index, slot, body, body.start, labelled=True)
        if term:
            yield term
            return


def _gives_postcode(unit: Unit) -> bool:
    return any(len(word) == _POSTCODE and word.isdigit() for word in unit.text.split())


def _names_only(index: Index, unit: Unit) -> bool:
    """Whether the unit is a heading, or the label of a row, where no value stands."""
    paragraph = index.text.paragraphs[unit.paragraph]
    if paragraph.cell is not None:
        following = index.units[unit.number + 1 : unit.number + 2]
        after = index.text.paragraphs[following[0].paragraph].cell if following else None
        same_row = after is not None and (after.table, after.row) == (
            paragraph.cell.table,
            paragraph.cell.row,
        )
        return same_row and paragraph.cell.column == 0
    article = index.articles[unit.article]
    opens = bool(article.paragraphs) and unit.paragraph == article.paragraphs[0]
    titled = bool(article.titre) and article.titre in paragraph.text
    return opens and titled and len(paragraph.text) < len(article.titre) + 30


def _text(index: Index, slot: TermeSlot, hit: Hit) -> Terme | None:
    """What is read in the sentence of the cue, else in the one after it in the same paragraph."""
    unit = index.units[hit.unit]
    announced = hit.first < unit.context
    labelled = announced and index.text.paragraphs[unit.paragraph].cell is not None
    after = unit.start if announced else unit.words[max(hit.last, hit.first + 1) - 1].end
    term = _read(index, slot, unit, after, labelled=labelled)
    following = index.units[hit.unit + 1 : hit.unit + 2]
    if term is None and following and following[0].paragraph == unit.paragraph:
        return _read(index, slot, following[0], following[0].start, labelled=False)
    return term


def _read(index: Index, slot: TermeSlot, unit: Unit, after: int, *, labelled: bool) -> Terme | None:
    text = index.text.paragraphs[unit.paragraph].text
    span = READERS[slot.motif](Passage(text, unit.start, unit.end, after, labelled))
    if span is None:
        return None
    place = index.span(unit.paragraph, *span, unit.article)
    said = _said(text, place)
    return Terme(slot.nom, said, said, place)
