"""How long reading a contract takes, against unzipping and parsing its main part alone.

    python bench/reader.py [ROUNDS]

The contract is made here: some 14 pages of numbered articles, paragraphs cut into runs the way
Word cuts them, tables, notes, header and footer, tracked changes. Both times are medians of
interleaved rounds in one warm process; the ratio is what to look at.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
import zipfile

from lxml import etree

from clauselint.reading.docx import read_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ROOT = f'xmlns:w="{W}" xmlns:r="{R}"'
RUN_LOOK = (
    '<w:rFonts w:ascii="Garamond" w:hAnsi="Garamond" w:cs="Arial"/><w:sz w:val="22"/>'
    '<w:szCs w:val="22"/>'
)
SENTENCE = (
    "Le consultant remet chaque mois au client un état des travaux accomplis, des délais tenus "
    "et des points restés ouverts, que celui-ci examine sous huit jours ouvrés. "
)
OUTLINE = '<w:outlineLvl w:val="0"/>'
ARTICLES, CLAUSES = 14, 6


def run(text: str, look: str = "") -> str:
    return (
        f'<w:r w:rsidRPr="00A1B2C3"><w:rPr>{look}{RUN_LOOK}</w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def paragraph(content: str, style: str = "Clause") -> str:
    return (
        f'<w:p w:rsidR="00D4E5F6" w:rsidRDefault="00D4E5F6"><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:spacing w:after="120"/><w:jc w:val="both"/></w:pPr>{content}</w:p>'
    )


def clause(article: int, number: int) -> str:
    half = len(SENTENCE) // 2
    content = run(SENTENCE) + run(SENTENCE[:half]) + '<w:proofErr w:type="gramStart"/>'
    content += run(SENTENCE[half:]) + run("« le Client » ", "<w:b/>") + run(SENTENCE)
    if number == 1:
        content += f'<w:r><w:footnoteReference w:id="{article}"/></w:r>'
        content += f'<w:ins w:id="{article}" w:author="A">{run("Un rappel est dû.")}</w:ins>'
        content += '<w:del w:id="9" w:author="A"><w:r><w:delText>Aucun.</w:delText></w:r></w:del>'
    return paragraph(content)


def table() -> str:
    cell = (
        f'<w:tc><w:tcPr><w:tcW w:w="2400"/></w:tcPr>{paragraph(run("600,00 €"), "Normal")}</w:tc>'
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{f'<w:tr>{cell * 3}</w:tr>' * 4}</w:tbl>"


def level(depth: int, style: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def style(name: str, depth: int, outline: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:numPr>'
        f'<w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>{outline}</w:pPr></w:style>'
    )


def contract() -> bytes:
    """The bytes of the contract that is read."""
    body = ""
    for article in range(ARTICLES):
        body += paragraph(run("Suivi de la mission", "<w:b/>"), "Article")
        body += "".join(clause(article, number) for number in range(CLAUSES))
        body += table() if article % 4 == 0 else ""
    body += (
        '<w:sectPr><w:headerReference r:id="h" w:type="default"/>'
        '<w:footerReference r:id="f" w:type="default"/></w:sectPr>'
    )
    note = paragraph(run("Voir l’annexe technique."), "Normal")
    notes = "".join(f'<w:footnote w:id="{i}">{note}</w:footnote>' for i in range(ARTICLES))
    kinds = {"s": "styles", "n": "numbering", "t": "footnotes", "h": "header", "f": "footer"}
    parts = {
        "_rels/.rels": relationships({"d": "officeDocument"}, "word/"),
        "word/_rels/officeDocument.xml.rels": relationships(kinds, ""),
        "word/officeDocument.xml": f"<w:document {ROOT}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {ROOT}>{style('Clause', 1, '')}"
        f"{style('Article', 0, OUTLINE)}</w:styles>",
        "word/numbering.xml": f'<w:numbering {ROOT}><w:abstractNum w:abstractNumId="0">'
        f"{level(0, 'Article', 'Article %1 –')}{level(1, 'Clause', '%1.%2')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/footnotes.xml": f"<w:footnotes {ROOT}>{notes}</w:footnotes>",
        "word/header.xml": f"<w:hdr {ROOT}>{note}</w:hdr>",
        "word/footer.xml": f"<w:ftr {ROOT}>{note}</w:ftr>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def relationships(kinds: dict[str, str], folder: str) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{folder}{kind}.xml"/>'
        for key, kind in kinds.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def floor(data: bytes) -> None:
    etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/officeDocument.xml"))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    data = contract()
    read = read_docx(data)
    floors, reads = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        floor(data)
        middle = time.perf_counter()
        read_docx(data)
        floors.append(middle - start)
        reads.append(time.perf_counter() - middle)
    words = sum(len(paragraph.text.split()) for paragraph in read.text.paragraphs)
    low, high = statistics.median(floors), statistics.median(reads)
    print(f"{len(read.text.paragraphs)} paragraphs, {words} words")
    print(f"unzip + parse  {low * 1000:6.2f} ms")
    print(f"read_docx      {high * 1000:6.2f} ms")
    print(f"ratio          {high / low:6.2f}  (bound 3.5)")


if __name__ == "__main__":
    main()
