"""A Word contract as read: its text, what its reader should know of the file, and its run map."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from clauselint.model import HiddenText, Part, Place, Text
from clauselint.reading.docx.draft import Run

__all__ = ["HiddenText", "Run", "WordContract"]


class WordContract(Struct, frozen=True, eq=False):
    """A .docx in its final view: insertions shown, deletions not.

    `page_starts` are the places where a page began when Word last laid the document
    out, empty if another program wrote it. `run_map` stands beside `text.paragraphs`: the
    stretches of each with the w:t they come from, in the trees of the parts as parsed.
    """

    text: Text
    page_starts: tuple[tuple[int, int], ...] = ()
    run_map: tuple[Sequence[Run], ...] = ()

    @property
    def revisions(self) -> int:
        return self.text.revisions

    @property
    def comments(self) -> int:
        return self.text.comments

    @property
    def hidden(self) -> tuple[HiddenText, ...]:
        return self.text.hidden

    def runs(self, part: Part, number: int) -> tuple[Run, ...]:
        """The run map of one paragraph: (start, end, w:t element or None), in order.

        A w:t has the length of its stretch, or more when Word trims its ends. Raises `KeyError`
        for a paragraph that isn't there.
        """
        for paragraph, runs in zip(self.text.paragraphs, self.run_map, strict=True):
            if paragraph.part is part and paragraph.number == number:
                return tuple(runs)
        raise KeyError((part, number))

    def page(self, place: Place) -> int | None:
        """The page, from 1, where Word last showed a place of the body; None if unknown."""
        if not self.page_starts or place.part is not Part.BODY:
            return None
        here = (place.paragraph, place.start)
        return 1 + sum(start <= here for start in self.page_starts)
