"""Files that are no readable contract: each says in French what it is and what to do."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word import NAMESPACES, archive, body, docx, relationships

from clauselint.reading.docx import UnreadableDocument, package, read_docx
from clauselint.reading.docx.package import Package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
CONTRACT = docx(
    "@Titre1 Objet\n(1:0) Le prix est de 600 €.\n| a | b",
    styles="<w:style/>",
    comments="<w:comment/>",
)


def refusal(source: bytes | Path) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_docx(source)
    return caught.value.message


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(64)


def without(part: str) -> bytes:
    packed = zipfile.ZipFile(io.BytesIO(CONTRACT))
    return archive({name: packed.read(name) for name in packed.namelist() if name != part})


def with_part(part: str, content: str | bytes) -> bytes:
    packed = zipfile.ZipFile(io.BytesIO(CONTRACT))
    parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    return archive(parts | {part: content})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Le fichier est vide (0 octet)"),
        (b"%PDF-1.7 \xe2\xe3\xcf\xd3 1 0 obj", "fichier PDF"),
        (stream("WordDocument"), "ancien format .doc"),
        (stream("EncryptedPackage"), "protégé par un mot de passe"),
        (stream("Workbook"), "ancien logiciel Office"),
        (b"{\\rtf1\\ansi Contrat}", "document RTF"),
        (b"<!DOCTYPE html><html><body>Contrat</body></html>", "page HTML"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>',
            "enregistré en XML",
        ),
        ("Contrat de travail à durée déterminée".encode(), "texte simple"),
        ("Contrat".encode("utf-16"), "texte simple"),
        (bytes(range(256)), "n’est pas un document Word .docx"),
        (CONTRACT[: len(CONTRACT) // 2], "incomplet ou abîmé"),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument (.odt)"),
        (archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "pas un texte"),
        (archive({"xl/workbook.xml": "<a/>"}), "classeur Excel"),
        (archive({"ppt/presentation.xml": "<a/>"}), "présentation PowerPoint"),
        (archive({"contrat.docx": CONTRACT}), "archive zip"),
        (archive({"[Content_Types].xml": "<Types/>"}), "sans document principal"),
        (without("word/document.xml"), "archive zip"),
        (
            with_part("word/document.xml", "<w:document"),
            "« word/document.xml » ne peut pas être lue",
        ),
        (with_part("word/styles.xml", "<w:styles>"), "« word/styles.xml » ne peut pas être lue"),
        (with_part("word/comments.xml", ""), "« word/comments.xml » ne peut pas être lue"),
        (with_part("word/document.xml", "<html/>"), "n’est pas un document Word"),
        (docx(""), "ne contient aucun texte visible"),
        (docx("[-Tout est supprimé-]\n{et masqué}"), "ne contient aucun texte visible"),
    ],
)
def test_it_says_what_the_file_is(data: bytes, said: str) -> None:
    message = refusal(data)
    assert said in message
    assert message.endswith(".")


def test_a_document_whose_only_text_is_in_its_margins_is_empty() -> None:
    section = '<w:sectPr><w:footerReference r:id="footer1.xml"/></w:sectPr>'
    assert "aucun texte" in refusal(docx(section, headers={"footer1.xml": "Page 1"}))


def test_a_missing_file_a_folder_and_a_closed_file_are_told_apart(tmp_path: Path) -> None:
    assert "n’existe pas" in refusal(tmp_path / "absent.docx")
    assert "C’est un dossier" in refusal(tmp_path)


def test_the_error_names_the_file_as_the_user_did(tmp_path: Path) -> None:
    path = tmp_path / "bail.docx"
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(UnreadableDocument) as caught:
        read_docx(path)
    assert caught.value.path == str(path)
    assert str(caught.value) == f"{path} : {caught.value.message}"


def test_it_refuses_document_type_declarations() -> None:
    entity = '<!DOCTYPE w:document [<!ENTITY a "aaaa">]>'
    document = f"{entity}<w:document {NAMESPACES}><w:body><w:p/></w:body></w:document>"
    assert "DOCTYPE" in refusal(with_part("word/document.xml", document))


def test_it_refuses_parts_that_unpack_to_more_than_a_contract(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(package, "PART_BYTES", 2000)
    assert "trop volumineux" in refusal(docx("mot " * 1000))


def test_it_refuses_a_total_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "TOTAL_BYTES", 2000)
    assert "trop volumineux" in refusal(docx("mot " * 300))


def test_it_refuses_parts_compressed_like_a_bomb() -> None:
    blank = " " * (5 * 2**20)
    document = f"<w:document {NAMESPACES}><w:body><w:p/>{blank}</w:body></w:document>"
    assert "anormalement compressée" in refusal(with_part("word/document.xml", document))


def test_it_refuses_archives_of_thousands_of_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PARTS", 3)
    assert "parties" in refusal(CONTRACT)


def test_it_refuses_an_archive_with_a_password() -> None:
    locked = bytearray(CONTRACT)
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(header)
        while at >= 0:
            locked[at + flags] |= 1
            at = locked.find(header, at + 1)
    assert "mot de passe" in refusal(bytes(locked))


@pytest.mark.parametrize("tag", ["w:customXml", "w:sdt><w:sdtContent"])
def test_deep_nesting_is_read_or_refused(tag: str) -> None:
    closing = "".join(f"</{part}>" for part in reversed(tag.split("><")))
    inside = f"<{tag}>" * 5000 + "<w:p/>" + closing * 5000
    assert refusal(docx(inside))


def test_part_names_come_from_relationships() -> None:
    read = read_docx(docx("Un", folder="texte/", main="contrat principal.xml", styles="<w:style/>"))
    assert [p.text for p in read.text.paragraphs] == ["Un"]


def test_part_names_may_be_escaped_absolute_or_in_another_case() -> None:
    data = {
        "_rels/.rels": relationships([("/Word/mon%20texte.xml", "officeDocument")]),
        "word/Mon texte.xml": f"<w:document {NAMESPACES}><w:body>{body('Un')}</w:body>"
        "</w:document>",
    }
    assert Package(archive(data), "x").main == "Word/mon texte.xml"
    assert len(read_docx(archive(data)).text.paragraphs) == 1


def test_it_reads_strict_documents() -> None:
    packed = zipfile.ZipFile(io.BytesIO(docx("@T Un", styles="<w:style/>")))
    strict = {
        name: packed.read(name)
        .replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name in packed.namelist()
    }
    assert [p.text for p in read_docx(archive(strict)).text.paragraphs] == ["Un"]


def test_it_reads_parts_in_another_encoding() -> None:
    document = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>Été</w:t></w:r></w:p></w:body>"
    xml = f'<?xml version="1.0" encoding="UTF-16"?>{document}</w:document>'.encode("utf-16")
    read = read_docx(with_part("word/document.xml", xml))
    assert [p.text for p in read.text.paragraphs] == ["Été"]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(CONTRACT)), st.integers(0, 255), st.booleans())
def test_damaged_bytes_never_crash(position: int, byte: int, cut: bool) -> None:
    damaged = CONTRACT[:position] + (b"" if cut else bytes([byte]) + CONTRACT[position + 1 :])
    try:
        read_docx(damaged)
    except UnreadableDocument as error:
        assert error.message.endswith(".")  # noqa: PT017 - either outcome is right


_TAGS = [
    "p",
    "r",
    "t",
    "pPr",
    "rPr",
    "numPr",
    "numId",
    "ilvl",
    "fldChar",
    "ins",
    "del",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "vMerge",
    "sdt",
    "sdtContent",
]


@st.composite
def _trees(draw: st.DrawFn) -> str:
    xml, opened = "", []
    for step in draw(st.lists(st.sampled_from([*_TAGS, "", "", "mot"]), max_size=60)):
        if step == "mot":
            xml += "mot"
        elif step:
            value = draw(st.sampled_from(["begin", "end", "0", "1", "-1", "x"]))
            xml += f'<w:{step} w:val="{value}" w:fldCharType="{value}">'
            opened.append(step)
        elif opened:
            xml += f"</w:{opened.pop()}>"
    return xml + "".join(f"</w:{tag}>" for tag in reversed(opened))


@settings(max_examples=150, deadline=None)
@given(_trees(), _trees())
def test_elements_in_any_order_never_crash(first: str, second: str) -> None:
    document = f"<w:p><w:r><w:t>Un</w:t></w:r></w:p><w:p>{first}</w:p>{second}"
    packed = with_part(
        "word/document.xml", f"<w:document {NAMESPACES}><w:body>{document}</w:body></w:document>"
    )
    read = read_docx(packed)
    assert any("Un" in paragraph.text for paragraph in read.text.paragraphs)
