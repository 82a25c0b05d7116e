import io
import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from msgspec.structs import replace

from clauselint.drafting import Draft, draft, write
from clauselint.drafting.blocks import Style
from clauselint.drafting.word_template import W
from clauselint.library import Library, LibraryError
from clauselint.library.mission_model import Mission
from clauselint.model import Part
from clauselint.reading.docx import read_docx

REFERENCES = ["HTP-2026-031-CDD", "HTP-2026-031-CPS", "HTP-2026-044-CDI", "HTP-2026-044-CPS"]


def body(contract: Draft, library: Library) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(write(contract, library))) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def own_template(library: Library, tmp_path: Path, *changes: tuple[str, str, str]) -> Library:
    """The library with a CDD template whose parts have words replaced."""
    folder = tmp_path / "templates" / "cdd"
    folder.mkdir(parents=True)
    standard = library.file("templates", "cdd", "modele.docx")
    assert standard is not None
    with (
        zipfile.ZipFile(standard) as source,
        zipfile.ZipFile(folder / "modele.docx", "w") as target,
    ):
        for name in source.namelist():
            content = source.read(name).decode() if name.endswith(".xml") else source.read(name)
            for part, old, new in changes:
                if part == name:
                    assert isinstance(content, str)
                    assert old in content
                    content = content.replace(old, new)
            target.writestr(name, content)
    return replace(library, roots=(*library.roots, tmp_path))


@pytest.mark.parametrize("reference", REFERENCES)
def test_the_reader_finds_in_the_file_the_text_of_the_draft(
    reference: str, drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "contrat.docx"
    path.write_bytes(write(drafts[reference], library))
    read = [
        replace(p, number=0)  # the table of contents, which repeats titles, has some
        for p in read_docx(path).text.paragraphs
        if p.part is Part.BODY and p.text and not p.toc
    ]
    drafted = [replace(p, number=0, origins=()) for p in drafts[reference].text.paragraphs]
    assert read == drafted


def test_the_same_draft_gives_the_same_bytes(drafts: dict[str, Draft], library: Library) -> None:
    contract = drafts["HTP-2026-031-CDD"]
    assert write(contract, library) == write(contract, library)


def test_the_bytes_tell_neither_the_time_nor_a_revision(
    drafts: dict[str, Draft], library: Library
) -> None:
    content = write(drafts["HTP-2026-031-CDD"], library)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = package.namelist()
        assert names[0] == "[Content_Types].xml"
        assert names[1:] == sorted(names[1:])
        assert b"rsid" not in package.read("word/document.xml")


def test_python_docx_opens_the_contract_and_its_properties(
    drafts: dict[str, Draft], library: Library
) -> None:
    document = Document(io.BytesIO(write(drafts["HTP-2026-044-CDI"], library)))
    properties = document.core_properties
    assert properties.title == "Contrat de travail en portage salarial à durée indéterminée"
    assert properties.author == "Hauterive Portage"
    assert properties.subject == "HTP-2026-044-CDI"
    assert properties.language == "fr-FR"
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2026-03-20"


def test_the_header_bears_the_reference_and_the_footer_the_pages(
    drafts: dict[str, Draft], library: Library
) -> None:
    document = Document(io.BytesIO(write(drafts["HTP-2026-031-CDD"], library)))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Hauterive Portage\tRéf. HTP-2026-031-CDD – v1"
    footer = etree.tostring(section.footer.paragraphs[0]._p).decode()
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


def test_no_number_is_typed(drafts: dict[str, Draft], library: Library) -> None:
    paragraphs = body(drafts["HTP-2026-031-CDD"], library).iter(f"{{{W}}}p")
    shown = ["".join(p.itertext(f"{{{W}}}t")) for p in paragraphs]
    assert not [text for text in shown if text.startswith(("Article ", "– ", "1."))]


def test_a_cross_reference_is_a_field_to_a_bookmark_of_a_heading(
    drafts: dict[str, Draft], library: Library
) -> None:
    found = body(drafts["HTP-2026-031-CDD"], library)
    bookmarks = {mark.get(f"{{{W}}}name") for mark in found.iter(f"{{{W}}}bookmarkStart")}
    fields = [text.text.split() for text in found.iter(f"{{{W}}}instrText")]
    references = [field for field in fields if field[0] == "REF"]
    assert references
    assert all(field[1] in bookmarks for field in references)


def test_each_clause_stands_in_a_control_that_names_it(
    drafts: dict[str, Draft], library: Library
) -> None:
    tags = [
        tag.get(f"{{{W}}}val", "")
        for tag in body(drafts["HTP-2026-031-CDD"], library).iter(f"{{{W}}}tag")
    ]
    assert tags[0].startswith("objet/equilibree/")
    assert all(len(tag) <= 64 for tag in tags)


def test_signatures_keep_together_and_with_the_last_article(
    drafts: dict[str, Draft], library: Library
) -> None:
    found = body(drafts["HTP-2026-031-CDD"], library)
    table = found.findall(f"{{{W}}}tbl")[-1]
    assert table.find(f".//{{{W}}}cantSplit") is not None
    control = table.getprevious().getprevious()  # « Fait à… », then the last article
    kept = [p.find(f"{{{W}}}pPr/{{{W}}}keepNext") is not None for p in control.iter(f"{{{W}}}p")]
    assert all(kept)


def test_a_value_special_to_xml_is_written_verbatim_in_the_header(
    cdd: Mission, library: Library
) -> None:
    odd = "R&D <phase 1> A < B"
    contract = draft(cdd.model_copy(update={"reference": odd}), library)[0]
    document = Document(io.BytesIO(write(contract, library)))
    assert document.sections[0].header.paragraphs[0].text.endswith(f"Réf. {odd}-CDD – v1")
    assert document.core_properties.subject == f"{odd}-CDD"
    assert contract.text.name == "R&D-phase-1-A-B-CDD.docx"


def test_a_tag_of_the_template_that_names_nothing_is_an_error(
    drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    own = own_template(
        library, tmp_path, ("word/header1.xml", "{{ reference }}", "{{ referense }}")
    )
    with pytest.raises(LibraryError) as caught:
        write(drafts["HTP-2026-031-CDD"], own)
    assert "balise « {{ referense }} » : « referense » ne désigne rien" in str(caught.value)
    assert "Vouliez-vous dire « reference » ?" in str(caught.value)


@pytest.mark.parametrize("tag", ["{{ reference", "{{ cycler.__init__ }}", "{% if reference %}"])
def test_a_tag_of_the_template_that_is_unclosed_or_runs_code_is_an_error(
    tag: str, drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    own = own_template(library, tmp_path, ("word/header1.xml", "{{ reference }}", tag))
    with pytest.raises(LibraryError):
        write(drafts["HTP-2026-031-CDD"], own)


def test_a_template_without_a_style_says_which(
    drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    own = own_template(library, tmp_path, ("word/styles.xml", '"Alinéa seul"', '"Autre"'))
    with pytest.raises(LibraryError, match="n’a pas le style « Alinéa seul »"):
        write(drafts["HTP-2026-031-CDD"], own)


def test_the_templates_have_every_style(library: Library) -> None:
    for name in ("cdd", "cdi", "prestation"):
        path = library.file("templates", name, "modele.docx")
        assert path is not None
        names = {style.name.lower() for style in Document(str(path)).styles}
        assert {style.value.lower() for style in Style} <= names


@pytest.mark.libreoffice
def test_libreoffice_opens_the_contract(
    drafts: dict[str, Draft], library: Library, tmp_path: Path
) -> None:
    import subprocess  # noqa: PLC0415

    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice n’est pas installé")
    path = tmp_path / "contrat.docx"
    path.write_bytes(write(drafts["HTP-2026-031-CPS"], library))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        str(tmp_path),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shown = (tmp_path / "contrat.txt").read_text(encoding="utf-8-sig")
    assert "Article\u202f12. Prix de la Prestation" in shown
    assert "désignée à l’Article\u202f3" in shown
