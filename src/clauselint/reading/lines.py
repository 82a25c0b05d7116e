"""The lines of a contract that may open an article, with what each says alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clauselint.model import Paragraph, Part
from clauselint.model.folding import fold
from clauselint.reading.headings import (
    Family,
    Head,
    head,
    looks_like_title,
    short_line,
    split_title,
)

__all__ = ["Line", "lines"]

_SHORTEST_SUMMARY = 3  # headings in a row
_LETTERED = (Family.LETTER, Family.ROMAN)
_BAND = 2  # cells: a number and a title
_FOLDED = 300  # characters: what opens a stretch is said at its start


class Line(Struct, frozen=True):
    """A paragraph of the body that shows text. `at` is its position in the text.

    `folded` is the start of its text, as `fold` gives it.

    `title` is the title it bears after its number, or the whole line when it reads as one.
    `takes_next` says that the title stands in the paragraph after (« Article 1 » alone).
    `in_table` is false in a table that only frames the text: see `_frames` and `_holds_articles`.
    """

    at: int
    paragraph: Paragraph
    folded: str
    head: Head | None
    title: str
    styled: bool
    takes_next: bool = False
    in_table: bool = False

    @property
    def family(self) -> Family | None:
        return self.head.family if self.head else None

    @property
    def depth(self) -> int:
        return len(self.head.value) if self.head else 0

    @property
    def level(self) -> int | None:
        return self.paragraph.level

    @property
    def aside(self) -> bool:
        """Whether it stands in a cell that another one precedes in its row."""
        cell = self.paragraph.cell
        return self.in_table and cell is not None and cell.column > 0


def lines(paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    """The lines of the body in order; tables of contents, notes and text boxes open nothing."""
    shown = [
        (index, paragraph)
        for index, paragraph in enumerate(paragraphs)
        if paragraph.part is Part.BODY and paragraph.text.strip() and not _in_contents(paragraph)
    ]
    followers = [paragraph for _, paragraph in shown[1:]]
    return _without_summary(_lettered(_each(shown, followers, _frames(shown))))


def _lettered(found: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, with « I. » after « H. » and « L. » after « K. » as letters, and their parts."""
    made: list[Line] = []
    last, turned = "", ""
    for line in found:
        opening = line.head
        if opening and opening.numero[:1].isupper() and opening.family in _LETTERED:
            letter, _, inner = opening.numero.partition(".")
            due = last and letter == chr(ord(last) + 1)
            if opening.family is Family.ROMAN and (due if not inner else letter == turned):
                turned = letter
                value = (ord(letter) - ord("A") + 1, *opening.value[1:])
                opening = replace(opening, family=Family.LETTER, value=value)
                line = replace(line, head=opening)  # noqa: PLW2901
            if opening.family is Family.LETTER and not inner:
                last = letter
        made.append(line)
    return tuple(made)


def _frames(shown: Sequence[tuple[int, Paragraph]]) -> frozenset[tuple[int, int]]:
    """The columns of tables that only frame the text: of tables of one column, of the band of one
    row that holds a number and a title (« 3 | PRIX »), and the first one of a table that holds the
    contract, article by article.
    """
    cells: dict[int, list[Paragraph]] = {}
    for _, paragraph in shown:
        if paragraph.cell is not None:
            cells.setdefault(paragraph.cell.table, []).append(paragraph)
    found: set[tuple[int, int]] = set()
    for table, held in cells.items():
        if _is_frame(held):
            found.update((table, cell.column) for paragraph in held if (cell := paragraph.cell))
        elif _holds_articles(held) and 2 * _length(held) > _length(p for _, p in shown):
            found.add((table, 0))
    return frozenset(found)


def _length(paragraphs: Iterable[Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs)


def _holds_articles(held: Sequence[Paragraph]) -> bool:
    """Whether the first cells of a table are numbered 1, 2, 3…: « 2 | Prix | Le prix est… »."""
    firsts = [head(paragraph) for paragraph in held if paragraph.cell and not paragraph.cell.column]
    numbers = [first.value for first in firsts if first]
    return len(numbers) > 1 and numbers == [(rank,) for rank in range(1, len(numbers) + 1)]


def _is_frame(held: Sequence[Paragraph]) -> bool:
    places = {(cell.row, cell.column) for paragraph in held if (cell := paragraph.cell)}
    if len({column for _, column in places}) == 1:
        return True
    band = len(held) == len(places) == _BAND and len({row for row, _ in places}) == 1
    found = head(held[0]) if band else None
    return found is not None and not found.rest and looks_like_title(held[1].text)


def _in_contents(paragraph: Paragraph) -> bool:
    """Whether it is a line of a table of contents, made by Word or typed (« Prix ....... 4 »)."""
    text = paragraph.text.rstrip()
    leader = "...." in text or "……" in text or "\t" in text
    return paragraph.toc or (leader and text[-1:].isdigit())


def _without_summary(found: tuple[Line, ...]) -> tuple[Line, ...]:
    """`found` without a summary typed as bare headings: 1, 2, 3… and no text, then 1 again."""
    numbers = [line.head.value[0] if line.head and line.depth == 1 else 0 for line in found]
    for start, number in enumerate(numbers):
        if number != 1:
            continue
        end = start + 1
        while end < len(numbers) and numbers[end] == numbers[end - 1] + 1:
            end += 1
        if end - start >= _SHORTEST_SUMMARY:
            again = any(line.head == found[start].head for line in found[end:])
            return found[:start] + found[end:] if again else found
    return found


def _each(
    shown: Sequence[tuple[int, Paragraph]],
    followers: Sequence[Paragraph],
    frames: frozenset[tuple[int, int]],
) -> Iterator[Line]:
    for position, (index, paragraph) in enumerate(shown):
        found = head(paragraph)
        styled = _styled(paragraph)
        cell = paragraph.cell
        follower = followers[position] if position < len(followers) else None
        below = _title_below(paragraph, follower) if found and not found.rest and follower else ""
        yield Line(
            index,
            paragraph,
            fold(paragraph.text.strip()[:_FOLDED]).strip(),
            found,
            below or _title(paragraph, found, styled=styled),
            styled,
            bool(below),
            cell is not None and (cell.table, cell.column) not in frames,
        )


def _title(paragraph: Paragraph, found: Head | None, *, styled: bool) -> str:
    """The layout makes a title of words that alone would be a sentence, but not of any bold line:
    authors stress sentences too.
    """
    text = (found.rest if found else paragraph.text).strip()
    if (paragraph.level is not None or (found and styled)) and short_line(text):
        return text.rstrip(" \u00a0:–—-")
    if found:
        return split_title(text)
    return text.rstrip(" \u00a0:–—-") if looks_like_title(text) else ""


def _title_below(paragraph: Paragraph, follower: Paragraph) -> str:
    same_row = paragraph.cell and follower.cell and paragraph.cell.row == follower.cell.row
    if (follower.cell is None) != (paragraph.cell is None) or (paragraph.cell and not same_row):
        return ""
    text = follower.text.strip()
    return text if looks_like_title(text) and not head(follower) else ""


def _styled(paragraph: Paragraph) -> bool:
    return (
        paragraph.level is not None
        or paragraph.bold
        or paragraph.caps
        or (paragraph.text.isupper() and len(paragraph.text.strip()) > 3)
    )
