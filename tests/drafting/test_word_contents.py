"""The table of contents, the properties and the typography of what is written."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from clauselint.drafting import Draft, write
from clauselint.drafting.blocks import Bloc, Run, Section, Style
from clauselint.drafting.word_pdf import PdfRefused, print_pdf
from clauselint.drafting.word_template import W
from clauselint.library import Library
from clauselint.version import VERSION

CONTRACT = "HTP-2026-031-CPS"
PAGE = re.compile(r"PAGEREF (\w+) .*?<w:t>(\d+)<")


def part(contract: Draft, library: Library, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(write(contract, library))) as package:
        return package.read(name).decode()


def paragraph(contract: Draft, library: Library, *runs: Run) -> etree._Element:
    """The XML of one paragraph written in place of the contract."""
    alone = replace(contract, sections=(Section((Bloc(Style.TEXTE, runs),)),), sommaire=False)
    return etree.fromstring(part(alone, library, "word/document.xml").encode())[0][0]


def test_a_long_contract_lists_its_articles_and_their_pages(
    drafts: dict[str, Draft], library: Library
) -> None:
    contract = drafts[CONTRACT]
    xml = part(contract, library, "word/document.xml")
    root = etree.fromstring(xml.encode())
    gallery = next(root.iter(f"{{{W}}}docPartGallery"))
    table = next(gallery.iterancestors(f"{{{W}}}sdt"))
    links = [link.get(f"{{{W}}}anchor") for link in table.iter(f"{{{W}}}hyperlink")]
    bookmarks = {mark.get(f"{{{W}}}name") for mark in root.iter(f"{{{W}}}bookmarkStart")}
    titles = [p for p in contract.text.paragraphs if p.level == 1 and p.label]
    assert len(links) == len(titles) > 30
    assert set(links) <= bookmarks
    pages = [int(page) for _, page in PAGE.findall(xml)]
    assert pages == sorted(pages)
    assert pages[0] == 2


def test_a_short_document_has_no_table_of_contents(
    drafts: dict[str, Draft], library: Library
) -> None:
    contract = replace(drafts[CONTRACT], sommaire=False)
    assert " TOC " not in part(contract, library, "word/document.xml")


def test_fields_that_begin_end(drafts: dict[str, Draft], library: Library) -> None:
    xml = part(drafts[CONTRACT], library, "word/document.xml")
    assert xml.count('"begin"') == xml.count('"separate"') == xml.count('"end"') > 40


def test_an_ordinal_is_raised_and_its_text_unchanged(
    drafts: dict[str, Draft], library: Library
) -> None:
    made = paragraph(drafts[CONTRACT], library, Run("le 1er mars, la 2e fois, réf. A-1e"))
    assert "".join(map(str, made.itertext())) == "le 1er mars, la 2e fois, réf. A-1e"
    raised = [
        "".join(map(str, found.itertext()))
        for found in made.iter(f"{{{W}}}r")
        if found.find(f".//{{{W}}}vertAlign") is not None
    ]
    assert raised == ["er", "e"]


def test_a_value_with_marks_of_xml_and_lines_is_written_whole(
    drafts: dict[str, Draft], library: Library
) -> None:
    made = paragraph(drafts[CONTRACT], library, Run('R&D <phase 1> "A" < B\nsuite\x0b'))
    texts = [found.text for found in made.iter(f"{{{W}}}t")]
    assert texts == ['R&D <phase 1> "A" < B', "suite"]
    assert len(list(made.iter(f"{{{W}}}br"))) == 1


def test_a_control_and_the_package_say_where_the_words_come_from(
    drafts: dict[str, Draft], library: Library
) -> None:
    contract = replace(drafts[CONTRACT], version="3")
    xml = part(contract, library, "word/document.xml")
    assert re.search(rf'w:tag w:val="prix/equilibree/{re.escape(VERSION)}/[0-9a-f]{{12}}"', xml)
    origin = etree.fromstring(part(contract, library, "customXml/clausegen.xml").encode())
    assert origin.get("mission") == "HTP-2026-031"
    assert origin.get("version") == "3"
    assert "customXml/clausegen.xml" in part(contract, library, "word/_rels/document.xml.rels")
    assert "<cp:version>3</cp:version>" in part(contract, library, "docProps/core.xml")


@pytest.mark.parametrize("papier", [True, False])
def test_pages_are_initialled_on_paper_only(
    papier: bool, drafts: dict[str, Draft], library: Library
) -> None:
    contract = replace(drafts[CONTRACT], papier=papier)
    assert ("Paraphes" in part(contract, library, "word/footer1.xml")) is papier


def test_without_libreoffice_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(PdfRefused, match="LibreOffice n’est pas installé"):
        print_pdf([tmp_path / "contrat.docx"])


@pytest.mark.libreoffice
@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice ou pdftotext n’est pas installé",
)
def test_the_printed_table_of_contents_gives_the_true_pages(
    drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    contract = drafts[CONTRACT]
    path = tmp_path / "contrat.docx"
    path.write_bytes(write(contract, library))
    (printed,) = print_pdf([path])
    command = ["pdftotext", "-layout", str(printed), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    pages = [" ".join(page.split()) for page in text.rstrip("\f").split("\f")]
    listed = re.findall(r"(Article \d+\.) [^.]*?\.{4,} ?(\d+)", pages[0])
    assert len(listed) > 30
    for label, page in listed:
        assert label in pages[int(page) - 1]
    remembered = PAGE.findall(part(contract, library, "word/document.xml"))
    pairs = zip(listed, remembered, strict=False)  # annexes follow the articles
    assert all(abs(int(true) - int(guess)) <= 1 for (_, true), (_, guess) in pairs)
