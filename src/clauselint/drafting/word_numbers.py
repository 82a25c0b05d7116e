"""The numbers that Word will show before the titles of articles, as a firm's template has them."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

__all__ = ["Numerotation", "numbering_of"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LETTERS = 26


class Numerotation(Struct, frozen=True):
    """`modele` is what Word shows, `%1` standing for the number, written in `format`."""

    modele: str = ""
    format: str = "decimal"

    @property
    def names_articles(self) -> bool:
        """Whether « Article » is part of the number, hence of what a REF field shows."""
        return "article" in self.modele.lower()

    def label(self, number: int) -> str:
        """What stands before the title of an article: « Article 12. », « XII. »."""
        return self.modele.replace("%1", _written(number, self.format))

    def referred(self, number: int) -> str:
        """What a REF field to it shows: the label, without the full stops that end it."""
        return self.label(number).rstrip(". \u00a0")


def numbering_of(numbering: bytes | None, styles: etree._Element, style_id: str) -> Numerotation:
    """How the template numbers the paragraphs of a style, an empty label if it does not."""
    if numbering is None:
        return Numerotation()
    root = etree.fromstring(numbering)
    number, level = _list_of(styles, style_id)
    wanted = [
        _value(found.find(f"{_W}abstractNumId"))
        for found in root.iterfind(f"{_W}num")
        if found.get(f"{_W}numId") == number
    ]
    for definition in root.iterfind(f"{_W}abstractNum"):
        for depth in definition.iterfind(f"{_W}lvl"):
            listed = definition.get(f"{_W}abstractNumId") in wanted
            linked = _value(depth.find(f"{_W}pStyle")) == style_id
            if linked or (listed and depth.get(f"{_W}ilvl") == level):
                return Numerotation(
                    _value(depth.find(f"{_W}lvlText")), _value(depth.find(f"{_W}numFmt"))
                )
    return Numerotation()


def _list_of(styles: etree._Element, style_id: str) -> tuple[str, str]:
    """The list and the level of a style, or of the style it is based on."""
    by_id = {style.get(f"{_W}styleId"): style for style in styles.iterfind(f"{_W}style")}
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen:
        seen.add(style_id)
        found = by_id[style_id].find(f"{_W}pPr/{_W}numPr")
        if found is not None:
            level = _value(found.find(f"{_W}ilvl"))
            return _value(found.find(f"{_W}numId")), level or "0"
        style_id = _value(by_id[style_id].find(f"{_W}basedOn"))
    return "", ""


def _value(element: etree._Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""


def _written(number: int, kind: str) -> str:
    """A number as Word writes it; a kind that contracts do not use is written in figures."""
    if kind in {"upperRoman", "lowerRoman"}:
        said = ""
        for value, letters in _ROMAN:
            count, number = divmod(number, value)
            said += letters * count
    elif kind in {"upperLetter", "lowerLetter"}:
        times, rank = divmod(number - 1, _LETTERS)
        said = chr(ord("a") + rank) * (times + 1)
    elif kind == "decimalZero":
        return f"{number:02d}"
    elif kind == "ordinal":
        return "1er" if number == 1 else f"{number}e"
    else:
        return str(number)
    return said.upper() if kind.startswith("upper") else said
