"""The .docx itself: `modele.docx` filled, its body replaced, written the same byte for byte.

docxtpl fills the tags that the lawyer typed in header and footer, strictly and escaped; by default
it prints nothing for an unknown name, loses what follows a `<` in a value and runs what a tag says.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from clauselint.drafting.blocks import Draft, Style
from clauselint.drafting.output import seal
from clauselint.drafting.word_xml import W15, W, body_elements
from clauselint.library.library import Library
from clauselint.library.problems import LibraryError, Problem, nearest

__all__ = ["write"]

_FIXED = (1980, 1, 1, 0, 0, 0)  # the first date a zip can hold: bytes must not tell the time
_TAGS = re.compile(r"\{\{|\{%|\}\}|%\}")
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RUNNING = re.compile(r"word/(?:header|footer)\d*\.xml")
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{titre}</dc:title><dc:subject>{reference}</dc:subject>"
    "<dc:creator>{entreprise}</dc:creator><dc:language>fr-FR</dc:language>"
    "<dc:identifier>{empreinte}</dc:identifier>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)


def write(draft: Draft, library: Library) -> bytes:
    """The contract as Word reads it. The same draft and library give the same bytes.

    Raises `LibraryError` when the template is missing, lacks a style, or has a tag that names
    nothing.
    """
    shown = f"templates/{draft.modele}/modele.docx"
    path = library.file("templates", draft.modele, "modele.docx")
    if path is None:
        raise _fault(shown, "ce modèle Word manque à la bibliothèque")
    names = {"entreprise": draft.entreprise, "reference": draft.reference, "titre": draft.titre}
    parts = _filled(path, names)
    parts["word/document.xml"] = _document(parts, draft, str(path))
    core = {key: escape(value) for key, value in {**names, "date": draft.date}.items()}
    core["empreinte"] = seal(parts["word/document.xml"])
    parts["docProps/core.xml"] = _CORE.format_map(core).encode()
    return _zipped(parts)


def _filled(path: Path, names: Mapping[str, str]) -> dict[str, bytes]:
    """The parts of the template, the tags of its headers and footers filled by docxtpl."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - heavy, and only for writing
    from jinja2 import StrictUndefined, TemplateError, UndefinedError  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.globals.clear()
    template = DocxTemplate(path)
    try:
        template.render(dict(names), environment, autoescape=True)
    except UndefinedError as error:
        name = str(error.message).split("'")[1] if "'" in str(error.message) else ""
        message = f"la balise « {name} » ne désigne rien ; balises admises : {', '.join(names)}"
        raise _fault(str(path), message, nearest(name, names)) from None
    except TemplateError:
        message = "une balise de l’en-tête ou du pied de page ne peut pas être lue ; la retaper"
        raise _fault(str(path), message) from None
    buffer = io.BytesIO()
    template.save(buffer)
    with zipfile.ZipFile(buffer) as filled:
        parts = {name: filled.read(name) for name in filled.namelist()}
    for name in filter(_RUNNING.fullmatch, parts):
        if _TAGS.search("".join(map(str, etree.fromstring(parts[name]).itertext()))):
            raise _fault(str(path), "une balise de l’en-tête ou du pied de page n’est pas fermée")
    return parts


def _document(parts: Mapping[str, bytes], draft: Draft, shown: str) -> bytes:
    root = etree.fromstring(parts["word/document.xml"])
    layout = root[0][-1]
    given = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
    namespaces = {**given, "w": W, "w15": W15, "mc": _MC}
    made = etree.Element(root.tag, nsmap=namespaces)
    known = root.get(f"{{{_MC}}}Ignorable", "").split()
    made.set(f"{{{_MC}}}Ignorable", " ".join(dict.fromkeys((*known, "w15"))))
    body = etree.SubElement(made, f"{{{W}}}body")
    body.extend(body_elements(draft.sections, _style_ids(parts, shown)))
    body.append(_without_revision_ids(layout))
    etree.cleanup_namespaces(made, keep_ns_prefixes=[*known, "w15"])
    written: bytes = etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _style_ids(parts: Mapping[str, bytes], shown: str) -> dict[str, str]:
    """The id of each style of the template, by the name Word shows; case does not count."""
    found: dict[str, str] = {}
    for style in etree.fromstring(parts["word/styles.xml"]).iterfind(f"{{{W}}}style"):
        name, style_id = style.find(f"{{{W}}}name"), style.get(f"{{{W}}}styleId")
        if name is not None and style_id:
            found[name.get(f"{{{W}}}val", "").lower()] = style_id
    missing = [style for style in Style if style.value.lower() not in found]
    if missing:
        styles = ", ".join(f"« {style} »" for style in missing)
        raise _fault(shown, f"ce modèle n’a pas le style {styles} ; le créer dans Word")
    return {style.value: found[style.value.lower()] for style in Style}


def _without_revision_ids(element: etree._Element) -> etree._Element:
    for name in [name for name in element.attrib if "}rsid" in str(name)]:
        del element.attrib[name]
    return element


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=lambda part: (part != "[Content_Types].xml", part)):
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def _fault(file: str, message: str, suggestion: str = "") -> LibraryError:
    return LibraryError((Problem(file, 0, 0, "", message, suggestion=suggestion),))
