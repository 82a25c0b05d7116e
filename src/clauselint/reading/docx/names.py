"""Names of the WordprocessingML elements the reader knows, and its two kinds of value."""

from __future__ import annotations

from lxml import etree

__all__ = ["MATH", "MC", "STRICT", "XML_SPACE", "Element", "R", "W", "is_on", "value", "w"]

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# ISO 29500 strict documents differ from the usual ones by these names only, for what is read here.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)

_VAL = W + "val"
_OFF = frozenset(("0", "false", "off"))


def w(name: str) -> str:
    """The qualified name of a `w:` element or attribute."""
    return W + name


def value(element: Element) -> str:
    """The `w:val` of an element, empty when it has none."""
    return element.get(_VAL, "")


def is_on(element: Element) -> bool:
    """Whether a switch such as `<w:b/>` or `<w:b w:val="0"/>` is on."""
    return element.get(_VAL) not in _OFF
