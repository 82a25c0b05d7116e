"""Paragraphs that Word takes for one and readers for several: lines apart by soft breaks.

Some authors press Shift+Enter all along, so that headings and articles share a paragraph (8 of the
58 contracts of the study). Where its lines bear headings, such a paragraph is cut into as many as
one sees; an address or a list of which the lines are apart stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from clauselint.model import HiddenText, Origin, Paragraph, Part, Text
from clauselint.reading.articles import IDENTITY
from clauselint.reading.headings import DETERMINERS, Family
from clauselint.reading.lines import Line, lines

__all__ = ["cut_at_soft_breaks"]

_FEWEST_TITLES = 2  # numbered or styled, each over its text
_FEWEST_LINES = 2
_FULL_LINE = 60  # characters; a line this long and not closed may go on in the next
_CLOSED = (".", ";", ":", "!", "?", "»", "…")

_Spans = Sequence[tuple[int, int]]


def cut_at_soft_breaks(text: Text) -> Text:
    """`text`, in which each paragraph that bears headings among its lines is cut there.

    The pieces of a paragraph, joined by line breaks, are the paragraph. What follows is counted
    anew; `Text.cuts` leads back to the paragraphs of Word.
    """
    made: list[Paragraph] = []
    cuts: list[tuple[Part, int, int]] = []
    moved: dict[int, tuple[int, tuple[int, ...]]] = {}  # by the number that Word gives
    for paragraph in text.paragraphs:
        if paragraph.part is not Part.BODY:
            made.append(paragraph)
            continue
        number, starts = paragraph.number + len(cuts), _starts(paragraph)
        moved[paragraph.number] = (number, starts)
        made.extend(_pieces(paragraph, starts, number))
        cuts.extend((Part.BODY, number + rank, at) for rank, at in enumerate(starts) if rank)
    if not cuts:
        return text
    hidden = tuple(
        _hidden(item, *moved[item.paragraph]) if item.part is Part.BODY else item
        for item in text.hidden
    )
    return replace(text, paragraphs=tuple(made), hidden=hidden, cuts=tuple(cuts))


def _pieces(paragraph: Paragraph, starts: Sequence[int], number: int) -> list[Paragraph]:
    if len(starts) == 1:
        same = number == paragraph.number
        return [paragraph if same else replace(paragraph, number=number)]
    ends = [*(start - 1 for start in starts[1:]), len(paragraph.text)]
    pieces = [
        _piece(paragraph, start, end, number + rank)
        for rank, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    first = replace(
        pieces[0],
        label=paragraph.label,
        level=paragraph.level,
        list_level=paragraph.list_level,
    )
    return [first, *pieces[1:]]


def _piece(paragraph: Paragraph, start: int, end: int, number: int) -> Paragraph:
    shown = paragraph.text[start:end]
    return replace(
        paragraph,
        number=number,
        text=shown,
        label="",
        level=None,
        list_level=None,
        bold=paragraph.bold or _is_bold(paragraph, start, end),
        origins=tuple(_within(paragraph.origins, start, end)),
        bolds=(),
    )


def _is_bold(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether all that a line shows is bold."""
    at = start
    for first, last in paragraph.bolds:
        if first > at and not paragraph.text[at : min(first, end)].isspace():
            break
        at = max(at, last)
    return at > start and not paragraph.text[at:end].strip()


def _within(
    origins: Sequence[tuple[int, int, Origin]], start: int, end: int
) -> list[tuple[int, int, Origin]]:
    return [
        (max(first, start) - start, min(last, end) - start, origin)
        for first, last, origin in origins
        if first < end and start < last
    ]


def _hidden(item: HiddenText, number: int, starts: Sequence[int]) -> HiddenText:
    rank = sum(start <= item.offset for start in starts) - 1
    return replace(item, paragraph=number + rank, offset=item.offset - starts[rank])


def _starts(paragraph: Paragraph) -> tuple[int, ...]:
    """Where the pieces of a paragraph start; only 0 for one that is to stay whole."""
    if "\n" not in paragraph.text or paragraph.toc:
        return (0,)
    spans = _lines_of(paragraph.text)
    shown = [_piece(paragraph, *span, rank) for rank, span in enumerate(spans)]
    found = lines(shown)
    if len(found) != len(shown) or len(shown) < _FEWEST_LINES:
        return (0,)
    heads = [_is_heading(line, after) for line, after in pairwise(found)]
    heads.append(_is_article(found[-1]))
    if not any(map(_is_article, found[1:])) and sum(heads) < _FEWEST_TITLES:
        return (0, spans[1][0]) if _opens_alone(found) else (0,)
    opens = [
        heads[rank] or heads[rank - 1] or not _goes_on(found[rank - 1], found[rank])
        for rank in range(1, len(found))
    ]
    return (0, *(start for (start, _), new in zip(spans[1:], opens, strict=True) if new))


def _lines_of(text: str) -> list[tuple[int, int]]:
    """The spans of the lines that show something."""
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            spans.append((start, end))
        start = end + 1
    return spans


def _is_article(line: Line) -> bool:
    found = line.head
    if found is None:
        return False
    if found.family is Family.ANNEXE:
        return line.styled and found.separated
    return found.family is Family.ARTICLE and (
        found.separated or bool(line.title) or not found.rest
    )


def _is_heading(line: Line, after: Line) -> bool:
    """Whether `line` heads the text that `after` begins."""
    if _is_article(line):
        return True
    if not line.title or any(word in after.folded for word in IDENTITY):
        return False
    if line.head:
        numbered = line.head.separated and line.depth == 1
        listed = after.family is line.family and not (line.styled and after.depth > 1)
        return numbered and not listed
    return line.styled and not after.title and after.paragraph.text.rstrip().endswith(_CLOSED)


def _opens_alone(found: Sequence[Line]) -> bool:
    """A paragraph whose first line is its title, above a sentence that does not look like it."""
    first, second = found[0], found[1]
    if not first.title or first.takes_next or not _is_heading(first, second):
        return False
    whole = first.head is None or first.head.rest.strip(" .:\u00a0") == first.title
    words = second.folded.split()
    sentence = bool(words) and words[0] in DETERMINERS and not second.title
    return whole and ((first.paragraph.bold and not second.paragraph.bold) or sentence)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether `line` continues the sentence of the line before, which was broken for its length."""
    said, text = before.paragraph.text.rstrip(), line.paragraph.text.lstrip()
    if line.head and (line.head.separated or line.title):
        return False
    if said.endswith(_CLOSED) or not text[0].isalnum():
        return False
    return text[0].islower() or (len(said) >= _FULL_LINE and not line.title)
