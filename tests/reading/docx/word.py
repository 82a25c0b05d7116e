"""Word files for tests, built in memory from a small notation.

One line is one paragraph; a line that starts with `<` is OOXML as it stands.

    Un texte [+inséré+] puis [-supprimé-], **gras**, {masqué}, noté^1, →tabulé ↵coupé.
    @Titre1 Objet               a paragraph of the style Titre1
    (3:1) Le prix               number 3 of numbering.xml, level 1
    =centré                     a centered paragraph
    Ancienne fin¶-              its paragraph mark is deleted
    | cellule | cellule         a row of a table; rows that follow one another are one table
"""

from __future__ import annotations

import io
import re
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MARKS = re.compile(r"\[\+(.+?)\+\]|\[-(.+?)-\]|\*\*(.+?)\*\*|\{(.+?)\}|\^(\d+)|(→)|(↵)")
_PREFIX = re.compile(r"(?:@(\w+) )?(?:\((\d+):(\d+)\) )?(=)?")


def run(text: str, look: str = "") -> str:
    """A run of `text` with the run properties `look`."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of OOXML `content`."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def body(notation: str) -> str:
    """The OOXML of the lines of `notation`."""
    xml, rows = "", ""
    for line in notation.strip().splitlines():
        line = line.strip()  # noqa: PLW2901 - the notation is indented as its test is
        if line.startswith("|"):
            cells = "".join(f"<w:tc>{_line(cell.strip())}</w:tc>" for cell in line[1:].split("|"))
            rows += f"<w:tr>{cells}</w:tr>"
            continue
        xml += f"<w:tbl>{rows}</w:tbl>" if rows else ""
        xml += line if line.startswith("<") else _line(line)
        rows = ""
    return xml + (f"<w:tbl>{rows}</w:tbl>" if rows else "")


def docx(
    notation: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    comments: str = "",
    settings: str = "",
    headers: dict[str, str] | None = None,
    folder: str = "word/",
    main: str = "document.xml",
) -> bytes:
    """A .docx whose body is `notation`; other parts are given as the OOXML inside their root.

    `headers` are given by file name; relationship ids are the file names too.
    """
    optional = {
        "styles": ("styles", styles),
        "numbering": ("numbering", numbering),
        "footnotes": ("footnotes", footnotes),
        "endnotes": ("endnotes", endnotes),
        "comments": ("comments", comments),
        "settings": ("settings", settings),
    }
    relations = [(f"{kind}.xml", kind) for kind, (_, xml) in optional.items() if xml]
    relations += [(name, name.rstrip("0123456789.xml")) for name in headers or {}]
    document = f"<w:document {NAMESPACES}><w:body>{body(notation)}</w:body></w:document>"
    parts = {
        "_rels/.rels": relationships([(folder + main, "officeDocument")]),
        f"{folder}_rels/{main}.rels": relationships(relations),
        folder + main: document,
    }
    for kind, (root, xml) in optional.items():
        if xml:
            parts[f"{folder}{kind}.xml"] = f"<w:{root} {NAMESPACES}>{xml}</w:{root}>"
    for name, xml in (headers or {}).items():
        parts[folder + name] = f"<w:hdr {NAMESPACES}>{body(xml)}</w:hdr>"
    return archive(parts)


def relationships(targets: list[tuple[str, str]]) -> str:
    """A relationships part: (target, last word of the type)."""
    rows = "".join(
        f'<Relationship Id="{target}" Type="{R}/{kind}" Target="{target}"/>'
        for target, kind in targets
    )
    return f'<Relationships xmlns="{_PACKAGE}">{rows}</Relationships>'


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A zip of `parts`."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def level(depth: int, text: str, number_format: str = "decimal", more: str = "") -> str:
    """A level of an abstract number, from 0; `more` are other children of its w:lvl."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    """A definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, definition: int, overrides: str = "") -> str:
    """An instance of a definition."""
    link = f'<w:abstractNumId w:val="{definition}"/>'
    return f'<w:num w:numId="{key}">{link}{overrides}</w:num>'


def style(
    key: str,
    name: str,
    properties: str = "",
    *,
    look: str = "",
    based_on: str = "",
    kind: str = "paragraph",
) -> str:
    """A style; paragraph styles unless `kind` says otherwise."""
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>'
        f"{parent}<w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def _line(line: str) -> str:
    deleted_mark = line.endswith("¶-")
    line = line.removesuffix("¶-")
    prefix = _PREFIX.match(line)
    assert prefix
    style_id, num_id, depth, centered = prefix.groups()
    properties = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    if num_id:
        properties += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num_id}"/></w:numPr>'
    properties += '<w:jc w:val="center"/>' if centered else ""
    properties += "<w:rPr><w:del/></w:rPr>" if deleted_mark else ""
    return paragraph(_inlines(line[prefix.end() :]), properties)


def _inlines(text: str) -> str:
    xml, done = "", 0
    for mark in _MARKS.finditer(text):
        xml += run(text[done : mark.start()]) if mark.start() > done else ""
        inserted, deleted, bold, hidden, note, tab, soft_break = mark.groups()
        if inserted:
            xml += f'<w:ins w:id="1" w:author="A">{run(inserted)}</w:ins>'
        elif deleted:
            gone = f'<w:r><w:delText xml:space="preserve">{deleted}</w:delText></w:r>'
            xml += f'<w:del w:id="2" w:author="A">{gone}</w:del>'
        elif bold:
            xml += run(bold, "<w:b/>")
        elif hidden:
            xml += run(hidden, "<w:vanish/>")
        elif note:
            xml += f'<w:r><w:footnoteReference w:id="{note}"/></w:r>'
        elif tab:
            xml += "<w:r><w:tab/></w:r>"
        elif soft_break:
            xml += "<w:r><w:br/></w:r>"
        done = mark.end()
    return xml + (run(text[done:]) if text[done:] else "")
