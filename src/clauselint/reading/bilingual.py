"""Contracts in French and English side by side: only the French is read.

The English stands in a column of its own, or follows the French paragraph by paragraph. Where it
was read too, each term would come twice and each defect be reported twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise

from msgspec.structs import replace

from clauselint.model import Paragraph, Part, Text
from clauselint.model.folding import fold
from clauselint.reading.headings import head, looks_like_title

__all__ = ["in_french"]

_ENGLISH = frozenset(
    """the of and to shall with its at by is be this that which any from under hereinafter between
    hereby will may not for in it such other are or if has have""".split()  # noqa: SIM905
)
_FRENCH = frozenset(
    """le la les l des du de d et est une un dans par pour aux au qui que ou ci sur en sont a ne pas
    ce cette son sa ses leur il elle entre avec sera""".split()  # noqa: SIM905
)
# Titles are too short to hold such words: these only English has.
_ENGLISH_TITLES = frozenset(
    """agreement payment purpose scope term price fees fee law confidentiality liability insurance
    duration warranty governing schedule appendix background recitals whereas property data
    intellectual signed customer provider work miscellaneous english""".split()  # noqa: SIM905
)
_FEWEST_WORDS = 2
_FEWEST_PARAGRAPHS = 3  # of each language
_FEWEST_SWITCHES = 5  # from one language to the other; an annex in English makes two
_LONGEST_RUN = 6  # paragraphs of English, on average, before French comes back

_SHORTEST_ENGLISH = 120  # characters, in all columns; less is a name or a title
_SHORTEST_PART = 3  # English is at least a third of the French beside it

_Column = tuple[int, int]  # a table and one of its columns


class _Language(Enum):
    FRENCH = auto()
    ENGLISH = auto()
    UNKNOWN = auto()


def in_french(text: Text) -> Text:
    """`text` with the English emptied where it stands beside the French, else `text` itself.

    A column of French so left alone is text as any other: its paragraphs lose their cells.
    Paragraphs keep their numbers, so that places do.
    """
    spoken = [_language(paragraph) for paragraph in text.paragraphs]
    english = _english_columns(text.paragraphs, spoken)
    alone = _columns_left_alone(text.paragraphs, english)
    tables = {table for table, _ in english}
    running = [
        position
        for position, paragraph in enumerate(text.paragraphs)
        if paragraph.part is Part.BODY and paragraph.text.strip() and not paragraph.toc
        if not paragraph.cell or paragraph.cell.table not in tables
    ]
    translated = set(_translations(text.paragraphs, spoken, running))
    if not english and not translated:
        return text
    paragraphs = tuple(
        _without_text(paragraph)
        if position in translated or _column(paragraph) in english
        else replace(paragraph, cell=None)
        if _column(paragraph) in alone
        else paragraph
        for position, paragraph in enumerate(text.paragraphs)
    )
    return replace(text, paragraphs=paragraphs)


def _without_text(paragraph: Paragraph) -> Paragraph:
    return replace(
        paragraph, text="", label="", level=None, list_level=None, bold=False, caps=False,
        origins=(), bolds=(),
    )  # fmt: skip


def _language(paragraph: Paragraph) -> _Language:
    words = fold(paragraph.text).split()
    english = sum(word in _ENGLISH for word in words)
    french = sum(word in _FRENCH for word in words)
    enough = min(_FEWEST_WORDS, len(words))
    if max(english, french) >= enough and english != french:
        return _Language.ENGLISH if english > french else _Language.FRENCH
    if not french and not _ENGLISH_TITLES.isdisjoint(words):
        return _Language.ENGLISH
    return _Language.UNKNOWN


def _column(paragraph: Paragraph) -> _Column | None:
    cell = paragraph.cell
    return (cell.table, cell.column) if cell else None


def _english_columns(
    paragraphs: Sequence[Paragraph], spoken: Sequence[_Language]
) -> frozenset[_Column]:
    """The columns in English of the tables that have another, about as long, in French."""
    said: Counter[tuple[_Column, _Language]] = Counter()
    for paragraph, language in zip(paragraphs, spoken, strict=True):
        column = _column(paragraph)
        if column is not None:
            said[column, language] += len(paragraph.text)
    columns = {column for column, _ in said}
    french: dict[int, int] = {}
    for column in columns:
        length = said[column, _Language.FRENCH]
        if length > 2 * said[column, _Language.ENGLISH]:
            french[column[0]] = max(length, french.get(column[0], 0))
    english = {
        column: length
        for column in columns
        if (length := said[column, _Language.ENGLISH]) > 2 * said[column, _Language.FRENCH]
        and french.get(column[0], 0)
        and _SHORTEST_PART * length >= french[column[0]]
    }
    return frozenset(english if sum(english.values()) >= _SHORTEST_ENGLISH else ())


def _columns_left_alone(
    paragraphs: Sequence[Paragraph], english: frozenset[_Column]
) -> frozenset[_Column]:
    """The columns that have no other beside them once the English is gone."""
    tables = {table for table, _ in english}
    left = {
        column
        for paragraph in paragraphs
        if (column := _column(paragraph)) and column[0] in tables and column not in english
    }
    of_table = Counter(table for table, _ in left)
    return frozenset(column for column in left if of_table[column[0]] == 1)


def _translations(
    paragraphs: Sequence[Paragraph], spoken: Sequence[_Language], running: Sequence[int]
) -> Iterator[int]:
    """The positions of English among `running`, where it alternates with French."""
    known = [spoken[at] for at in running if spoken[at] is not _Language.UNKNOWN]
    english = known.count(_Language.ENGLISH)
    switches = sum(one is not other for one, other in pairwise(known))
    alternate = switches >= max(_FEWEST_SWITCHES, 2 * english / _LONGEST_RUN)
    if not alternate or min(english, len(known) - english) < _FEWEST_PARAGRAPHS:
        return
    ahead = [_Language.FRENCH]  # the next language known, from the end
    for at in reversed(running[1:]):
        ahead.append(ahead[-1] if spoken[at] is _Language.UNKNOWN else spoken[at])
    before, previous = _Language.FRENCH, None
    for at, follower, after in zip(running, (*running[1:], None), reversed(ahead), strict=True):
        language, paragraph = spoken[at], paragraphs[at]
        if language is _Language.UNKNOWN and not _in_cell_of_its_own(paragraph, previous):
            below = paragraphs[follower] if follower is not None else None
            language = _guessed(paragraph, (previous, below), (before, after))
        if language is _Language.ENGLISH:
            yield at
        before, previous = language, paragraph


def _in_cell_of_its_own(paragraph: Paragraph, previous: Paragraph | None) -> bool:
    """Whether it opens a cell: a name or a figure there speaks no language, whatever is around."""
    return paragraph.cell is not None and (previous is None or previous.cell != paragraph.cell)


def _guessed(
    paragraph: Paragraph,
    lines: tuple[Paragraph | None, Paragraph | None],
    languages: tuple[_Language, _Language],
) -> _Language:
    """The language of a line that does not show it: a title speaks as the text it heads, unless it
    follows the same title in French. `lines` are those before and after, `languages` that of the
    one before and the next one known.
    """
    previous, below = lines
    before, after = languages
    if previous and before is _Language.FRENCH and _is_title_of(paragraph, previous):
        return _Language.ENGLISH
    if after is not _Language.ENGLISH:
        return _Language.FRENCH
    titled = looks_like_title(paragraph.text)
    if titled and below and looks_like_title(below.text):  # its translation
        return _Language.FRENCH
    return _Language.ENGLISH if titled or before is _Language.ENGLISH else _Language.FRENCH


def _is_title_of(paragraph: Paragraph, previous: Paragraph) -> bool:
    """Whether two lines that follow one another bear the same number."""
    one, other = head(paragraph), head(previous)
    return bool(
        one and other and one.value and (one.family, one.value) == (other.family, other.value)
    )
