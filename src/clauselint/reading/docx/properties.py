"""What the property elements of paragraphs, rows, cells and content controls tell the walk."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from clauselint.reading.docx.names import MC, Element, is_on, value, w
from clauselint.reading.docx.styles import (
    NO_NUMBERING,
    NumberingRef,
    ParagraphStyle,
    Styles,
    read_level,
    read_numbering,
)

__all__ = [
    "ParagraphProperties",
    "chosen",
    "form_field_text",
    "is_table_of_contents",
    "members",
    "plain_paragraph",
    "read_cell",
    "read_paragraph",
    "read_row",
]


class ParagraphProperties(Struct, frozen=True):
    """A `w:pPr`. `mark_gone`: Word shows this paragraph and the next as one."""

    style: ParagraphStyle
    numbering: NumberingRef
    level: int | None
    centered: bool
    mark_gone: bool
    section: Element | None


def read_paragraph(ppr: Element, styles: Styles) -> ParagraphProperties:
    """The properties of a paragraph, those of its style where it sets none itself."""
    style = styles.paragraph("")
    numbering = NO_NUMBERING
    level: int | None = None
    centered: bool | None = None
    mark: Element | None = None
    section: Element | None = None
    for child in ppr:
        tag = child.tag
        if tag == _JC:
            centered = value(child) == "center"
        elif tag == _PSTYLE:
            style = styles.paragraph(value(child))
        elif tag == _RPR:
            mark = child
        elif tag == _NUM_PR:
            numbering = read_numbering(child)
        elif tag == _OUTLINE:
            level = read_level(value(child))
        elif tag == _SECT_PR:
            section = child
    return ParagraphProperties(
        style,
        numbering,
        style.level if level is None else level or None,
        style.centered if centered is None else centered,
        style.look.hidden if mark is None else _mark_gone(mark, style),
        section,
    )


def plain_paragraph(styles: Styles) -> ParagraphProperties:
    """The properties of a paragraph that sets none."""
    style = styles.paragraph("")
    return ParagraphProperties(
        style, NO_NUMBERING, style.level, style.centered, style.look.hidden, None
    )


def _mark_gone(mark: Element, style: ParagraphStyle) -> bool:
    # The mark of a style separator (specVanish) is hidden, yet its two paragraphs keep their own
    # style and outline level, so they stay apart.
    hidden = style.look.hidden
    for child in mark:
        tag = child.tag
        if tag in (_DEL, _MOVE_FROM):
            return True
        if tag == _VANISH:
            hidden = is_on(child)
        elif tag == _SPEC_VANISH and is_on(child):
            return False
    return hidden


def read_row(row: Element) -> tuple[bool, int]:
    """Whether the row is shown (not deleted), and how many grid columns precede its first cell."""
    shown, before = True, 0
    for holder in row:
        if holder.tag == _TC:  # properties come first
            break
        if holder.tag == _TRPR:
            for child in holder:
                if child.tag in (_DEL, _MOVE_FROM):
                    shown = False
                elif child.tag == _GRID_BEFORE:
                    before = _count(child)
    return shown, before


def read_cell(cell: Element) -> tuple[bool, int]:
    """Whether the cell shows its own content, and how many grid columns it takes.

    Cells that continue a merged one, and deleted cells, show nothing.
    """
    shown, span = True, 1
    for holder in cell:
        if holder.tag != _TCPR:
            break
        for child in holder:
            tag = child.tag
            if tag == _GRID_SPAN:
                span = _count(child)
            elif tag in _MERGES:
                shown = shown and value(child) == "restart"
            elif tag == _CELL_DEL:
                shown = False
    return shown, span


def _count(element: Element) -> int:
    text = value(element)
    return int(text) if text.isdecimal() and len(text) < 4 else 1


def members(container: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those wrapped in content controls."""
    for child in container:
        tag = child.tag
        if tag == wanted:
            yield child
        elif tag in _WRAPPERS:
            yield from members(child, wanted)
        elif tag == _ALTERNATE:
            for branch in chosen(child):
                yield from members(branch, wanted)


def chosen(alternate: Element) -> tuple[Element, ...]:
    """The branch of an `mc:AlternateContent` that Word shows: never both."""
    fallback: tuple[Element, ...] = ()
    for child in alternate:
        if child.tag == _CHOICE:
            return (child,)
        if child.tag == _FALLBACK:
            fallback = (child,)
    return fallback


def is_table_of_contents(sdt: Element) -> bool:
    """Whether a content control is the table of contents that Word inserts."""
    return any(
        value(gallery) == "Table of Contents"
        for properties in sdt.iterchildren(_SDT_PR)
        for gallery in properties.iter(_GALLERY)
    )


def form_field_text(field_char: Element) -> str:
    """What an old form field shows by itself: a box, ticked or not, or the entry of a list."""
    for box in field_char.iter(_CHECK_BOX):
        ticked = False
        for child in box:
            if child.tag in (_DEFAULT, _CHECKED):  # `checked` follows, and wins over, `default`
                ticked = is_on(child)
        return "☒" if ticked else "☐"
    for choice in field_char.iter(_DD_LIST):
        entries = [value(entry) for entry in choice.iterchildren(_LIST_ENTRY)]
        index = 0
        for child in choice.iterchildren(_DEFAULT, _RESULT):
            index = _count(child)
        return entries[index] if index < len(entries) else ""
    return ""


_PSTYLE, _JC, _NUM_PR, _RPR = w("pStyle"), w("jc"), w("numPr"), w("rPr")
_OUTLINE, _SECT_PR = w("outlineLvl"), w("sectPr")
_DEL, _MOVE_FROM, _VANISH, _SPEC_VANISH = w("del"), w("moveFrom"), w("vanish"), w("specVanish")
_TRPR, _TCPR, _GRID_BEFORE, _GRID_SPAN = w("trPr"), w("tcPr"), w("gridBefore"), w("gridSpan")
_MERGES, _CELL_DEL, _TC = frozenset((w("vMerge"), w("hMerge"))), w("cellDel"), w("tc")
_SDT_PR, _GALLERY = w("sdtPr"), w("docPartGallery")
_CHECK_BOX, _DEFAULT, _CHECKED = w("checkBox"), w("default"), w("checked")
_DD_LIST, _LIST_ENTRY, _RESULT = w("ddList"), w("listEntry"), w("result")
_ALTERNATE = MC + "AlternateContent"
_CHOICE, _FALLBACK = MC + "Choice", MC + "Fallback"
_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))
