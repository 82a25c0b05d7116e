"""Which headers and footers Word shows: those that a section calls and its settings turn on."""

from __future__ import annotations

from collections.abc import Sequence

from clauselint.model import Part
from clauselint.reading.docx.names import Element, R, is_on, w
from clauselint.reading.docx.package import Package

__all__ = ["shown_margins"]

_KINDS = {w("headerReference"): Part.HEADER, w("footerReference"): Part.FOOTER}
_TYPES = ("default", "first", "even")
_TYPE, _TITLE_PAGE = w("type"), w("titlePg")
_RELATION = R + "id"


def shown_margins(package: Package, sections: Sequence[Element]) -> tuple[tuple[str, Part], ...]:
    """The parts of the headers and footers shown, each once, headers of a section first.

    A section without its own takes those of the section before it. First-page ones need
    `w:titlePg`, even-page ones a setting of the document.
    """
    targets = package.targets(package.main)
    even = False
    current: dict[tuple[Part, str], str] = {}
    shown: dict[str, Part] = {}
    for section in sections:
        title_page = False
        for child in section:
            part = _KINDS.get(child.tag)
            if part is not None:
                target = targets.get(child.get(_RELATION, ""))
                page_type = child.get(_TYPE, "default")
                if target is not None:
                    current[part, page_type] = target
                    even = even or (page_type == "even" and _has_even_pages(package))
            elif child.tag == _TITLE_PAGE:
                title_page = is_on(child)
        turned_on = {"default": True, "first": title_page, "even": even}
        for part in (Part.HEADER, Part.FOOTER):
            for page_type in _TYPES:
                target = current.get((part, page_type))
                if target is not None and turned_on[page_type]:
                    shown.setdefault(target, part)
    return tuple(shown.items())


def _has_even_pages(package: Package) -> bool:
    for settings in package.related(package.main, "settings"):
        for switch in package.tree(settings).iterchildren(w("evenAndOddHeaders")):
            return is_on(switch)
    return False
