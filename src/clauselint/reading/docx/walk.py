"""One pass over a story of the document: the paragraphs that Word shows in the final view.

Insertions are shown and deletions are not; white text is shown, hidden text set apart, the words of
SmartArt and charts, which stand in parts of their own, are not read. Every element is looked up
once in a table that says what it holds: a wrapper is walked through, a leaf gives its characters,
the rest is skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from clauselint.model import Cell, Part
from clauselint.reading.docx.draft import Draft, Story
from clauselint.reading.docx.names import MATH, MC, XML_SPACE, Element, w
from clauselint.reading.docx.properties import (
    chosen,
    form_field_text,
    is_table_of_contents,
    members,
    plain_paragraph,
    read_cell,
    read_paragraph,
    read_row,
)
from clauselint.reading.docx.sources import Sources
from clauselint.reading.docx.styles import (
    RUN_SETTINGS,
    Look,
    Toggles,
    read_run,
)
from clauselint.reading.docx.symbols import from_font

__all__ = ["walk_story"]


class _Field:
    """A complex field being read: its instruction up to `separate`, then its result."""

    def __init__(self) -> None:
        self.instruction = ""
        self.in_result = False
        self.toc = False


def walk_story(container: Element, part: Part, sources: Sources) -> Story:
    """The paragraphs of a body, header, footer, note or text box, in reading order."""
    start = sources.state()
    walk = _Walk(sources, _LEAVES)
    walk.story(container)
    if not walk.swallowed:
        return Story(part, walk.drafts)
    # A field that never ends hid the rest of the story: walk again, showing the text of all.
    sources.rewind(start)
    walk = _Walk(sources, _LEAVES_WITHOUT_FIELDS)
    walk.story(container)
    return Story(part, walk.drafts)


class _Walk:
    """The state of one pass over one story; the handlers of elements are its methods."""

    def __init__(self, sources: Sources, leaves: Mapping[str, _Leaf]) -> None:
        self.sources = sources
        self.styles = sources.styles
        self.leaves = leaves
        self.drafts: list[Draft] = []
        self.pending: Draft | None = None  # its mark is gone: the next paragraph continues it
        self.cell: Cell | None = None
        self.toc = 0  # depth of tables of contents
        self.fields: list[_Field] = []
        self.silent = 0  # how many of these fields are in their code, which is never shown
        self.swallowed = False  # the story ended inside the code of a field
        self.unset = plain_paragraph(self.styles)
        # The w:rPr that set something the reader needs: most don't, and lxml finds these few much
        # faster than a look into each.
        self.settings: dict[Element, tuple[str, Toggles]] = {}
        self.style = self.unset.style
        self.plain = self.style.look
        self.draft = Draft(None, self.unset)

    def story(self, container: Element) -> None:
        for setting in container.iter(*RUN_SETTINGS):
            holder = setting.getparent()
            if holder is not None and holder not in self.settings:
                self.settings[holder] = read_run(holder)
        self.blocks(container)
        self.flush()
        self.swallowed = self.silent > 0

    # Blocks: paragraphs, tables and what wraps them

    def blocks(self, container: Element) -> None:
        for child in container:
            tag = child.tag
            if tag == _P:
                self.paragraph(child)
            else:
                handler = _BLOCKS.get(tag)
                if handler is not None:
                    handler(self, child)

    def flush(self) -> None:
        """End a paragraph whose mark is gone where no other follows to continue it."""
        draft, self.pending = self.pending, None
        if draft is not None and (draft.length or draft.attached or draft.hidden):
            self.drafts.append(draft)

    def block_control(self, sdt: Element) -> None:
        toc = is_table_of_contents(sdt)
        self.toc += toc
        for content in sdt.iterchildren(_SDT_CONTENT):
            self.blocks(content)
        self.toc -= toc

    def block_choice(self, alternate: Element) -> None:
        for branch in chosen(alternate):
            self.blocks(branch)

    def section(self, properties: Element) -> None:
        self.sources.sections.append(properties)

    def table(self, table: Element) -> None:
        self.flush()
        outer, number, row_index = self.cell, -1, 0
        for row in members(table, _TR):
            shown, column = read_row(row)
            if not shown:
                continue
            if number < 0:
                number = self.sources.tables
                self.sources.tables += 1
            for cell in members(row, _TC):
                shown, span = read_cell(cell)
                if shown:
                    self.cell = Cell(number, row_index, column)
                    self.blocks(cell)
                    self.flush()
                column += span
            row_index += 1
        self.cell = outer

    def paragraph(self, paragraph: Element) -> None:
        draft, self.pending = self.pending, None
        properties = self.unset
        if draft is None:
            draft = Draft(self.cell, properties)
        else:
            draft.properties = properties
        self.draft = draft
        self.style = style = properties.style
        self.plain = style.look
        for child in paragraph:
            tag = child.tag
            if tag == _R:
                self.run(child)
            elif tag == _PPR:
                draft.properties = properties = read_paragraph(child, self.styles)
                self.style = style = properties.style
                self.plain = style.look
            else:
                handler = _INLINES.get(tag)
                if handler is not None:
                    handler(self, child)
        if properties.section is not None:
            self.section(properties.section)
        if properties.mark_gone:
            self.pending = draft
        else:
            self.drafts.append(draft)

    # Inlines: runs and what wraps them

    def inlines(self, container: Element) -> None:
        for child in container:
            tag = child.tag
            if tag == _R:
                self.run(child)
            else:
                handler = _INLINES.get(tag)
                if handler is not None:
                    handler(self, child)

    def inline_control(self, sdt: Element) -> None:
        for content in sdt.iterchildren(_SDT_CONTENT):
            self.inlines(content)

    def inline_choice(self, alternate: Element) -> None:
        for branch in chosen(alternate):
            self.inlines(branch)

    def formula(self, formula: Element) -> None:
        for text in formula.iter(_MATH_TEXT):
            deleted = any(above.tag in _DELETIONS for above in text.iterancestors(*_DELETIONS))
            if text.text and not deleted:
                self.put(text.text, self.plain)

    # Runs and their leaves

    def run(self, run: Element) -> None:
        look = self.plain
        for child in run:
            tag = child.tag
            if tag == _T:
                self.text(child, look)
            elif tag == _RPR:
                settings = self.settings.get(child)
                if settings is not None:
                    look = self.styles.look(self.style, *settings)
            else:
                leaf = self.leaves.get(tag)
                if leaf is not None:
                    leaf(self, child, look)
        if self.toc:
            self.draft.toc = True

    def text(self, element: Element, look: Look) -> None:
        text = element.text
        if not text or self.silent:
            return
        # Word trims the ends of a w:t that doesn't ask to keep them.
        if (text[0] in _SPACES or text[-1] in _SPACES) and element.get(XML_SPACE) != "preserve":
            text = text.strip(_SPACES)
            if not text:
                return
        if "\n" in text:
            text = text.replace("\n", " ")
        self.draft.add(text, look, element)

    def put(self, text: str, look: Look) -> None:
        if text and not self.silent:
            self.draft.add(text, look, None)

    def tab(self, _: Element, look: Look) -> None:
        self.put("\t", look)

    def line_break(self, element: Element, look: Look) -> None:
        # A page or column break before any text starts a page, not a line of the paragraph.
        paged = element.get(_TYPE) in ("page", "column")
        if self.draft.length or not paged:
            self.put("\n", look)

    def hard_hyphen(self, _: Element, look: Look) -> None:
        self.put("\u2011", look)

    def symbol(self, element: Element, look: Look) -> None:
        code = element.get(_CHAR, "")
        if 0 < len(code) <= 6 and _HEXADECIMAL.issuperset(code):
            self.put(from_font(int(code, 16), element.get(_FONT, "")), look)

    def ruby(self, element: Element, _: Look) -> None:
        for child in element.iterchildren(_RT, _RUBY_BASE):
            self.inlines(child)

    def page_break(self, _: Element, __: Look) -> None:
        self.draft.pages.append(self.draft.length)

    def field_char(self, element: Element, look: Look) -> None:
        kind = element.get(_FLD_CHAR_TYPE)
        if kind == "begin":
            if len(element):
                self.put(form_field_text(element), look)
            self.fields.append(_Field())
            self.silent += 1
        elif not self.fields:
            return
        elif kind == "separate":
            field = self.fields[-1]
            if not field.in_result:
                field.in_result = True
                field.toc = field.instruction.lstrip().upper().startswith("TOC")
                self.toc += field.toc
                self.silent -= 1
        elif kind == "end":
            field = self.fields.pop()
            self.toc -= field.toc
            self.silent -= not field.in_result

    def field_code(self, element: Element, _: Look) -> None:
        if self.fields and len(self.fields[-1].instruction) < _LONGEST_FIELD_NAME:
            self.fields[-1].instruction += element.text or ""

    def footnote(self, element: Element, look: Look) -> None:
        self.note(self.sources.footnotes, element, look)

    def endnote(self, element: Element, look: Look) -> None:
        self.note(self.sources.endnotes, element, look)

    def note(self, notes: dict[str, Element], call: Element, look: Look) -> None:
        if self.silent or look.hidden:
            return
        note = self.sources.call(notes, call.get(_ID, ""))
        if note is not None:
            self.draft.attached.append(walk_story(note, Part.FOOTNOTE, self.sources))

    def drawing(self, element: Element, look: Look) -> None:
        if self.silent or look.hidden:
            return
        for content in _text_boxes(element):
            self.draft.attached.append(walk_story(content, Part.TEXTBOX, self.sources))

    def run_choice(self, alternate: Element, look: Look) -> None:
        for branch in chosen(alternate):
            for child in branch:
                leaf = self.leaves.get(child.tag)
                if leaf is not None:
                    leaf(self, child, look)


def _text_boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes of a drawing, groups included, each once."""
    for child in element:
        if child.tag == _TXBX_CONTENT:
            yield child
        elif child.tag == _ALTERNATE:
            for branch in chosen(child):
                yield from _text_boxes(branch)
        else:
            yield from _text_boxes(child)


_Block = Callable[[_Walk, Element], None]
_Leaf = Callable[[_Walk, Element, Look], None]

_P, _R, _T, _TR, _TC = w("p"), w("r"), w("t"), w("tr"), w("tc")
_PPR, _RPR, _SDT_CONTENT = w("pPr"), w("rPr"), w("sdtContent")
_TYPE, _CHAR, _FONT, _ID = w("type"), w("char"), w("font"), w("id")
_FLD_CHAR_TYPE, _RT, _RUBY_BASE = w("fldCharType"), w("rt"), w("rubyBase")
_TXBX_CONTENT, _ALTERNATE = w("txbxContent"), MC + "AlternateContent"
_MATH_TEXT, _DELETIONS = MATH + "t", (w("del"), w("moveFrom"))
_SPACES = " \t\r\n"
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
_LONGEST_FIELD_NAME = 24

_BLOCKS: Mapping[str, _Block] = {
    w("tbl"): _Walk.table,
    w("sdt"): _Walk.block_control,
    w("sectPr"): _Walk.section,
    _ALTERNATE: _Walk.block_choice,
    **dict.fromkeys(map(w, ("customXml", "ins", "moveTo")), _Walk.blocks),
}
_INLINES: Mapping[str, _Block] = {
    w("sdt"): _Walk.inline_control,
    _ALTERNATE: _Walk.inline_choice,
    MATH + "oMath": _Walk.formula,
    MATH + "oMathPara": _Walk.formula,
    **dict.fromkeys(
        map(w, ("ins", "moveTo", "hyperlink", "fldSimple", "smartTag", "customXml", "dir", "bdo")),
        _Walk.inlines,
    ),
}
_LEAVES_WITHOUT_FIELDS: Mapping[str, _Leaf] = {
    _T: _Walk.text,  # met here in the branches of a choice only
    w("tab"): _Walk.tab,
    w("ptab"): _Walk.tab,
    w("br"): _Walk.line_break,
    w("cr"): _Walk.line_break,
    w("noBreakHyphen"): _Walk.hard_hyphen,
    w("sym"): _Walk.symbol,
    w("ruby"): _Walk.ruby,
    w("lastRenderedPageBreak"): _Walk.page_break,
    w("footnoteReference"): _Walk.footnote,
    w("endnoteReference"): _Walk.endnote,
    w("drawing"): _Walk.drawing,
    w("pict"): _Walk.drawing,
    w("object"): _Walk.drawing,
    _ALTERNATE: _Walk.run_choice,
}
_LEAVES: Mapping[str, _Leaf] = {
    **_LEAVES_WITHOUT_FIELDS,
    w("fldChar"): _Walk.field_char,
    w("instrText"): _Walk.field_code,
}
