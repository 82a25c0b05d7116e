"""Everything Word shows is read once, nothing Word doesn't show is read, in one contract."""

import io
import re
import zipfile
from collections import Counter

from word import abstract, docx, level, num, paragraph, run, style

from clauselint.model import Part
from clauselint.reading.docx import read_docx


def _field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _box(text: str) -> str:
    return f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"


_ALTERNATE_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:graphic><wps:wsp>'
    f"<wps:txbx>{_box('vu-cadre')}</wps:txbx></wps:wsp></a:graphic></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:shape><v:textbox>{_box('tu-repli')}</v:textbox></v:shape></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
_VML_BOX = (
    f"<w:r><w:pict><v:shape><v:textbox>{_box('vu-cadre-ancien')}</v:textbox></v:shape></w:pict>"
    "</w:r>"
)
_ROW = "<w:tr><w:tc>{0}</w:tc></w:tr>"
_TABLE = (
    "<w:tbl>"
    + _ROW.format(paragraph(run("vu-cellule")))
    + f"<w:sdt><w:sdtContent>{_ROW.format(paragraph(run('vu-ligne-controle')))}</w:sdtContent>"
    + "</w:sdt>"
    + f"<w:tr><w:sdt><w:sdtContent><w:tc>{paragraph(run('vu-cellule-controle'))}</w:tc>"
    "</w:sdtContent></w:sdt></w:tr>"
    + _ROW.format(f"<w:tbl>{_ROW.format(paragraph(run('vu-tableau-imbrique')))}</w:tbl><w:p/>")
    + f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(run('tu-ligne'))}</w:tc></w:tr>"
    + f"<w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph(run('tu-cellule'))}</w:tc></w:tr>"
    + f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph(run('tu-fusion'))}</w:tc></w:tr></w:tbl>"
)
_INLINES = "".join(
    (
        run("vu-simple "),
        f"<w:hyperlink>{run('vu-lien ')}</w:hyperlink>",
        f"<w:ins>{run('vu-insere ')}</w:ins>",
        f"<w:moveTo>{run('vu-arrive ')}</w:moveTo>",
        f"<w:fldSimple w:instr='REF tu-renvoi'>{run('vu-champ-simple ')}</w:fldSimple>",
        _field("REF tu-code", run("vu-champ ")),
        _field("IF tu-si", _field("DATE tu-date", run("vu-champ-imbrique "))),
        f"<w:smartTag>{run('vu-balise ')}</w:smartTag>",
        f"<w:customXml>{run('vu-xml ')}</w:customXml>",
        f"<w:dir>{run('vu-dir ')}</w:dir><w:bdo>{run('vu-bdo ')}</w:bdo>",
        f"<w:sdt><w:sdtContent>{run('vu-controle ')}</w:sdtContent></w:sdt>",
        f"<w:r><w:ruby><w:rubyBase>{run('vu-ruby ')}</w:rubyBase></w:ruby></w:r>",
        "<m:oMath><m:r><m:t>vu-formule </m:t></m:r></m:oMath>",
        "<w:r><w:t>vu</w:t><w:noBreakHyphen/><w:t>insecable</w:t><w:softHyphen/></w:r>",
        "<w:r><w:tab/><w:t>vu-tab</w:t><w:br/><w:t>vu-saut</w:t></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        run("tu-masque", "<w:vanish/>"),
        run("tu-masque-style", '<w:rStyle w:val="Cachette"/>'),
        f"<w:moveFrom>{run('tu-parti')}</w:moveFrom>",
        "<w:del><w:r><w:delText>tu-efface</w:delText></w:r></w:del>",
        "<w:r><w:delText>tu-efface-nu</w:delText></w:r>",
        _ALTERNATE_BOX,
        _VML_BOX,
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>',
        '<w:r><w:commentReference w:id="0"/></w:r>',
    )
)
_SECTION = (
    '<w:sectPr><w:headerReference r:id="header1.xml"/><w:footerReference r:id="footer1.xml"/>'
    "</w:sectPr>"
)
_NOTE = f'<w:footnote w:id="2">{paragraph(run("vu-note"))}</w:footnote>'
_SEPARATOR = f'<w:footnote w:type="separator" w:id="0">{paragraph(run("tu-filet"))}</w:footnote>'
CONTRACT = docx(
    f"""
    @Titre1 vu-titre
    {paragraph(_INLINES)}
    <w:sdt><w:sdtContent>{paragraph(run("vu-bloc-controle"))}</w:sdtContent></w:sdt>
    <w:customXml>{paragraph(run("vu-bloc-xml"))}</w:customXml>
    {_TABLE}
    (1:0) vu-numerote
    (1:1) vu-alinea
    vu-joint¶-
    vu-suite
    {_SECTION}
    """,
    styles=style("Titre1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("Cachette", "cachette", look="<w:vanish/>", kind="character"),
    numbering=abstract(0, level(0, "Article %1 –"), level(1, "%2)", "lowerLetter")) + num(1, 0),
    footnotes=_SEPARATOR + _NOTE,
    endnotes=f'<w:endnote w:id="2">{paragraph(run("vu-note-de-fin"))}</w:endnote>',
    comments=f'<w:comment w:id="0">{paragraph(run("tu-commentaire"))}</w:comment>',
    headers={"header1.xml": "vu-entete", "footer1.xml": "vu-pied", "header2.xml": "tu-entete"},
)
# fmt: off
SHOWN = (
    "vu-titre", "vu-simple", "vu-lien", "vu-insere", "vu-arrive", "vu-champ-simple", "vu-champ",
    "vu-champ-imbrique", "vu-balise", "vu-xml", "vu-dir", "vu-bdo", "vu-controle", "vu-ruby",
    "vu-formule", "vu‑insecable", "vu-tab", "vu-saut☑", "vu-cadre", "vu-cadre-ancien", "vu-note",
    "vu-note-de-fin", "vu-bloc-controle", "vu-bloc-xml", "vu-cellule", "vu-ligne-controle",
    "vu-cellule-controle", "vu-tableau-imbrique", "vu-numerote", "vu-alinea", "vu-jointvu-suite",
    "vu-entete", "vu-pied",
)
# fmt: on


def test_the_audit_holds_enough_markers() -> None:
    assert len(SHOWN) >= 29
    assert len(set(SHOWN)) == len(SHOWN)


def test_it_reads_each_shown_word_once_and_no_other() -> None:
    read = read_docx(CONTRACT)
    words = " ".join(paragraph.text for paragraph in read.text.paragraphs).split()
    assert Counter(words) == Counter(SHOWN)


def test_it_computes_the_labels_of_the_audit() -> None:
    labels = {p.text: p.label for p in read_docx(CONTRACT).text.paragraphs if p.label}
    assert labels == {
        "vu-titre": "Article 1 –",
        "vu-numerote": "Article 2 –",
        "vu-alinea": "a)",
    }


def test_notes_and_boxes_follow_their_paragraph_and_margins_stand_at_the_end() -> None:
    parts = [paragraph.part for paragraph in read_docx(CONTRACT).text.paragraphs]
    assert parts[1:6] == [Part.BODY, Part.TEXTBOX, Part.TEXTBOX, Part.FOOTNOTE, Part.FOOTNOTE]
    assert parts[-2:] == [Part.HEADER, Part.FOOTER]


def test_it_counts_revisions_comments_and_hidden_text() -> None:
    read = read_docx(CONTRACT)
    assert (read.comments, [hidden.text for hidden in read.hidden]) == (
        1,
        ["tu-masque", "tu-masque-style"],
    )
    assert read.revisions == 7  # ins, moveTo, moveFrom, del, row, cell, paragraph mark


def test_the_run_map_leads_each_character_to_its_element() -> None:
    read = read_docx(CONTRACT)
    for shown in read.text.paragraphs:
        end = 0
        for start, stop, element in read.runs(shown.part, shown.number):
            assert start == end
            assert element is None or element.text[: stop - start] == shown.text[start:stop]
            end = stop
        assert end == len(shown.text)


def test_the_audit_hides_enough_markers() -> None:
    packed = zipfile.ZipFile(io.BytesIO(CONTRACT))
    raw = b"".join(packed.read(name) for name in packed.namelist())
    assert len(set(re.findall(rb"tu-[\w-]+", raw))) >= 15
