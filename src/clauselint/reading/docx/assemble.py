"""Drafts of all stories into the paragraphs of a `Text`: numbers, labels, notes in their place."""

from __future__ import annotations

from clauselint.model import Cell, HiddenText, Paragraph, Part
from clauselint.reading.docx.draft import Draft, Run, Story
from clauselint.reading.docx.numbering import Counters, Numbering

__all__ = ["Assembly"]


class Assembly:
    """Gathers stories, in reading order, into `paragraphs` and the facts that hang on them.

    Lists of the body, of the notes and of the text boxes count apart; each header and footer
    counts for itself.
    """

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._numbers = dict.fromkeys(Part, 0)
        self._broken_cell: Cell | None = None
        self._counters = {part: Counters(numbering) for part in Part}
        self.paragraphs: list[Paragraph] = []
        self.hidden: list[HiddenText] = []
        self.page_starts: list[tuple[int, int]] = []
        self.runs: list[list[Run]] = []

    def add_story(self, story: Story) -> None:
        """Append a story, its lists counted anew."""
        self._counters[story.part] = Counters(self._numbering)
        self._add(story)

    def _add(self, story: Story) -> None:
        part = story.part
        counters = self._counters[part]
        number = self._numbers[part]
        for draft in story.drafts:
            self.paragraphs.append(_paragraph(draft, part, number, counters))
            self.runs.append(draft.runs)
            for offset, text in draft.hidden:
                self.hidden.append(HiddenText(part, number, offset, text))
            if draft.pages and part is Part.BODY:
                self._add_pages(draft, number)
            number += 1
            if draft.attached:
                self._numbers[part] = number
                for attached in draft.attached:
                    self._add(attached)
                number = self._numbers[part]  # a text box may hold text boxes
        self._numbers[part] = number

    def _add_pages(self, draft: Draft, number: int) -> None:
        # A row that runs over a page end has the break in each of its cells: count it once.
        cell, last = draft.cell, self._broken_cell
        if cell is not None:
            if last is not None and last.column != cell.column and _same_row(last, cell):
                return
            self._broken_cell = cell
        self.page_starts.extend((number, offset) for offset in draft.pages)


def _paragraph(draft: Draft, part: Part, number: int, counters: Counters) -> Paragraph:
    properties, text = draft.properties, "".join(draft.pieces)
    style, own = properties.style, properties.numbering
    label, depth = "", None
    if own.num_id is not None or style.numbering.num_id is not None:
        label, depth = counters.advance(own, style)
    said = bool(text) and not text.isspace()
    return Paragraph(
        part,
        number,
        text,
        label,
        style.name,
        properties.level,
        depth,
        draft.bold and said,
        draft.caps and said and text.upper() != text.lower(),
        properties.centered,
        draft.toc or style.toc,
        draft.cell,
        bolds=tuple(draft.bolds) if draft.bolds and "\n" in text else (),
    )


def _same_row(one: Cell, other: Cell) -> bool:
    return (one.table, one.row) == (other.table, other.row)
