"""What styles.xml says of a paragraph or a run: name, outline level, numbering, look.

Word mixes three layers: document defaults, paragraph style, character style, each style after its
`basedOn` chain. Bold, capitals and hidden text are toggles: when both the paragraph style and the
character style set one, they cancel out (ISO 29500-1, 17.7.3).
"""

from __future__ import annotations

from msgspec import Struct

from clauselint.library.patterns import kept_pattern
from clauselint.reading.docx.names import Element, is_on, value, w

__all__ = [
    "NO_NUMBERING",
    "PLAIN",
    "RUN_SETTINGS",
    "UNSET",
    "Look",
    "NumberingRef",
    "ParagraphStyle",
    "Styles",
    "Toggles",
    "keep_text_styles",
    "read_level",
    "read_numbering",
    "read_run",
    "read_toggles",
]

_NAMES_STYLE = 4
RUN_SETTINGS = {
    w("b"): 0,
    w("caps"): 1,
    w("smallCaps"): 2,
    w("vanish"): 3,
    w("rStyle"): _NAMES_STYLE,
}
Toggles = tuple[bool | None, bool | None, bool | None, bool | None]
UNSET: Toggles = (None, None, None, None)

# Word gives its built-in headings this name in every language; other writers translate it. Also
# matches the ids of styles that a generator forgot to define (« Heading1 », « Titre1 »).
_HEADING = kept_pattern(r"(?:heading|titre) ?([1-9])")

_TOC = kept_pattern(r"(?:toc|tm) ?[1-9]")

_STYLE_END = b"</w:style>"
_TABLE_STYLE = b'w:type="table"'
_LATENT, _LATENT_END = b"<w:latentStyles ", b"</w:latentStyles>"


class Look(Struct, frozen=True):
    """How a run is shown, all layers counted; `PLAIN` is the only one with nothing set."""

    bold: bool = False
    caps: bool = False
    small_caps: bool = False
    hidden: bool = False


PLAIN = Look()


class NumberingRef(Struct, frozen=True):
    """A `w:numPr`: the list and the level it asks for; None where it leaves them open."""

    num_id: str | None = None
    level: int | None = None


NO_NUMBERING = NumberingRef()


class ParagraphStyle(Struct, frozen=True):
    """A paragraph style after its basedOn chain.

    `chain` are the style's id and those it is based on. `level` is the outline level, 1 to 9.
    `look` is that of its runs that set nothing; `toc` marks the styles of the lines of a table of
    contents.
    """

    name: str
    chain: tuple[str, ...] = ()
    level: int | None = None
    centered: bool = False
    numbering: NumberingRef = NO_NUMBERING
    toggles: Toggles = UNSET
    look: Look = PLAIN
    toc: bool = False


class _Raw(Struct, frozen=True):
    """One `w:style` as written."""

    kind: str
    name: str
    based_on: str
    level: int | None
    centered: bool | None
    numbering: NumberingRef
    toggles: Toggles


def keep_text_styles(data: bytes) -> bytes:
    """styles.xml without its table styles and its list of latent ones, which say nothing here.

    They are nine tenths of the file in documents made from the usual templates; what is left
    parses ten times as fast. Bytes that are not written as Word writes them come back unchanged.
    """
    pieces = data.split(_STYLE_END)
    if len(pieces) == 1:
        return data
    before, latent, after = pieces[0].partition(_LATENT)
    if latent:
        pieces[0] = before + after.partition(_LATENT_END)[2]
    kept = [piece for piece in pieces[1:-1] if _TABLE_STYLE not in piece]
    return _STYLE_END.join([pieces[0], *kept, pieces[-1]])


def read_toggles(rpr: Element) -> Toggles:
    """Bold, caps, small caps and hidden as `rpr` sets them."""
    return read_run(rpr)[1]


def read_run(rpr: Element) -> tuple[str, Toggles]:
    """The character style that `rpr` names and the toggles it sets."""
    style = ""
    changed: list[bool | None] | None = None
    for child in rpr:
        index = RUN_SETTINGS.get(child.tag)
        if index is None:
            continue
        if index == _NAMES_STYLE:
            style = value(child)
        else:
            if changed is None:
                changed = [None, None, None, None]
            changed[index] = is_on(child)
    if changed is None:
        return style, UNSET
    return style, (changed[0], changed[1], changed[2], changed[3])


def read_numbering(num_pr: Element) -> NumberingRef:
    """The list and the level of a `w:numPr`."""
    num_id: str | None = None
    level: int | None = None
    for child in num_pr:
        if child.tag == _NUM_ID:
            num_id = value(child)
        elif child.tag == _ILVL:
            text = value(child)
            level = int(text) if text in _LEVELS else None
    return NumberingRef(num_id, level)


def read_level(text: str) -> int | None:
    """The outline level 1 to 9 of a `w:outlineLvl` value (0 to 8), 0 for body text (9)."""
    if text == "9":
        return 0
    return int(text) + 1 if text in _LEVELS else None


_LEVELS = frozenset("012345678")
_NUM_ID, _ILVL, _NUM_PR = w("numId"), w("ilvl"), w("numPr")
_STYLE, _STYLE_ID, _TYPE, _DEFAULT = w("style"), w("styleId"), w("type"), w("default")
_NAME, _BASED_ON, _PPR, _RPR = w("name"), w("basedOn"), w("pPr"), w("rPr")
_JC, _OUTLINE, _DEFAULTS = w("jc"), w("outlineLvl"), w("docDefaults")


class Styles:
    """The styles of one document. Each style is resolved the first time it is met."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._raws: dict[str, _Raw] = {}
        self._paragraph: dict[str, ParagraphStyle] = {}
        self._character: dict[str, Toggles] = {}
        self._looks: dict[tuple[Toggles, str, Toggles], Look] = {}
        self._default_toggles = UNSET
        self._default_centered = False
        self._default_id = ""
        if root is not None:
            self._read(root)

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """The paragraph style of that id; the default style when `style_id` is empty."""
        found = self._paragraph.get(style_id)
        if found is None:
            found = self._paragraph[style_id] = self._resolve_paragraph(style_id)
        return found

    def look(self, paragraph: ParagraphStyle, character: str, direct: Toggles) -> Look:
        """How a run looks, in a paragraph style, with its own character style and settings."""
        key = (paragraph.toggles, character, direct)
        found = self._looks.get(key)
        if found is None:
            found = self._look(paragraph.toggles, self._toggles_of(character), direct)
            self._looks[key] = found
        return found

    def _look(self, paragraph: Toggles, character: Toggles, direct: Toggles) -> Look:
        look = Look(*map(_mix, self._default_toggles, paragraph, character, direct))
        return PLAIN if look == PLAIN else look

    def list_of(self, style_id: str) -> str | None:
        """The list (numId) that a numbering style points at."""
        return self._raw(style_id).numbering.num_id if style_id in self._elements else None

    def _read(self, root: Element) -> None:
        for element in root:
            if element.tag == _STYLE:
                style_id = element.get(_STYLE_ID, "")
                self._elements[style_id] = element
                if element.get(_DEFAULT) in ("1", "true", "on") and (
                    element.get(_TYPE) == "paragraph"
                ):
                    self._default_id = style_id
            elif element.tag == _DEFAULTS:
                for part in element.iter(_RPR, _JC):
                    if part.tag == _RPR:
                        self._default_toggles = read_toggles(part)
                    else:
                        self._default_centered = value(part) == "center"

    def _raw(self, style_id: str) -> _Raw:
        found = self._raws.get(style_id)
        if found is None:
            found = self._raws[style_id] = _read_style(self._elements[style_id])
        return found

    def _chain(self, style_id: str) -> dict[str, _Raw]:
        """The style and those it is based on, nearest first; a loop ends the chain."""
        chain: dict[str, _Raw] = {}
        kind = None
        while style_id in self._elements and style_id not in chain:
            raw = self._raw(style_id)
            if kind not in (None, raw.kind):
                break
            kind = raw.kind
            chain[style_id] = raw
            style_id = raw.based_on
        return chain

    def _resolve_paragraph(self, style_id: str) -> ParagraphStyle:
        chain = self._chain(style_id or self._default_id)
        if not chain:
            name = style_id.lower()
            return ParagraphStyle(
                name,
                level=_named_level(name),
                centered=self._default_centered,
                look=self._look(UNSET, UNSET, UNSET),
            )
        num_id = num_level = outline = centered = None
        toggles: Toggles = UNSET
        for raw in chain.values():
            num_id = raw.numbering.num_id if num_id is None else num_id
            num_level = raw.numbering.level if num_level is None else num_level
            centered = raw.centered if centered is None else centered
            if outline is None:
                outline = raw.level if raw.level is not None else _named_level(raw.name)
            toggles = _over(toggles, raw.toggles)
        name = next(iter(chain.values())).name
        return ParagraphStyle(
            name=name,
            chain=tuple(chain),
            level=outline or None,
            centered=self._default_centered if centered is None else centered,
            numbering=NumberingRef(num_id, num_level),
            toggles=toggles,
            look=self._look(toggles, UNSET, UNSET),
            toc=_TOC.fullmatch(name) is not None,
        )

    def _toggles_of(self, style_id: str) -> Toggles:
        if not style_id:
            return UNSET
        found = self._character.get(style_id)
        if found is None:
            found = UNSET
            for raw in self._chain(style_id).values():
                found = _over(found, raw.toggles)
            self._character[style_id] = found
        return found


def _mix(default: bool | None, paragraph: bool | None, char: bool | None, own: bool | None) -> bool:
    if own is not None:
        return own
    return bool(default) or bool(paragraph) != bool(char)


def _over(nearer: Toggles, farther: Toggles) -> Toggles:
    if nearer == UNSET:
        return farther
    if farther == UNSET:
        return nearer
    bold, caps, small, hidden = (
        far if near is None else near for near, far in zip(nearer, farther, strict=True)
    )
    return (bold, caps, small, hidden)


def _named_level(name: str) -> int | None:
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else None


def _read_style(element: Element) -> _Raw:
    name = based_on = ""
    level: int | None = None
    centered: bool | None = None
    numbering = NO_NUMBERING
    toggles: Toggles = UNSET
    for child in element:
        tag = child.tag
        if tag == _NAME:
            name = value(child).lower()
        elif tag == _BASED_ON:
            based_on = value(child)
        elif tag == _RPR:
            toggles = read_toggles(child)
        elif tag == _PPR:
            for part in child:
                if part.tag == _OUTLINE:
                    level = read_level(value(part))
                elif part.tag == _JC:
                    centered = value(part) == "center"
                elif part.tag == _NUM_PR:
                    numbering = read_numbering(part)
    kind = element.get(_TYPE, "paragraph")
    return _Raw(kind, name, based_on, level, centered, numbering, toggles)
