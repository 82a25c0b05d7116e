"""A firm's own Word template: its fonts, its logo, its numbering, its style names, its mistakes."""

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from lxml import etree
from msgspec.structs import replace

from clauselint.drafting import Draft, write
from clauselint.drafting.word_template import W
from clauselint.library import Library, LibraryError
from clauselint.model import Part
from clauselint.reading.docx import read_docx

CONTRACT = "HTP-2026-031-CPS"


def picture() -> bytes:
    """A PNG of one grey point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        sealed = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + sealed

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    packed = zlib.compress(b"\x00\x80")
    chunks = (chunk(b"IHDR", header), chunk(b"IDAT", packed), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def with_template(library: Library, folder: Path, content: bytes) -> Library:
    """The library with `content` as the Word template of the service contract."""
    target = folder / "templates" / "prestation" / "modele.docx"
    target.parent.mkdir(parents=True)
    target.write_bytes(content)
    return replace(library, roots=(*library.roots, folder))


def standard(library: Library) -> Path:
    path = library.file("templates", "prestation", "modele.docx")
    assert path is not None
    return path


def with_header(library: Library, folder: Path, xml: str) -> Library:
    """The library with `xml` as the runs of the first paragraph of the header."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(standard(library)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/header1.xml":
                made = re.sub(rb"(</w:pPr>).*?(</w:p>)", rb"\1@\2", content, flags=re.DOTALL)
                content = made.replace(b"@", xml.encode())
            target.writestr(name, content)
    return with_template(library, folder, buffer.getvalue())


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def header_of(content: bytes) -> str:
    return str(Document(io.BytesIO(content)).sections[0].header.paragraphs[0].text)


def branded(library: Library) -> bytes:
    """The standard template as a firm would have made it in Word."""
    word = Document(str(standard(library)))
    word.styles["Normal"].font.name = "Garamond"
    word.styles["Alinéa"].element.find(f"{{{W}}}name").set(f"{{{W}}}val", "Corps numéroté")
    alias = word.styles["Corps numéroté"].element.makeelement(f"{{{W}}}aliases", {})
    alias.set(f"{{{W}}}val", "Alinéa")
    word.styles["Corps numéroté"].element.insert(1, alias)
    logo = word.sections[0].header.paragraphs[0].insert_paragraph_before()
    logo.add_run().add_picture(io.BytesIO(picture()), width=Cm(2))
    levels = word.part.numbering_part.element.findall(f".//{{{W}}}lvl")
    for level, (shown, kind) in zip(
        levels, (("%1.", "upperRoman"), ("%2.", "upperLetter")), strict=False
    ):
        level.find(f"{{{W}}}lvlText").set(f"{{{W}}}val", shown)
        level.find(f"{{{W}}}numFmt").set(f"{{{W}}}val", kind)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def test_a_firm_keeps_its_fonts_its_logo_and_its_style_names(
    drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    own = with_template(library, tmp_path, branded(library))
    word = Document(io.BytesIO(write(drafts[CONTRACT], own)))
    assert word.styles["Normal"].font.name == "Garamond"
    related = word.sections[0].header.part.rels.values()
    assert any("image" in relation.reltype for relation in related)
    assert "Corps numéroté" in {
        str(getattr(paragraph.style, "name", "")) for paragraph in _all_paragraphs(word)
    }


def _all_paragraphs(word: WordDocument) -> list[Paragraph]:
    """With those in content controls, which python-docx leaves out."""

    return [Paragraph(found, word._body) for found in word.element.body.iter(f"{{{W}}}p")]


def test_a_firm_numbers_articles_its_own_way_and_references_follow(
    drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    own = with_template(library, tmp_path, branded(library))
    path = tmp_path / "contrat.docx"
    path.write_bytes(write(drafts[CONTRACT], own))
    read = read_docx(path).text.paragraphs
    labels = [p.label for p in read if p.level == 1 and p.part is Part.BODY and p.label]
    assert labels[:4] == ["I.", "II.", "III.", "IV."]
    assert any("à l’Article\u00a0III" in p.text for p in read)
    assert next(p.text for p in read if p.toc and "Objet" in p.text).startswith("I. Objet")


def test_a_tag_cut_over_runs_controls_and_revisions_is_filled(
    drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    revision = f'<w:ins w:id="1" w:author="X">{run("erence }")}</w:ins>'
    control = f"<w:sdt><w:sdtContent>{run('{ ref')}</w:sdtContent></w:sdt>"
    cut = run("Dossier {") + control + revision + run("} suivi")
    own = with_header(library, tmp_path, cut)
    with zipfile.ZipFile(io.BytesIO(write(drafts[CONTRACT], own))) as package:
        shown = "".join(map(str, etree.fromstring(package.read("word/header1.xml")).itertext()))
    assert shown == f"Dossier {CONTRACT} suivi"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("{% if paraphes %}papier{% else %}écran{% endif %}", "papier"),
        ("{% if not paraphes %}écran{% endif %}{{ entreprise }}", "Hauterive Portage"),
        ("{{\u00a0version\u00a0}} du {{ date }}", "1 du 2 mars 2026"),
    ],
)
def test_a_header_prints_values_and_chooses_words(
    typed: str, shown: str, drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    own = with_header(library, tmp_path, run(typed))
    found = replace(drafts[CONTRACT], papier=True, date="2026-03-02")
    assert header_of(write(found, own)) == shown


@pytest.mark.parametrize(
    ("typed", "tag", "wrong"),
    [
        ("Réf {{ referance }}", "{{ referance }}", "« referance » ne désigne rien"),
        ("Réf {{ reference", "{{ reference", "jamais fermée"),
        ("Réf reference }}", "Réf reference }}", "sans avoir été ouverte"),
        ("{% if paraphes %}ici", "{% if … %}", "n’a pas son « {% endif %} »"),
        ("ici{% endif %}", "{% endif %}", "aucun « {% if … %} »"),
        ("{{ client[’nom’] }}", "{{ client[’nom’] }}", "les apostrophes n’y ont pas place"),
        ("{{ titre.__class__ }}", "{{ titre.__class__ }}", "rien ne s’y calcule"),
        ("{% for x in titre %}", "{% for x in titre %}", "n’admet que"),
    ],
)
def test_a_tag_misused_is_told_with_its_file_paragraph_and_fault(  # noqa: PLR0917
    typed: str, tag: str, wrong: str, drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    middle = len(typed) // 2  # cut, as Word cuts it
    own = with_header(library, tmp_path, run(typed[:middle]) + run(typed[middle:]))
    with pytest.raises(LibraryError) as caught:
        write(drafts[CONTRACT], own)
    told = str(caught.value)
    assert str(tmp_path / "templates" / "prestation" / "modele.docx") in told
    assert f"paragraphe « {typed} »" in told
    assert f"balise « {tag} »" in told
    assert wrong in told


def test_a_file_that_is_no_word_document_says_so(
    drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    own = with_template(library, tmp_path, b"Bonjour")
    with pytest.raises(LibraryError, match="n’est pas un modèle Word lisible"):
        write(drafts[CONTRACT], own)
