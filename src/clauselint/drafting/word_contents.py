"""The table of contents of a long document, on the page of its title.

A TOC field with the entries that Word will make again: each is a link to its article. The page of
an entry is a field too, which LibreOffice and Word compute when they print; what it shows until
then is an estimate.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from clauselint.drafting.blocks import Bloc, Draft, Element, Run, Section, Style, text_of
from clauselint.drafting.word_pages import Printed, pages
from clauselint.drafting.word_template import WordTemplate
from clauselint.drafting.word_xml import Writer, bookmark, escaped, field

__all__ = ["contents", "without_field"]

_INSTRUCTION = ' TOC \\o "1-1" \\h \\z \\u '
_ABOVE = (Style.TITRE, Style.SOUS_TITRE)
_TABS = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9072"/></w:tabs>'
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve">{_INSTRUCTION}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_LAST = f"</w:hyperlink>{_END}</w:p>".encode()


class _Entry(Struct, frozen=True):
    signet: str
    title: str
    page: int


def contents(draft: Draft, template: WordTemplate, writer: Writer) -> str:
    """The body of the document, its table of contents between its title and its parties."""
    opening, *others = _anchored(draft.sections)
    above = tuple(_above(opening))
    below = opening.elements[len(above) :]
    if below and isinstance(below[0], Bloc):
        below = (replace(below[0], nouvelle_page=True), *below[1:])
    sections = (replace(opening, elements=below), *others)
    title = writer.paragraph(Bloc(Style.INTITULE, (Run("SOMMAIRE"),)))
    top = "".join(map(writer.element, above))
    return (
        top + _control(title, tuple(_entries(sections, template)), template) + writer.body(sections)
    )


def without_field(document: bytes) -> bytes:
    """The same, its table of contents made of links alone: LibreOffice prints the pages that a
    table of contents remembers, and computes those of links.
    """
    begun, _, rest = document.partition(_BEGIN.encode())
    return begun + rest.replace(_LAST, b"</w:hyperlink></w:p>", 1) if rest else document


def _entries(sections: tuple[Section, ...], template: WordTemplate) -> Iterator[_Entry]:
    printed = pages(sections, Printed.of(template.layout), first=2)
    number = 0
    for section in sections:
        for bloc in section.elements:
            if isinstance(bloc, Bloc) and _listed(bloc):
                article = bloc.style is Style.ARTICLE
                number += article
                label = template.numerotation.label(number) if article else ""
                title = f"{label} {text_of(bloc.runs)}".strip()
                yield _Entry(bloc.signet, title, printed[bloc.signet])


def _anchored(sections: tuple[Section, ...]) -> Iterator[Section]:
    """The same, a bookmark on each title that the table of contents lists."""
    for rank, section in enumerate(sections):
        elements = tuple(
            replace(element, signet=f"sommaire_{rank}") if _unmarked(element) else element
            for element in section.elements
        )
        yield replace(section, elements=elements)


def _unmarked(element: Element) -> bool:
    return isinstance(element, Bloc) and _listed(element) and not element.signet


def _listed(bloc: Bloc) -> bool:
    """Articles and annexes; the words that open the parties begin a page as well."""
    annexe = bloc.style is Style.INTITULE and bloc.nouvelle_page
    return bloc.style is Style.ARTICLE or (annexe and text_of(bloc.runs).startswith("Annexe"))


def _above(opening: Section) -> Iterator[Element]:
    for element in opening.elements:
        if not isinstance(element, Bloc) or element.style not in _ABOVE:
            return
        yield element


def _line(entry: _Entry, template: WordTemplate, before: str, after: str) -> str:
    """One line of the table, between what begins the field and what ends it."""
    style = template.style_ids.get("toc 1")
    properties = (
        f'<w:pStyle w:val="{style}"/>'
        if style
        else f'<w:pStyle w:val="{template.style_ids[Style.TEXTE.value]}"/>{_TABS}'
    )
    name = bookmark(entry.signet)
    title = escaped(entry.title)
    number = field(f"PAGEREF {name} \\h", f"<w:r><w:t>{entry.page}</w:t></w:r>")
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>{before}"
        f'<w:hyperlink w:anchor="{name}" w:history="1">'
        f'<w:r><w:t xml:space="preserve">{title}</w:t></w:r><w:r><w:tab/></w:r>{number}'
        f"</w:hyperlink>{after}</w:p>"
    )


def _control(title: str, entries: tuple[_Entry, ...], template: WordTemplate) -> str:
    """The control that Word offers to refresh, around the field."""
    last = len(entries) - 1
    lines = "".join(
        _line(entry, template, _BEGIN if rank == 0 else "", _END if rank == last else "")
        for rank, entry in enumerate(entries)
    )
    return (
        '<w:sdt><w:sdtPr><w:id w:val="900001"/><w:docPartObj><w:docPartGallery '
        'w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{title}{lines}</w:sdtContent></w:sdt>"
    )
