"""The .docx itself: a firm's `modele.docx`, its body replaced, its header and footer filled.

Written the same byte for byte: dates are those of the mission, never of the clock.
"""

from __future__ import annotations

from datetime import date

from clauselint.drafting.blocks import Bloc, Draft, Style
from clauselint.drafting.output import seal
from clauselint.drafting.word_contents import contents
from clauselint.drafting.word_template import WordTemplate, read_template, template_fault
from clauselint.drafting.word_xml import Headings, Writer, escaped
from clauselint.drafting.word_zip import zipped
from clauselint.library.library import Library
from clauselint.model.francais import en_francais
from clauselint.version import VERSION

__all__ = ["write"]

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARAPHES = "Paraphes\u00a0:" + 24 * "\u00a0"  # room for two hands; a dotted line is a blank
_ORIGIN = "customXml/clausegen.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_RELATION = (
    '<Relationship Id="clausegenOrigine" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/customXml" Target="../customXml/clausegen.xml"/></Relationships>'
)
_CORE_PART = "docProps/core.xml"
_CORE = (
    _XML + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{titre}</dc:title><dc:subject>{reference}</dc:subject>"
    "<dc:creator>{entreprise}</dc:creator><cp:keywords>{mots}</cp:keywords>"
    "<dc:language>fr-FR</dc:language><dc:identifier>{empreinte}</dc:identifier>"
    "<cp:lastModifiedBy>{entreprise}</cp:lastModifiedBy>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:modified>'
    "<cp:version>{version}</cp:version></cp:coreProperties>"
)
_MISSION = (
    _XML + '<document xmlns="urn:clausegen:document" mission="{mission}" reference="{reference}" '
    'genre="{genre}" version="{version}" date="{date}" bibliotheque="{bibliotheque}"/>'
)


def write(draft: Draft, library: Library) -> bytes:
    """The contract as Word reads it. The same draft and library give the same bytes.

    Raises `LibraryError` when the template is missing, lacks a style, or has a tag that names
    nothing.
    """
    path = library.file("templates", draft.modele, "modele.docx")
    if path is None:
        shown = f"templates/{draft.modele}/modele.docx"
        raise template_fault(shown, "ce modèle Word manque à la bibliothèque")
    template = read_template(path)
    text = _document(draft, template)
    parts = {"word/document.xml": text, **_properties(draft, template, seal(text))}
    names = _names(draft)
    parts.update((name, part.filled(names)) for name, part in template.running.items())
    return zipped(parts, template.parts)


def _names(draft: Draft) -> dict[str, str]:
    """What the tags of the header and the footer print."""
    return {
        "entreprise": draft.entreprise,
        "reference": draft.reference,
        "version": draft.version,
        "titre": draft.titre,
        "date": en_francais(date.fromisoformat(draft.date)),
        "paraphes": _PARAPHES if draft.papier else "",
    }


def _document(draft: Draft, template: WordTemplate) -> bytes:
    writer = Writer(template.style_ids, template.numerotation, _headings(draft))
    body = contents(draft, template, writer) if draft.sommaire else writer.body(draft.sections)
    return f"{template.head}{body}{template.layout}</w:body></w:document>".encode()


def _headings(draft: Draft) -> Headings:
    """The number of each article by its bookmark, as Word counts them."""
    titles = [
        element
        for section in draft.sections
        for element in section.elements
        if isinstance(element, Bloc) and element.style is Style.ARTICLE
    ]
    return {title.signet: number for number, title in enumerate(titles, 1) if title.signet}


def _properties(draft: Draft, template: WordTemplate, empreinte: str) -> dict[str, bytes]:
    """The properties that Word shows, and where the document comes from, for programs."""
    known = {
        "titre": draft.titre,
        "reference": draft.reference,
        "entreprise": draft.entreprise,
        "mots": f"portage salarial, {draft.document.value}, {draft.mission}",
        "empreinte": empreinte,
        "date": draft.date,
        "version": draft.version,
        "mission": draft.mission,
        "genre": draft.document.value,
        "bibliotheque": VERSION,
    }
    words = {name: escaped(value) for name, value in known.items()}
    made = {
        _CORE_PART: _CORE.format_map(words).encode(),
        _ORIGIN: _MISSION.format_map(words).encode(),
    }
    relations = template.parts.get(_RELATIONS)
    if relations is not None and b"clausegenOrigine" not in relations:
        made[_RELATIONS] = relations.replace(b"</Relationships>", _RELATION.encode())
    return made
