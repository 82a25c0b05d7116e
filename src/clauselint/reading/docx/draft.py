"""A paragraph while the reader gathers it: text, run map, what hangs on it."""

from __future__ import annotations

from msgspec import Struct

from clauselint.model import Cell, Part
from clauselint.reading.docx.names import Element
from clauselint.reading.docx.properties import ParagraphProperties
from clauselint.reading.docx.styles import PLAIN, Look

__all__ = ["Draft", "Run", "Story"]

# Where a stretch of the paragraph comes from: start, end, and its w:t, or None for a character
# that Word makes from another element (a tab, a break, a symbol).
Run = tuple[int, int, Element | None]


class Draft:
    """A paragraph in the making.

    `properties` are those of its mark: the last mark of paragraphs joined by a deleted one.
    `attached` are its notes and text boxes. `hidden` and `pages` hold the offsets of hidden text
    and of the page breaks of Word's last layout, `bolds` the spans shown bold. A plain class: one
    is made per paragraph, and building an attrs class would show in the start of the command.
    """

    __slots__ = (
        "attached",
        "bold",
        "bolds",
        "caps",
        "cell",
        "hidden",
        "length",
        "pages",
        "pieces",
        "properties",
        "runs",
        "toc",
    )

    def __init__(self, cell: Cell | None, properties: ParagraphProperties) -> None:
        self.cell = cell
        self.properties = properties
        self.pieces: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self.bold = True
        self.bolds: list[tuple[int, int]] = []
        self.caps = True
        self.toc = False
        self.attached: list[Story] = []
        self.hidden: list[tuple[int, str]] = []
        self.pages: list[int] = []

    def add(self, text: str, look: Look, element: Element | None) -> None:
        """Append `text`, shown as `look` says."""
        if look is not PLAIN:
            if look.hidden:
                self.hidden.append((self.length, text))
                return
            if look.caps:
                text = _upper(text)
        start = self.length
        self.length = end = start + len(text)
        self.pieces.append(text)
        self.runs.append((start, end, element))
        if look.bold:
            self.bolds.append((start, end))
        elif self.bold and not text.isspace():
            self.bold = False
        if self.caps and not (look.caps or look.small_caps) and text.upper() != text:
            self.caps = False


class Story(Struct, frozen=True):
    """The paragraphs of a body, header, footer, note or text box."""

    part: Part
    drafts: list[Draft]


def _upper(text: str) -> str:
    """`text` in capitals, same length: « ß » stays, since « SS » would move what follows."""
    upper = text.upper()
    if len(upper) == len(text):
        return upper
    return "".join(char.upper() if len(char.upper()) == 1 else char for char in text)
