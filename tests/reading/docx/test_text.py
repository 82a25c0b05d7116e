"""The text of paragraphs: characters, revisions, hidden text, fields."""

import hashlib
from pathlib import Path

import pytest
from word import docx, paragraph, run, style

from clauselint.model import Cell, Part, Place
from clauselint.reading.docx import HiddenText, WordContract, read_docx


def texts(notation: str, **parts: str) -> list[str]:
    read = read_docx(docx(notation, **parts))
    return [p.text for p in read.text.paragraphs if p.part is Part.BODY]


def test_it_keeps_empty_paragraphs_so_that_numbers_are_stable() -> None:
    read = read_docx(docx("Un\n<w:p/>\nDeux"))
    assert [(p.number, p.text) for p in read.text.paragraphs] == [(0, "Un"), (1, ""), (2, "Deux")]


def test_it_names_and_hashes_the_file(tmp_path: Path) -> None:
    data = docx("Un")
    (tmp_path / "contrat é.docx").write_bytes(data)
    text = read_docx(tmp_path / "contrat é.docx").text
    assert (text.name, text.sha256) == ("contrat é.docx", hashlib.sha256(data).hexdigest())
    assert read_docx(data, "autre.docx").text.name == "autre.docx"


def test_it_shows_insertions_and_no_deletions() -> None:
    assert texts("Payable à [-30-][+45+] jours.") == ["Payable à 45 jours."]


def test_it_counts_revisions_once_each() -> None:
    assert read_docx(docx("Payable à [-30-][+45+] jours.¶-\nSuite")).revisions == 3
    assert read_docx(docx("Payable.")).revisions == 0


def test_a_deleted_mark_joins_the_next_paragraph_which_gives_its_style() -> None:
    read = read_docx(docx("@A Un¶-\n@B Deux", styles=style("A", "un") + style("B", "deux")))
    assert [(p.text, p.style) for p in read.text.paragraphs] == [("UnDeux", "deux")]


def test_a_deleted_mark_at_the_end_of_a_cell_joins_nothing() -> None:
    assert texts("| Un¶- | Deux\nTrois") == ["Un", "Deux", "Trois"]


def test_a_wholly_deleted_paragraph_is_not_there() -> None:
    assert texts("Un\n[-Deux-]¶-\nTrois") == ["Un", "Trois"]


def test_it_sets_hidden_text_apart_with_its_place() -> None:
    read = read_docx(docx("Un\nPrix{ plancher} ferme"))
    assert read.text.paragraphs[1].text == "Prix ferme"
    assert read.hidden == (HiddenText(Part.BODY, 1, 4, " plancher"),)


@pytest.mark.parametrize(
    ("look", "styles", "shown"),
    [
        ('<w:rStyle w:val="C"/>', style("C", "c", look="<w:vanish/>", kind="character"), ""),
        (
            '<w:rStyle w:val="D"/>',
            style("C", "c", look="<w:vanish/>", kind="character")
            + style("D", "d", based_on="C", kind="character"),
            "",
        ),
        (
            '<w:rStyle w:val="D"/>',
            style("C", "c", look="<w:vanish/>", kind="character")
            + style("D", "d", look='<w:vanish w:val="0"/>', based_on="C", kind="character"),
            "secret",
        ),
        ('<w:vanish w:val="false"/>', "<w:style/>", "secret"),
        ("<w:vanish/>", "<w:style/>", ""),
    ],
)
def test_hidden_text_may_come_from_a_style(look: str, styles: str, shown: str) -> None:
    assert texts(f"Un\n{paragraph(run('secret', look))}", styles=styles) == ["Un", shown]


def test_a_hidden_paragraph_style_hides_the_whole_paragraph() -> None:
    styles = style("H", "h", look="<w:vanish/>")
    assert texts("Un\n@H Deux\nTrois", styles=styles) == ["Un", "Trois"]


def test_a_style_separator_keeps_its_two_paragraphs_apart() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert texts(f"{paragraph(run('Objet.'), mark)}\nLe contrat porte…") == [
        "Objet.",
        "Le contrat porte…",
    ]


def test_it_keeps_tabs_breaks_and_french_spaces() -> None:
    assert texts("Prix→600\u202f€\u00a0HT↵net") == ["Prix\t600\u202f€\u00a0HT\nnet"]


def test_a_page_break_before_any_text_is_no_line_of_the_paragraph() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert texts(paragraph(page + run("Article 5"))) == ["Article 5"]
    assert texts(paragraph(run("Fin") + page + run("Suite"))) == ["Fin\nSuite"]


def test_it_trims_a_text_that_does_not_ask_to_keep_its_spaces() -> None:
    xml = '<w:r><w:t> un </w:t><w:t xml:space="preserve"> deux&#10;</w:t></w:r>'
    assert texts(paragraph(xml)) == ["un deux "]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "00A8", "☐"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F061", "α"),
        ("Wingdings 2", "F052", "☑"),
        ("Times New Roman", "20AC", "€"),
        ("Symbol", "D800", "\ufffd"),
        ("Symbol", "zz", ""),
    ],
)
def test_it_reads_symbols_by_their_font(font: str, code: str, shown: str) -> None:
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert texts(paragraph(run("n") + symbol)) == ["n" + shown]


def test_capitals_by_formatting_are_shown_and_keep_the_length() -> None:
    read = read_docx(docx(paragraph(run("Prix de la Straße", "<w:caps/>"))))
    assert read.text.paragraphs[0].text == "PRIX DE LA STRAßE"
    assert read.text.paragraphs[0].caps


_BEGIN, _SEPARATE, _END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
_CODE = "<w:r><w:instrText> REF objet </w:instrText></w:r>"


def test_a_field_shows_its_result_over_several_paragraphs() -> None:
    first = paragraph(run("a") + _BEGIN + _CODE + run("code") + _SEPARATE + run("b"))
    assert texts(f"{first}\n{paragraph(run('c') + _END + run('d'))}") == ["ab", "cd"]


def test_a_field_without_an_end_hides_nothing() -> None:
    assert texts(f"{paragraph(run('a') + _BEGIN + _CODE + run('b'))}\nReste") == ["ab", "Reste"]


def test_a_stray_field_end_is_harmless() -> None:
    assert texts(paragraph(_END + _SEPARATE + run("a"))) == ["a"]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒ oui"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒ oui"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐ oui"),
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="non"/><w:listEntry w:val="si"/>'
            "</w:ddList>",
            "si oui",
        ),
    ],
)
def test_an_old_form_field_shows_its_state(data: str, shown: str) -> None:
    field = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    assert texts(paragraph(field + _CODE + _END + run(" oui"))) == [shown]


def test_it_flags_the_lines_of_a_table_of_contents() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt>{gallery}</w:sdtPr><w:sdtContent>{paragraph(run('Sommaire'))}"
    field = _BEGIN + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" + _SEPARATE + run("Objet 1")
    read = read_docx(
        docx(
            f"""
            {control}</w:sdtContent></w:sdt>
            @Sommaire1 Article 1→3
            {paragraph(field)}
            {paragraph(_END + run("Suite"))}
            Objet
            """,
            styles=style("Sommaire1", "toc 1"),
        )
    )
    assert [p.toc for p in read.text.paragraphs] == [True, True, True, False, False]


def test_text_boxes_are_found_in_groups_and_in_boxes() -> None:
    inner = f"<w:txbxContent>{paragraph(run('dedans'))}</w:txbxContent>"
    outer = paragraph(run("dehors") + f"<w:r><w:pict>{inner}</w:pict></w:r>")
    box = f"<w:r><w:drawing><a:g><w:txbxContent>{outer}</w:txbxContent></a:g></w:drawing></w:r>"
    read = read_docx(docx(f"{paragraph(run('a') + box)}\nb"))
    assert [(p.part.value, p.number, p.text) for p in read.text.paragraphs] == [
        ("body", 0, "a"),
        ("textbox", 0, "dehors"),
        ("textbox", 1, "dedans"),
        ("body", 1, "b"),
    ]


def test_a_note_that_calls_itself_is_shown_once() -> None:
    note = paragraph(run("note") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    read = read_docx(docx("Un^1", footnotes=f'<w:footnote w:id="1">{note}</w:footnote>'))
    assert [p.text for p in read.text.paragraphs] == ["Un", "note"]


def test_a_note_called_in_deleted_text_is_not_shown() -> None:
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph(run("note"))}</w:footnote>'
    read = read_docx(docx(paragraph(run("Un") + f"<w:del>{call}</w:del>"), footnotes=note))
    assert [p.text for p in read.text.paragraphs] == ["Un"]


def test_it_shows_the_headers_that_sections_turn_on_once_each() -> None:
    def section(names: str, more: str = "") -> str:
        references = "".join(
            f'<w:headerReference w:type="{kind}" r:id="header{number}.xml"/>'
            for kind, number in (pair.split("=") for pair in names.split())
        )
        return f"<w:sectPr>{references}{more}</w:sectPr>"

    read = read_docx(
        docx(
            f"""
            {paragraph(run("Un"), section("default=1 first=2 even=3"))}
            Deux
            {section("default=4", "<w:titlePg/>")}
            """,
            headers={f"header{number}.xml": f"entête {number}" for number in range(1, 6)},
        )
    )
    margins = [p.text for p in read.text.paragraphs if p.part is Part.HEADER]
    assert margins == ["entête 1", "entête 4", "entête 2"]


def test_even_page_headers_need_the_setting_of_the_document() -> None:
    reference = '<w:headerReference w:type="even" r:id="header1.xml"/>'
    read = read_docx(
        docx(
            f"Un\n<w:sectPr>{reference}</w:sectPr>",
            settings="<w:evenAndOddHeaders/>",
            headers={"header1.xml": "pair"},
        )
    )
    assert [p.text for p in read.text.paragraphs] == ["Un", "pair"]


def test_it_tells_the_page_where_word_last_laid_a_place_out() -> None:
    page = "<w:r><w:lastRenderedPageBreak/></w:r>"
    split_row = f"<w:tc>{paragraph(run('c') + page)}</w:tc>" * 2
    read = read_docx(
        docx(
            f"""
            {paragraph(run("ab") + page + run("cd"))}
            <w:tbl><w:tr>{split_row}</w:tr></w:tbl>
            Fin
            """
        )
    )

    def page_of(number: int, start: int) -> int | None:
        return read.page(Place(Part.BODY, number, start, start + 1))

    assert [page_of(0, 1), page_of(0, 2), page_of(1, 0), page_of(3, 0)] == [1, 2, 2, 3]
    assert read_docx(docx("Un")).page(Place(Part.BODY, 0, 0, 1)) is None


def test_it_asks_the_run_map_for_known_paragraphs_only() -> None:
    read: WordContract = read_docx(docx("Un"))
    with pytest.raises(KeyError):
        read.runs(Part.FOOTNOTE, 0)


def test_a_formula_leaves_out_its_deleted_terms() -> None:
    formula = "<m:oMath><m:r><m:t>a</m:t></m:r><w:del><m:r><m:t>b</m:t></m:r></w:del></m:oMath>"
    assert texts(paragraph(formula)) == ["a"]


def test_a_story_read_again_shows_its_notes_headers_and_table_numbers_once() -> None:
    notes = f'<w:footnote w:id="1">{paragraph(run("note"))}</w:footnote>'
    section = '<w:sectPr><w:headerReference r:id="header1.xml"/></w:sectPr>'
    read = read_docx(
        docx(
            f"| a\nb^1\n{section}\n{paragraph(_BEGIN + _CODE + run('c'))}",
            footnotes=notes,
            headers={"header1.xml": "entête"},
        )
    )
    assert [p.text for p in read.text.paragraphs] == ["a", "b", "note", "c", "entête"]
    assert read.text.paragraphs[0].cell == Cell(0, 0, 0)


def test_white_text_is_read_as_any_other() -> None:
    white = run("Sans préavis.", '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>')
    assert texts(f"Un\n{paragraph(white)}") == ["Un", "Sans préavis."]


def test_a_diagram_shows_no_text_and_hides_none_around_it() -> None:
    data = '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
    diagram = f"<w:r><w:drawing><a:graphic>{data}</a:graphic></w:drawing></w:r>"
    assert texts(f"{paragraph(run('Avant ') + diagram + run('après'))}\nFin") == [
        "Avant après",
        "Fin",
    ]
