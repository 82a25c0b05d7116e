"""Labels of automatic numbering, computed from numbering.xml as Word prints them.

A paragraph names a list (`w:num`), which is an instance of a definition (`w:abstractNum`) of nine
levels. All instances of a definition share its counters, unless one says where to start again.
"""

from __future__ import annotations

from msgspec import Struct

from clauselint.reading.docx.names import MC, Element, is_on, value, w
from clauselint.reading.docx.number_formats import print_number
from clauselint.reading.docx.styles import NumberingRef, ParagraphStyle, Styles
from clauselint.reading.docx.symbols import from_font

__all__ = ["Counters", "Numbering"]

_LEVELS = range(9)
_NO_LIST = "0"  # `<w:numId w:val="0"/>` takes a paragraph out of the list of its style
_LONGEST_TEXT = 255  # Word accepts no longer one; a hostile file could repeat megabytes
_SEPARATORS = " \t\u00a0"
_PRIVATE = frozenset(map(chr, range(0xF000, 0xF100)))  # codes of symbol fonts


class _Level(Struct, frozen=True):
    """One `w:lvl`. `restart` is its lvlRestart: None restarts after any higher level, 0 never."""

    start: int = 0
    number_format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    font: str = ""


_NO_LEVEL = _Level()


class _Definition(Struct, frozen=True):
    key: str
    levels: dict[int, _Level]
    num_style: str


class _List(Struct, frozen=True):
    """One `w:num`: the definition it counts with, its levels and the starts it sets anew."""

    num_id: str
    key: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document. `root` is numbering.xml, None in a document without lists."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, _Definition] = {}
        self._nums: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._found: dict[tuple[NumberingRef, tuple[str, ...]], tuple[_List, int] | None] = {}
        for element in root if root is not None else ():
            if element.tag == _ABSTRACT_NUM:
                definition = _read_definition(element)
                self._definitions[definition.key] = definition
            elif element.tag == _NUM:
                self._nums[element.get(_NUM_ID, "")] = element

    def find(self, own: NumberingRef, style: ParagraphStyle) -> tuple[_List, int] | None:
        """The list and the level of a paragraph: its own, else those of its style."""
        key = (own, style.chain)
        if key not in self._found:
            self._found[key] = self._find(own, style)
        return self._found[key]

    def _find(self, own: NumberingRef, style: ParagraphStyle) -> tuple[_List, int] | None:
        num_id = style.numbering.num_id if own.num_id is None else own.num_id
        found = None if num_id is None or num_id == _NO_LIST else self._list(num_id)
        if found is None:
            return None
        return found, _level_of_style(found, style) if own.level is None else own.level

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        definition: _Definition | None = None
        levels: dict[int, _Level] = {}
        starts: dict[int, int] = {}
        for child in num:
            if child.tag == _ABSTRACT_ID:
                definition = self._definitions.get(value(child))
            elif child.tag == _OVERRIDE:
                index = _number(child.get(_ILVL, ""), 0)
                for part in child:
                    if part.tag == _START_OVERRIDE:
                        starts[index] = _number(value(part), 0)
                    elif part.tag == _LVL:
                        levels[index] = _read_level(part)
        if definition is None:
            return None
        return _List(num_id, definition.key, self._levels(definition) | levels, starts)

    def _levels(self, definition: _Definition) -> dict[int, _Level]:
        """The levels of a definition, which may stand in a numbering style (`numStyleLink`)."""
        seen = {definition.key}
        while definition.num_style and not definition.levels:
            num = self._nums.get(self._styles.list_of(definition.num_style) or "")
            target = None
            for child in num if num is not None else ():
                if child.tag == _ABSTRACT_ID:
                    target = self._definitions.get(value(child))
            if target is None or target.key in seen:
                break
            seen.add(target.key)
            definition = target
        return definition.levels


class Counters:
    """The running numbers of one story; the body, notes and text boxes count apart."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def advance(self, own: NumberingRef, style: ParagraphStyle) -> tuple[str, int | None]:
        """Count one paragraph and give its label and its depth from 0 (None when not in a list)."""
        found = self._numbering.find(own, style)
        if found is None:
            return "", None
        numbers, depth = found
        values = self._values.setdefault(numbers.key, {})
        anew = False
        if depth in numbers.starts and (numbers.num_id, depth) not in self._started:
            self._started.add((numbers.num_id, depth))
            anew = True
        if depth not in values or anew:
            values[depth] = _start(numbers, depth)
        else:
            values[depth] += 1
        for deeper in [level for level in values if level > depth]:
            restart = numbers.levels.get(deeper, _NO_LEVEL).restart
            if restart is None or depth < restart:
                del values[deeper]
        return _label(numbers, depth, values), depth


def _start(numbers: _List, depth: int) -> int:
    return numbers.starts.get(depth, numbers.levels.get(depth, _NO_LEVEL).start)


def _label(numbers: _List, depth: int, values: dict[int, int]) -> str:
    level = numbers.levels.get(depth, _NO_LEVEL)
    if level.number_format == "bullet":
        bullet = "".join(from_font(ord(char), level.font) for char in level.text)
        return "•" if _PRIVATE.intersection(bullet) else bullet.strip(_SEPARATORS)
    first, *rest = level.text.split("%")
    label = first
    for piece in rest:
        if not piece[:1].isdecimal():
            label += "%" + piece
            continue
        index = int(piece[0]) - 1
        shown = numbers.levels.get(index, _NO_LEVEL)
        number = values.get(index, _start(numbers, index))
        legal = level.legal and shown.number_format not in ("none", "bullet")
        label += print_number(number, "decimal" if legal else shown.number_format) + piece[1:]
    return label.strip(_SEPARATORS).replace("\u00a0", " ").replace("\u202f", " ")


def _level_of_style(numbers: _List, style: ParagraphStyle) -> int:
    # A level bound to a style (w:pStyle) wins over the ilvl written in that style.
    for style_id in style.chain:
        for index, level in numbers.levels.items():
            if level.style == style_id:
                return index
    return style.numbering.level or 0


_ABSTRACT_NUM, _NUM, _ABSTRACT_ID = w("abstractNum"), w("num"), w("abstractNumId")
_NUM_ID, _ILVL, _LVL, _OVERRIDE = w("numId"), w("ilvl"), w("lvl"), w("lvlOverride")
_START_OVERRIDE, _START, _NUM_FMT = w("startOverride"), w("start"), w("numFmt")
_FORMAT, _LVL_TEXT, _LEGAL = w("format"), w("lvlText"), w("isLgl")
_RESTART, _PSTYLE, _RPR, _FONTS = w("lvlRestart"), w("pStyle"), w("rPr"), w("rFonts")
_ASCII, _NUM_STYLE_LINK, _NULL = w("ascii"), w("numStyleLink"), w("null")
_ALTERNATE = MC + "AlternateContent"


def _number(text: str, default: int) -> int:
    # Nine digits hold any number Word accepts and keep a hostile file from making huge ones.
    return int(text) if text.isdecimal() and len(text) < 10 else default


def _read_definition(element: Element) -> _Definition:
    levels: dict[int, _Level] = {}
    num_style = ""
    for child in element:
        if child.tag == _LVL:
            index = _number(child.get(_ILVL, ""), -1)
            if index in _LEVELS:
                levels[index] = _read_level(child)
        elif child.tag == _NUM_STYLE_LINK:
            num_style = value(child)
    return _Definition(element.get(_ABSTRACT_ID, ""), levels, num_style)


def _read_level(element: Element) -> _Level:
    start, number_format, text, legal = 0, "decimal", "", False
    restart: int | None = None
    style = font = ""
    for child in element:
        tag = child.tag
        if tag == _START:
            start = _number(value(child), 0)
        elif tag == _NUM_FMT:
            number_format = value(child)
        elif tag == _LVL_TEXT:
            shown = child.get(_NULL) not in ("1", "true", "on")
            text = value(child)[:_LONGEST_TEXT] if shown else ""
        elif tag == _LEGAL:
            legal = is_on(child)
        elif tag == _RESTART:
            restart = _number(value(child), 0)
        elif tag == _PSTYLE:
            style = value(child)
        elif tag == _RPR:
            for part in child.iter(_FONTS):
                font = part.get(_ASCII, "")
        elif tag == _ALTERNATE:
            # « 01, 02, 03 » and the like: a custom format, with a plainer one as fallback.
            for part in child.iter(_NUM_FMT):
                number_format = part.get(_FORMAT) or value(part)
                break
    return _Level(start, number_format, text, legal, restart, style, font)
