"""The body of the .docx: paragraphs by style, numbered by Word, tables, fields, content controls.

Nothing is typed that Word computes: numbers come from the styles of `modele.docx`, a
cross-reference is a REF field to a bookmark on the heading, with the text it will have as cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from lxml import etree

from clauselint.drafting.blocks import Bloc, Element, Run, Section, Tableau

__all__ = ["W15", "W", "body_elements"]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_NSMAP = {"w": W, "w15": W15}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT_WIDTH = 9072  # twentieths of a point between the margins of 2.5 cm of an A4 page
_INDENT = 624  # where the text of an alinéa begins
_FIGURES = 2268
_CELL_MARGIN = 85
_RULE = "8A97A8"
_SHADE = "E9EDF2"
_MOST_TAG = 64  # characters of a content control's tag that Word accepts


def body_elements(
    sections: tuple[Section, ...], style_ids: Mapping[str, str]
) -> Iterator[etree._Element]:
    """The elements of `w:body` before its `w:sectPr`; `style_ids` gives the id of each style."""
    writer = _Writer(style_ids)
    for section in sections:
        elements = [made for element in section.elements for made in writer.element(element)]
        if section.clause:
            yield writer.control(section, elements)
        else:
            yield from elements
    yield _last_paragraph()


class _Writer:
    """Writes elements, numbering bookmarks and controls in the order of the text."""

    def __init__(self, style_ids: Mapping[str, str]) -> None:
        self._style_ids = style_ids
        self._bookmarks = 0
        self._controls = 0
        self._after_table = False

    def element(self, element: Element) -> Iterator[etree._Element]:
        if isinstance(element, Bloc):
            yield self.paragraph(element)
        else:
            yield self.signatures(element) if element.signatures else self.table(element)
        self._after_table = isinstance(element, Tableau)

    def control(self, section: Section, elements: list[etree._Element]) -> etree._Element:
        """A content control around a clause, invisible in Word, that says where it comes from."""
        self._controls += 1
        sdt = _new("sdt")
        properties = _add(sdt, "sdtPr")
        _add(properties, "alias", val=section.clause)
        tag = f"{section.clause}/{section.variante}/{section.empreinte}"
        _add(properties, "tag", val=tag[:_MOST_TAG])
        _add(properties, "id", val=str(self._controls))
        etree.SubElement(properties, f"{{{W15}}}appearance").set(f"{{{W15}}}val", "hidden")
        _add(sdt, "sdtContent").extend(elements)
        return sdt

    def paragraph(self, bloc: Bloc) -> etree._Element:
        paragraph = _new("p")
        properties = _add(paragraph, "pPr")
        _add(properties, "pStyle", val=self._style_ids[bloc.style.value])
        if bloc.keep_next:
            _add(properties, "keepNext")
        if bloc.nouvelle_page:
            _add(properties, "pageBreakBefore")
        if self._after_table and not bloc.signet:
            _add(properties, "spacing", before="160")
        if bloc.align:
            _add(properties, "jc", val=bloc.align)
        if bloc.signet:
            self._bookmarks += 1
            start = _add(paragraph, "bookmarkStart", id=str(self._bookmarks))
            start.set(_w("name"), _bookmark(bloc.signet))
        for run in _merged(bloc.runs):
            _write_run(paragraph, run)
        if bloc.signet:
            _add(paragraph, "bookmarkEnd", id=str(self._bookmarks))
        return paragraph

    def table(self, tableau: Tableau) -> etree._Element:
        self._after_table = False
        columns = max(len(row) for row in tableau.lignes)
        widths = _widths(columns)
        table = _table(widths, _INDENT, ("top", "bottom", "insideH"))
        for number, row in enumerate(tableau.lignes):
            heading = tableau.titres and number == 0
            line = _row(table, heading=heading)
            last = number == len(tableau.lignes) - 1
            for column, blocs in enumerate(row):
                cell = _cell(line, widths[column], shade=_SHADE if heading else "")
                figure = column == columns - 1 and columns > 1
                for bloc in blocs:
                    paragraph = self.paragraph(bloc)
                    properties = paragraph[0]
                    if not last:
                        properties.insert(1, _new("keepNext"))
                    if figure and (heading or _is_figure(bloc)):
                        _add(properties, "jc", val="right")
                    cell.append(paragraph)
        return table

    def signatures(self, tableau: Tableau) -> etree._Element:
        columns = len(tableau.lignes[0])
        widths = [_TEXT_WIDTH // columns] * columns
        table = _table(widths, 0, ("top", "left", "bottom", "right", "insideV"))
        for row in tableau.lignes:
            line = _row(table, heading=False, height=2200)
            for column, blocs in enumerate(row):
                cell = _cell(line, widths[column])
                for bloc in blocs:
                    cell.append(self.paragraph(bloc))
        return table


def _merged(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Runs of one look made one, so that Word holds a sentence and not its crumbs."""
    for alike, group in groupby(runs, key=lambda run: (run.bold, run.renvoi)):
        bold, renvoi = alike
        yield Run("".join(run.text for run in group), bold, renvoi)


def _write_run(paragraph: etree._Element, run: Run) -> None:
    if not run.renvoi:
        _text_run(paragraph, run)
        return
    for kind, text in (
        ("begin", ""),
        ("", f" REF {_bookmark(run.renvoi)} \\r \\h "),
        ("separate", ""),
    ):
        made = _add(paragraph, "r")
        if kind:
            _add(made, "fldChar", fldCharType=kind)
        else:
            instruction = _add(made, "instrText")
            instruction.set(_XML_SPACE, "preserve")
            instruction.text = text
    _text_run(paragraph, run)
    _add(_add(paragraph, "r"), "fldChar", fldCharType="end")


def _text_run(paragraph: etree._Element, run: Run) -> None:
    made = _add(paragraph, "r")
    if run.bold:
        _add(_add(made, "rPr"), "b")
    text = _add(made, "t")
    text.set(_XML_SPACE, "preserve")
    text.text = run.text


def _table(widths: list[int], indent: int, ruled: tuple[str, ...]) -> etree._Element:
    table = _new("tbl")
    properties = _add(table, "tblPr")
    _add(properties, "tblW", w=str(sum(widths)), type="dxa")
    _add(properties, "tblInd", w=str(indent), type="dxa")
    borders = _add(properties, "tblBorders")
    for side in ruled:
        _add(borders, side, val="single", sz="4", space="0", color=_RULE)
    _add(properties, "tblLayout", type="fixed")
    margins = _add(properties, "tblCellMar")
    for side in ("left", "right"):
        _add(margins, side, w=str(_CELL_MARGIN), type="dxa")
    grid = _add(table, "tblGrid")
    for width in widths:
        _add(grid, "gridCol", w=str(width))
    return table


def _row(table: etree._Element, *, heading: bool, height: int = 0) -> etree._Element:
    row = _add(table, "tr")
    properties = _add(row, "trPr")
    _add(properties, "cantSplit")
    if height:
        _add(properties, "trHeight", val=str(height), hRule="atLeast")
    if heading:
        _add(properties, "tblHeader")
    return row


def _cell(row: etree._Element, width: int, shade: str = "") -> etree._Element:
    cell = _add(row, "tc")
    properties = _add(cell, "tcPr")
    _add(properties, "tcW", w=str(width), type="dxa")
    if shade:
        _add(properties, "shd", val="clear", color="auto", fill=shade)
    return cell


def _last_paragraph() -> etree._Element:
    """The paragraph that Word wants after a table that ends the document, too thin to be seen."""
    paragraph = _new("p")
    properties = _add(paragraph, "pPr")
    _add(properties, "spacing", before="0", after="0", line="20", lineRule="exact")
    _add(_add(properties, "rPr"), "sz", val="2")
    return paragraph


def _widths(columns: int) -> list[int]:
    """Two columns hold a label and a figure; three share the width; of more, the first is a label
    and has two shares.
    """
    width = _TEXT_WIDTH - _INDENT
    if columns == 2:
        return [width - _FIGURES, _FIGURES]
    share = width // (columns + (columns > 3))
    return [width - share * (columns - 1), *[share] * (columns - 1)]


def _is_figure(bloc: Bloc) -> bool:
    return any(char.isdigit() for run in bloc.runs for char in run.text) and all(
        len(run.text) < 40 for run in bloc.runs
    )


def _bookmark(clause: str) -> str:
    return f"_Ref_{clause}"


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _new(name: str) -> etree._Element:
    return etree.Element(_w(name), nsmap=_NSMAP)


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, _w(name))
    for key, value in attributes.items():
        element.set(_w(key), value)
    return element
