"""What the stories of a document share while they are read."""

from __future__ import annotations

from clauselint.reading.docx.names import Element
from clauselint.reading.docx.styles import Styles

__all__ = ["Sources"]


class Sources:
    """Styles, notes not yet shown, sections and tables met so far.

    `footnotes` and `endnotes` hold the notes not yet called, by id: Word shows each at its call.
    `sections` collects the section properties met, which name the headers and footers; `tables`
    counts the tables shown so far.
    """

    def __init__(
        self, styles: Styles, footnotes: dict[str, Element], endnotes: dict[str, Element]
    ) -> None:
        self.styles = styles
        self.footnotes = footnotes
        self.endnotes = endnotes
        self.sections: list[Element] = []
        self.tables = 0
        self._called: list[tuple[dict[str, Element], str, Element]] = []

    def call(self, notes: dict[str, Element], key: str) -> Element | None:
        """Take the note `key` out of `notes`, one of the two above, to be shown."""
        note = notes.pop(key, None)
        if note is not None:
            self._called.append((notes, key, note))
        return note

    def state(self) -> tuple[int, int, int]:
        """Where the reading stands, for `rewind`."""
        return self.tables, len(self.sections), len(self._called)

    def rewind(self, state: tuple[int, int, int]) -> None:
        """Forget what was met since `state`."""
        self.tables, sections, called = state
        del self.sections[sections:]
        for notes, key, note in self._called[called:]:
            notes[key] = note
        del self._called[called:]
