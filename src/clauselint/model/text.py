"""The text of a contract as Word shows it, paragraph by paragraph, with its places.

Drafting writes this text before Word exists; reading makes it from any .docx. Everything that
understands a contract (articles, clauses, terms) works on it and never on Word.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

__all__ = ["Cell", "HiddenText", "Origin", "Paragraph", "Part", "Place", "Text"]


class Part(StrEnum):
    """The story of the document a paragraph belongs to."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    TEXTBOX = "textbox"


class Cell(Struct, frozen=True):
    """Where in its table a paragraph stands; rows and columns count from 0.

    `table` numbers the tables of the document in reading order.
    """

    table: int
    row: int
    column: int


class Origin(Struct, frozen=True):
    """The line of a mission file that a drafted word comes from; line and column count from 1."""

    file: str
    line: int
    column: int
    key: str


class Paragraph(Struct, frozen=True):
    """One paragraph as Word shows it (a soft break is a newline, a tab is a tab).

    `number` counts the paragraphs of its `part` from 0. `label` is the number that Word computes
    (« Article 3 – », « 1.1 », « a) »), which is not in `text`. `level` is the outline level of a
    heading (1 to 9) or None. `list_level` is the depth of automatic numbering, from 0. `bold`,
    `caps` and `centered` say that the whole text is so, by style or by hand. `toc` marks the
    lines of a table of contents. `bolds` are the spans that are bold in a text of several lines.
    """

    part: Part
    number: int
    text: str
    label: str = ""
    style: str = ""
    level: int | None = None
    list_level: int | None = None
    bold: bool = False
    caps: bool = False
    centered: bool = False
    toc: bool = False
    cell: Cell | None = None
    origins: tuple[tuple[int, int, Origin], ...] = ()
    bolds: tuple[tuple[int, int], ...] = ()


class HiddenText(Struct, frozen=True):
    """Text that the file holds and Word doesn't show (w:vanish), at an offset of a paragraph."""

    part: Part
    paragraph: int
    offset: int
    text: str


class Text(Struct, frozen=True, eq=False):
    """All paragraphs in reading order: notes and text boxes follow the paragraph that calls them,
    headers and footers stand at the end.

    `revisions` counts the tracked insertions, deletions and moves still in the file, `comments`
    its comments; `hidden` is what the file holds and Word does not show. Each of `cuts`, in order,
    names a paragraph by its part and number: it is the rest of the one before, cut at a soft break
    that stands before this character of Word's own paragraph.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    sha256: str = ""
    revisions: int = 0
    comments: int = 0
    hidden: tuple[HiddenText, ...] = ()
    cuts: tuple[tuple[Part, int, int], ...] = ()

    def in_word(self, place: Place) -> Place:
        """`place`, which counts the paragraphs of this text, as Word counts its own."""
        before = [cut for cut in self.cuts if cut[0] is place.part and cut[1] <= place.paragraph]
        if not before:
            return place
        _, number, offset = before[-1]
        shift = offset if number == place.paragraph else 0
        return Place(
            place.part,
            place.paragraph - len(before),
            place.start + shift,
            place.end + shift,
            place.article,
            place.page,
        )


class Place(Struct, frozen=True):
    """A span of characters of one paragraph. `article` is the number or title it stands in."""

    part: Part
    paragraph: int
    start: int
    end: int
    article: str | None = None
    page: int | None = None
