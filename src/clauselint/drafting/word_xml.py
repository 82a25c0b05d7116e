"""The body of the .docx: paragraphs by style, numbered by Word, tables, fields, content controls.

Nothing is typed that Word computes: numbers come from the styles of `modele.docx`, a
cross-reference is a REF field to a bookmark on the heading, with the text it will have as cache.
XML is written as text: a body of fourteen pages has ten thousand elements, and a tree of them takes
six times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from clauselint.drafting.blocks import Bloc, Element, Run, Section, Tableau
from clauselint.drafting.word_numbers import Numerotation
from clauselint.version import VERSION

__all__ = ["Headings", "Writer", "bookmark", "escaped", "field"]

_TEXT_WIDTH = 9072  # twentieths of a point between the margins of 2.5 cm of an A4 page
_INDENT = 624  # where the text of an alinéa begins
_FIGURES = 2268
_CELL_MARGIN = 85
_RULE = "8A97A8"
_SHADE = "E9EDF2"
_MOST_TAG = 64  # characters of a content control's tag that Word accepts
_LAST = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)  # the paragraph that Word wants after a table that ends the document, too thin to be seen
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPED = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))
_ORDINAL = re.compile(r"(?<![\w.,/-])(?:1(?=(ers?|res?)\b)|[1-9][0-9]?(?=(es?)\b))")

Headings = Mapping[str, int]
"""The number of the article that bears each bookmark."""


def escaped(text: str) -> str:
    """`text` as XML writes it, without the control characters that it can't hold."""
    for mark, written in _ESCAPED:
        if mark in text:
            text = text.replace(mark, written)
    return _NOT_XML.sub("", text)


def bookmark(clause: str) -> str:
    """The bookmark on the heading of the article that states a clause."""
    return f"_Ref_{clause}"


def field(instruction: str, cached: str) -> str:
    """A field and the runs it shows until Word computes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{cached}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


class Writer:
    """Writes sections, numbering bookmarks and controls in the order of the text."""

    def __init__(
        self, style_ids: Mapping[str, str], numerotation: Numerotation, headings: Headings
    ) -> None:
        self._style_ids = style_ids
        self._numerotation = numerotation
        self._headings = headings
        self._bookmarks = 0
        self._controls = 0
        self._after_table = False

    def body(self, sections: Iterable[Section]) -> str:
        """What stands in `w:body` before its `w:sectPr`."""
        return "".join((*map(self.section, sections), _LAST))

    def section(self, section: Section) -> str:
        made = "".join(map(self.element, section.elements))
        return self._control(section, made) if section.clause else made

    def element(self, element: Element) -> str:
        if isinstance(element, Bloc):
            made = self.paragraph(element)
            self._after_table = False
            return made
        made = self._signatures(element) if element.signatures else self._table(element)
        self._after_table = True
        return made

    def _control(self, section: Section, made: str) -> str:
        """A content control around a clause, invisible in Word, that says where it comes from."""
        self._controls += 1
        tag = f"{section.clause}/{section.variante}/{VERSION}/{section.empreinte}"[:_MOST_TAG]
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(section.clause)}"/>'
            f'<w:tag w:val="{escaped(tag)}"/><w:id w:val="{self._controls}"/>'
            '<w15:appearance w15:val="hidden"/></w:sdtPr>'
            f"<w:sdtContent>{made}</w:sdtContent></w:sdt>"
        )

    def paragraph(self, bloc: Bloc, *, keep_next: bool = False, align: str = "") -> str:
        """One paragraph; `keep_next` and `align` add to what `bloc` asks."""
        properties = f'<w:pStyle w:val="{self._style_ids[bloc.style.value]}"/>'
        if bloc.keep_next or keep_next:
            properties += "<w:keepNext/>"
        if bloc.nouvelle_page:
            properties += "<w:pageBreakBefore/>"
        if self._after_table and not bloc.signet:
            properties += '<w:spacing w:before="160"/>'
        if align or bloc.align:
            properties += f'<w:jc w:val="{align or bloc.align}"/>'
        runs = "".join(map(self._run, _merged(bloc.runs)))
        if bloc.signet:
            self._bookmarks += 1
            number = self._bookmarks
            name = bookmark(bloc.signet)
            runs = (
                f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}'
                f'<w:bookmarkEnd w:id="{number}"/>'
            )
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"

    def _run(self, run: Run) -> str:
        if not run.renvoi:
            return _text_run(run.text, bold=run.bold)
        number = self._headings.get(run.renvoi)
        if number is None:
            return _text_run(run.text, bold=run.bold)
        shown = self._numerotation.referred(number) or run.text
        named = self._numerotation.names_articles or not self._numerotation.modele
        said = "" if named else _text_run("Article\u00a0", bold=run.bold)
        return said + field(f"REF {bookmark(run.renvoi)} \\r \\h", _text_run(shown, bold=run.bold))

    def _table(self, tableau: Tableau) -> str:
        self._after_table = False
        columns = max(len(row) for row in tableau.lignes)
        widths = _widths(columns)
        rows = []
        for number, row in enumerate(tableau.lignes):
            heading = tableau.titres and number == 0
            last = number == len(tableau.lignes) - 1
            cells = []
            for column, blocs in enumerate(row):
                figure = column == columns - 1 and columns > 1
                said = "".join(
                    self.paragraph(
                        bloc,
                        keep_next=not last,
                        align="right" if figure and (heading or _is_figure(bloc)) else "",
                    )
                    for bloc in blocs
                )
                cells.append(_cell(said, widths[column], shade=_SHADE if heading else ""))
            rows.append(_row(cells, heading=heading))
        return _grid(rows, widths, _INDENT, ("top", "bottom", "insideH"))

    def _signatures(self, tableau: Tableau) -> str:
        columns = len(tableau.lignes[0])
        widths = [_TEXT_WIDTH // columns] * columns
        rows = [
            _row(
                [
                    _cell("".join(map(self.paragraph, blocs)), widths[column])
                    for column, blocs in enumerate(row)
                ],
                heading=False,
                height=2200,
            )
            for row in tableau.lignes
        ]
        return _grid(rows, widths, 0, ("top", "left", "bottom", "right", "insideV"))


def _merged(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Runs of one look made one, so that Word holds a sentence and not its crumbs."""
    for alike, group in groupby(runs, key=lambda run: (run.bold, run.renvoi)):
        bold, renvoi = alike
        yield Run("".join(run.text for run in group), bold, renvoi)


def _text_run(text: str, *, bold: bool) -> str:
    """Words of one look; the « er » of « 1er » is raised."""
    weight = "<w:b/>" if bold else ""
    made, end = "", 0
    for ordinal in _ORDINAL.finditer(text):
        raised = ordinal[1] or ordinal[2]
        made += _plain_run(text[end : ordinal.end()], weight)
        made += _plain_run(raised, f'{weight}<w:vertAlign w:val="superscript"/>')
        end = ordinal.end() + len(raised)
    return made + _plain_run(text[end:], weight)


def _plain_run(text: str, look: str) -> str:
    if not text:
        return ""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    said = escaped(text)
    if "\n" in said:
        said = said.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{properties}<w:t xml:space="preserve">{said}</w:t></w:r>'


def _grid(rows: list[str], widths: list[int], indent: int, ruled: tuple[str, ...]) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>' for side in ruled
    )
    margins = "".join(
        f'<w:{side} w:w="{_CELL_MARGIN}" w:type="dxa"/>' for side in ("left", "right")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: list[str], *, heading: bool, height: int = 0) -> str:
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    repeated = "<w:tblHeader/>" if heading else ""
    properties = f"<w:trPr><w:cantSplit/>{tall}{repeated}</w:trPr>"
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell(content: str, width: int, shade: str = "") -> str:
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>{content}</w:tc>'


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
