"""On which page each title falls, estimated without a word processor.

What a table of contents shows until Word computes it. Widths and heights are those of the standard
templates; another font shifts the estimate by a page or so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from msgspec import Struct

from clauselint.drafting.blocks import Bloc, Element, Section, Style, text_of

__all__ = ["Printed", "pages"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIZE = 11.0
_LEADING = 13.7  # points from line to line, in the standard templates
_ENTRY_LEADING = 15.6
_SIGNATURES = 130.0
_EM = 0.423  # of a letter of French text in Times, on average
_AROUND = {  # points above and below, indent
    Style.ARTICLE: (19.0, 0.0),
    Style.ALINEA: (6.0, 31.2),
    Style.ALINEA_SEUL: (6.0, 31.2),
    Style.ITEM: (1.0, 48.2),
    Style.INTITULE: (18.0, 0.0),
    Style.PARTIE: (6.0, 21.3),
}
_ORPHANS = 2  # Word keeps two lines together at either end of a page


class Printed(Struct, frozen=True):
    """What a page holds, in points."""

    width: float
    height: float

    @classmethod
    def of(cls, layout: str) -> Printed:
        """The page of a `w:sectPr`; A4 with margins of 2.5 cm where it does not say."""
        section = etree.fromstring(layout)
        size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")

        def said(element: etree._Element | None, name: str, default: int) -> int:
            found = element.get(f"{_W}{name}", "") if element is not None else ""
            return abs(int(found)) if found.lstrip("-").isdigit() else default

        across = said(margins, "left", 1417) + said(margins, "right", 1417)
        along = said(margins, "top", 1417) + said(margins, "bottom", 1417)
        return cls((said(size, "w", 11906) - across) / 20, (said(size, "h", 16838) - along) / 20)


def pages(sections: Iterable[Section], printed: Printed, first: int) -> Mapping[str, int]:
    """The page of each bookmark, the text beginning on page `first`."""
    found: dict[str, int] = {}
    page, used = first, 0.0
    waiting: list[str] = []  # titles, which go where the text under them goes
    height = 0.0
    for element in _elements(sections):
        breaks = isinstance(element, Bloc) and element.nouvelle_page
        if breaks and used:
            page, used = page + 1, 0.0
        lines, leading, around = _measured(element, printed.width)
        if isinstance(element, Bloc) and element.signet:
            waiting.append(element.signet)
        if isinstance(element, Bloc) and element.style in {Style.ARTICLE, Style.INTITULE}:
            height += lines * leading + around
            continue
        least = min(lines, _ORPHANS) * leading
        if used and used + height + least > printed.height:
            page, used = page + 1, 0.0
        found.update(dict.fromkeys(waiting, page))
        used += height
        waiting, height = [], 0.0
        fitting = int(max(printed.height - used, 0) // leading)
        if lines > fitting:
            left = max(lines - fitting, _ORPHANS)
            page, used = page + 1, left * leading
        else:
            used += lines * leading
        used += around
    found.update(dict.fromkeys(waiting, page))
    return found


def _elements(sections: Iterable[Section]) -> Iterator[Element]:
    for section in sections:
        yield from section.elements


def _measured(element: Element, width: float) -> tuple[int, float, float]:
    """Lines, points from one to the next, points around them."""
    if not isinstance(element, Bloc):
        if element.signatures:
            return 1, _SIGNATURES, 0.0
        return len(element.lignes), _ENTRY_LEADING, 8.0
    around, indent = _AROUND.get(element.style, (6.0, 0.0))
    length = len(text_of(element.runs)) * _EM * _SIZE
    return max(1, -int(-length // (width - indent))), _LEADING, around
