"""Drafts of all stories into the paragraphs of a `Text`: numbers, labels, notes in their place."""

from __future__ import annotations

from collections.abc import Iterable

from clauselint.model import Cell, Paragraph, Part
from clauselint.reading.docx.contract import HiddenText, Run
from clauselint.reading.docx.draft import Draft
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
        self.runs: dict[tuple[Part, int], tuple[Run, ...]] = {}

    def add_story(self, drafts: Iterable[Draft], part: Part) -> None:
        """Append a story of `part`."""
        self._counters[part] = Counters(self._numbering)
        self._add(drafts)

    def _add(self, drafts: Iterable[Draft]) -> None:
        for draft in drafts:
            part = draft.part
            number = self._numbers[part]
            self._numbers[part] = number + 1
            self.paragraphs.append(self._paragraph(draft, number))
            if draft.runs:
                self.runs[part, number] = tuple(draft.runs)
            for offset, text in draft.hidden:
                self.hidden.append(HiddenText(part, number, offset, text))
            if draft.pages and part is Part.BODY:
                self._add_pages(draft, number)
            if draft.attached:
                self._add(draft.attached)

    def _paragraph(self, draft: Draft, number: int) -> Paragraph:
        style, text = draft.style, "".join(draft.pieces)
        label, depth = "", None
        if draft.numbering.num_id is not None or style.numbering.num_id is not None:
            label, depth = self._counters[draft.part].advance(draft.numbering, style)
        said = bool(text) and not text.isspace()
        return Paragraph(
            part=draft.part,
            number=number,
            text=text,
            label=label,
            style=style.name,
            level=draft.level,
            list_level=depth,
            bold=said and draft.bold,
            caps=said and draft.caps and text.upper() != text.lower(),
            centered=draft.centered,
            toc=draft.toc or style.name.startswith(_TOC_STYLES),
            cell=draft.cell,
        )

    def _add_pages(self, draft: Draft, number: int) -> None:
        # A row that runs over a page end has the break in each of its cells: count it once.
        cell, last = draft.cell, self._broken_cell
        if cell is not None:
            if last is not None and last.column != cell.column and _same_row(last, cell):
                return
            self._broken_cell = cell
        self.page_starts.extend((number, offset) for offset in draft.pages)


def _same_row(one: Cell, other: Cell) -> bool:
    return (one.table, one.row) == (other.table, other.row)


_TOC_STYLES = tuple(f"{prefix} {level}" for prefix in ("toc", "tm") for level in range(1, 10))
