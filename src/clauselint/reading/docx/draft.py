"""A paragraph while the reader gathers it: text, run map, what hangs on it."""

from __future__ import annotations

from attrs import Factory, define

from clauselint.model import Cell, Part
from clauselint.reading.docx.names import Element
from clauselint.reading.docx.styles import NO_NUMBERING, Look, NumberingRef, ParagraphStyle

__all__ = ["Draft", "Run"]

# Where a stretch of the paragraph comes from: start, end, and its w:t, or None for a character
# that Word makes from another element (a tab, a break, a symbol).
Run = tuple[int, int, Element | None]


@define(eq=False)
class Draft:
    """A paragraph in the making.

    `style`, `numbering`, `level` and `centered` are those of its mark: the last mark of paragraphs
    joined by a deleted one. `attached` are the paragraphs of its notes and text boxes. `hidden`
    and `pages` hold the offsets of hidden text and of the page breaks of Word's last layout.
    """

    part: Part
    cell: Cell | None
    style: ParagraphStyle
    numbering: NumberingRef = NO_NUMBERING
    level: int | None = None
    centered: bool = False
    toc: bool = False
    length: int = 0
    bold: bool = True
    caps: bool = True
    pieces: list[str] = Factory(list)
    runs: list[Run] = Factory(list)
    attached: list[Draft] = Factory(list)
    hidden: list[tuple[int, str]] = Factory(list)
    pages: list[int] = Factory(list)

    def add(self, text: str, look: Look, element: Element | None) -> None:
        """Append `text`, shown as `look` says."""
        if look.hidden:
            self.hidden.append((self.length, text))
            return
        if look.caps:
            text = _upper(text)
        start, self.length = self.length, self.length + len(text)
        self.pieces.append(text)
        self.runs.append((start, self.length, element))
        if self.bold and not look.bold and not text.isspace():
            self.bold = False
        if self.caps and not (look.caps or look.small_caps) and text.upper() != text:
            self.caps = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def _upper(text: str) -> str:
    """`text` in capitals, same length: « ß » stays, since « SS » would move what follows."""
    upper = text.upper()
    if len(upper) == len(text):
        return upper
    return "".join(char.upper() if len(char.upper()) == 1 else char for char in text)
