"""Make the first `modele.docx` of each document: the Word template that clausegen fills.

    python tools/make_word_templates.py cdd cdi prestation

Run once, when a document type is added. From then on the file belongs to the lawyer, who edits
styles, header and footer in Word; this script would overwrite that work, so it refuses to replace
a file unless told `--force`.

What clausegen relies on in a `modele.docx`, whatever else changes in it:
- the styles named below (`STYLES` and the built-in Title, Subtitle, heading 1);
- the numbering: « Article 1. » is level 1 of a multilevel list linked to heading 1, « 1.1 » its
  level 2 linked to Alinéa, the dash its level 3 linked to Énumération
  (the full stop is on purpose: Word and LibreOffice leave a trailing stop out of a REF field,
  never a dash, so « Article 12 » stays right when fields are updated; its space is a narrow
  non-breaking one, because LibreOffice breaks a field at a wide one);
- the tags of the header and footer: `{{ entreprise }}`, `{{ reference }}`, `{{ version }}`,
  `{{ titre }}`, `{{ date }}`, `{{ paraphes }}`.
The body is a specimen of the styles: clausegen replaces it.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle
from lxml import etree

TEMPLATES = Path(__file__).parent.parent / "templates"
FONT = "Times New Roman"  # on every machine that opens the contract
INK = RGBColor(0x1F, 0x2F, 0x46)  # the one accent: a blue-grey that prints well in black
RULE = "8A97A8"
FIXED = (1980, 1, 1, 0, 0, 0)
DROPPED = ("thumbnail", "customXml", "stylesWithEffects")
APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>clausegen</Application></Properties>'
)
KEPT_STYLES = {
    "Normal",
    "Title",
    "Subtitle",
    "Heading 1",
    "Header",
    "Footer",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
    "Table Grid",
}
STYLES = {  # name in Word's list -> id in the file
    "Alinéa": "Alinea",
    "Alinéa seul": "AlineaSeul",
    "Énumération": "Enumeration",
    "Intitulé": "Intitule",
    "Partie": "Partie",
    "Entrée": "Entree",
    "Signature": "Signature",
    "toc 1": "TOC1",
}

NUMBERING = f"""
<w:numbering {nsdecls("w")}>
  <w:abstractNum w:abstractNumId="1">
    <w:multiLevelType w:val="multilevel"/>
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>
      <w:suff w:val="space"/><w:lvlText w:val="Article %1."/><w:lvlJc w:val="left"/>
      <w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Alinea"/>
      <w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/>
      <w:pPr><w:tabs><w:tab w:val="num" w:pos="624"/></w:tabs>
        <w:ind w:left="624" w:hanging="624"/></w:pPr></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Enumeration"/>
      <w:lvlText w:val="–"/><w:lvlJc w:val="left"/>
      <w:pPr><w:tabs><w:tab w:val="num" w:pos="964"/></w:tabs>
        <w:ind w:left="964" w:hanging="340"/></w:pPr></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>
"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Make the Word template of each document.")
    parser.add_argument("documents", nargs="+", help="folders of templates/")
    parser.add_argument("--force", action="store_true", help="replace a template that exists")
    options = parser.parse_args(arguments)
    for name in options.documents:
        target = TEMPLATES / name / "modele.docx"
        if target.exists() and not options.force:
            print(f"{target} exists: edit it in Word, or say --force", file=sys.stderr)
            return 1
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(make_template())
        print(target)
    return 0


def make_template() -> bytes:
    document = Document()
    _page(document)
    _styles(document)
    _replace_numbering(document)
    _header_and_footer(document)
    _specimen(document)
    _settings(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return _fixed_zip(buffer.getvalue())


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1.25)


def _styles(document: WordDocument) -> None:
    styles = document.styles
    for style in list(styles):
        if style.name not in KEPT_STYLES:
            style.delete()
    for tag in ("w:link", "w:rsid"):  # to character styles and to sessions that are not here
        for found in list(styles.element.iter(qn(tag))):
            found.getparent().remove(found)
    fonts = styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:rPr"))
    for child in list(fonts):
        fonts.remove(child)
    fonts.append(_font())
    fonts.append(_valued("w:sz", "22"))
    fonts.append(_valued("w:szCs", "22"))
    language = OxmlElement("w:lang")
    for name in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{name}"), "fr-FR")
    fonts.append(language)

    normal = _paragraph(styles["Normal"], after=6, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    normal.paragraph_format.line_spacing = 1.08
    normal.paragraph_format.widow_control = True

    title = _paragraph(styles["Title"], before=6, after=4, align=WD_ALIGN_PARAGRAPH.CENTER)
    _run(title, 16, bold=True, color=INK, caps=True)
    title.paragraph_format.keep_with_next = True
    title.paragraph_format.left_indent = title.paragraph_format.right_indent = Cm(1.5)
    subtitle = _paragraph(styles["Subtitle"], after=4, align=WD_ALIGN_PARAGRAPH.CENTER)
    _run(subtitle, 10.5, italic=True)

    heading = _paragraph(styles["Heading 1"], before=14, after=5, align=WD_ALIGN_PARAGRAPH.LEFT)
    _run(heading, 12, bold=True, color=INK)
    heading.paragraph_format.keep_with_next = True
    heading.paragraph_format.keep_together = True
    _numbered(heading, 0)

    alinea = _added(document, "Alinéa", base="Normal")
    heading.next_paragraph_style = alinea
    _numbered(alinea, 1)
    _added(document, "Alinéa seul", base="Normal").paragraph_format.left_indent = Twips(624)
    item = _added(document, "Énumération", base="Normal")
    item.element.get_or_add_pPr().append(OxmlElement("w:contextualSpacing"))
    _numbered(item, 2)

    label = _added(document, "Intitulé", base="Normal")
    _paragraph(label, before=10, after=8, align=WD_ALIGN_PARAGRAPH.LEFT)
    _run(label, 11, bold=True, color=INK)
    label.paragraph_format.keep_with_next = True
    party = _added(document, "Partie", base="Normal")
    party.paragraph_format.left_indent = Cm(0.75)

    entry = _added(document, "Entrée", base="Normal")
    _paragraph(entry, before=2, after=2, align=WD_ALIGN_PARAGRAPH.LEFT)
    _run(entry, 10)
    entry.paragraph_format.line_spacing = 1.0
    signature = _added(document, "Signature", base="Normal")
    _paragraph(signature, before=3, after=3, align=WD_ALIGN_PARAGRAPH.LEFT)
    signature.paragraph_format.keep_with_next = True
    signature.paragraph_format.keep_together = True
    _contents_line(document)
    for name in ("Header", "Footer"):
        running = _paragraph(styles[name], after=0, align=WD_ALIGN_PARAGRAPH.LEFT)
        _run(running, 8.5, color=RGBColor(0x5B, 0x66, 0x75))


def _contents_line(document: WordDocument) -> None:
    line = _added(document, "toc 1", base="Normal")
    _paragraph(line, after=1.5, align=WD_ALIGN_PARAGRAPH.LEFT)
    _run(line, 9.5)
    line.paragraph_format.line_spacing = 1.0
    line.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _font() -> OxmlElement:
    fonts = OxmlElement("w:rFonts")
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)
    return fonts


def _valued(tag: str, value: str) -> OxmlElement:
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    return element


def _added(document: WordDocument, name: str, base: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), STYLES[name])
    style.base_style = document.styles[base]
    style.quick_style = True
    return style


def _paragraph(
    style: ParagraphStyle, *, before: float = 0, after: float, align: WD_ALIGN_PARAGRAPH
) -> ParagraphStyle:
    for old in style.element.findall(qn("w:pPr")):  # borders and tabs of the default template
        style.element.remove(old)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.alignment = align
    if style.name == "Heading 1":
        properties = style.element.get_or_add_pPr()
        properties.append(_valued("w:outlineLvl", "0"))
    return style


def _run(  # noqa: PLR0913  (the six visible choices of a style)
    style: ParagraphStyle,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    caps: bool = False,
    color: RGBColor | None = None,
) -> None:
    for old in style.element.findall(qn("w:rPr")):
        style.element.remove(old)
    style.font.size = Pt(size)
    style.font.bold = bold or None
    style.font.italic = italic or None
    style.font.all_caps = caps or None
    if color is not None:
        style.font.color.rgb = color


def _numbered(style: ParagraphStyle, level: int) -> None:
    properties = style.element.get_or_add_pPr()
    numbering = properties.get_or_add_numPr()
    if level:
        numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = 1


def _replace_numbering(document: WordDocument) -> None:
    element = document.part.numbering_part.element
    for child in list(element):
        element.remove(child)
    for child in parse_xml(NUMBERING):
        element.append(child)


def _header_and_footer(document: WordDocument) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    _ruled(header, "bottom")
    header.add_run("{{ entreprise }}").font.small_caps = True
    header.add_run("\tRéf. {{ reference }} – v{{ version }}")
    footer = section.footer.paragraphs[0]
    _ruled(footer, "top")
    footer.add_run("{{ titre }}")
    footer.add_run("\t{% if paraphes %}{{ paraphes }}     {% endif %}Page ")
    _field(footer, "PAGE", "1")
    footer.add_run(" / ")
    _field(footer, "NUMPAGES", "1")


def _ruled(paragraph, side: str) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    properties = paragraph._p.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", RULE)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _field(paragraph, instruction: str, cached: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {instruction} ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = cached
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _specimen(document: WordDocument) -> None:
    samples = (
        ("Title", "Titre du contrat"),
        ("Subtitle", "Ce corps est un spécimen : clausegen le remplace par le contrat."),
        ("Intitulé", "Intitulé des parties et du préambule"),
        ("Partie", "Présentation d’une partie"),
        ("Heading 1", "Titre d’article"),
        ("Alinéa", "Alinéa numéroté, dans un article qui en compte plusieurs"),
        ("Énumération", "élément d’une énumération"),
        ("Alinéa seul", "Alinéa d’un article qui n’en compte qu’un"),
        ("Entrée", "Case d’un tableau"),
        ("Signature", "Case du tableau des signatures"),
    )
    for style, text in samples:
        document.add_paragraph(text, style=style)


def _settings(document: WordDocument) -> None:
    settings = document.settings.element
    properties = document.core_properties
    properties.author = properties.title = properties.comments = properties.keywords = ""
    properties.language = "fr-FR"
    for tag in ("w:rsids", "w:themeFontLang", "w14:docId", "w:savePreviewPicture"):
        for found in settings.findall(qn(tag)):
            settings.remove(found)
    language = _valued("w:themeFontLang", "fr-FR")
    anchor = settings.find(qn("w:clrSchemeMapping"))
    settings.insert(list(settings).index(anchor), language)
    for tag, value in (("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        settings.find(qn(tag)).set(qn("w:val"), value)
    for found in settings.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")  # Word 2013 and later: no « mode de compatibilité »


def _fixed_zip(content: bytes) -> bytes:
    """The same parts, sorted, at a fixed time, without what the default template alone wants."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist(), key=lambda part: (part[0] != "[", part)):
            if not any(dropped in name for dropped in DROPPED):
                part = _without_dropped(source, name)
                target.writestr(zipfile.ZipInfo(name, FIXED), part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _without_dropped(source: zipfile.ZipFile, name: str) -> bytes:
    """A part, its references to the dropped ones taken out."""
    content = source.read(name)
    if name == "docProps/app.xml":
        return APPLICATION.encode()
    if not name.endswith(".rels") and name != "[Content_Types].xml":
        return content
    root = parse_xml(content)
    for entry in list(root):
        target = entry.get("Target", "") + entry.get("PartName", "")
        if any(dropped in target for dropped in DROPPED):
            root.remove(entry)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
