"""Labels of automatic numbering, as Word prints them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word import abstract, docx, level, num, style

from clauselint.reading.docx import read_docx
from clauselint.reading.docx.number_formats import print_number


def labels(notation: str, numbering: str, styles: str = "") -> list[str]:
    read = read_docx(docx(notation, numbering=numbering, styles=styles))
    return [paragraph.label for paragraph in read.text.paragraphs]


def override(depth: int, content: str) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}">{content}</w:lvlOverride>'


LEGAL = abstract(
    0, level(0, "Article %1 –"), level(1, "%1.%2"), level(2, "%3)", "lowerLetter")
) + num(1, 0)


def test_it_counts_levels_and_restarts_them_under_a_new_parent() -> None:
    text = "(1:0) a\n(1:1) b\n(1:2) c\n(1:2) d\n(1:1) e\n(1:2) f\n(1:0) g\n(1:1) h"
    expected = ["Article 1 –", "1.1", "a)", "b)", "1.2", "a)", "Article 2 –", "2.1"]
    assert labels(text, LEGAL) == expected


def test_it_gives_the_depth_of_lists_and_none_outside() -> None:
    found = read_docx(docx("(1:1) a\nb", numbering=LEGAL)).text.paragraphs
    assert [p.list_level for p in found] == [1, None]


def test_a_parent_not_yet_counted_shows_its_start() -> None:
    assert labels("(1:1) a\n(1:0) b\n(1:1) c", LEGAL) == ["1.1", "Article 1 –", "1.1"]


def test_lists_of_one_definition_share_its_counters() -> None:
    numbering = abstract(0, level(0, "%1.")) + num(1, 0) + num(2, 0)
    assert labels("(1:0) a\n(2:0) b\n(1:0) c", numbering) == ["1.", "2.", "3."]


def test_a_start_override_restarts_once() -> None:
    start = override(0, '<w:startOverride w:val="5"/>')
    numbering = abstract(0, level(0, "%1.")) + num(1, 0) + num(2, 0, start)
    text = "(1:0) a\n(2:0) b\n(2:0) c\n(1:0) d"
    assert labels(text, numbering) == ["1.", "5.", "6.", "7."]


def test_a_list_may_redefine_a_level() -> None:
    numbering = abstract(0, level(0, "%1.")) + num(
        1, 0, override(0, level(0, "§ %1", "upperRoman"))
    )
    assert labels("(1:0) a\n(1:0) b", numbering) == ["§ I", "§ II"]


@pytest.mark.parametrize(("restart", "expected"), [("0", "3."), ("1", "3."), ("2", "1.")])
def test_level_restart_follows_the_level_it_names(restart: str, expected: str) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>'
    third = level(2, "%3.", more=more)
    numbering = abstract(0, level(0, "%1."), level(1, "%2."), third) + num(1, 0)
    text = "(1:0) a\n(1:1) b\n(1:2) c\n(1:2) d\n(1:1) e\n(1:2) f"
    assert labels(text, numbering)[-1] == expected


def test_legal_numbering_shows_all_levels_in_digits() -> None:
    numbering = abstract(
        0, level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")
    ) + num(1, 0)
    assert labels("(1:0) a\n(1:0) b\n(1:1) c", numbering) == ["I", "II", "2.1"]


def test_deleted_and_hidden_paragraphs_do_not_count() -> None:
    text = "(1:0) un\n(1:0) [-deux-]¶-\n(1:0) trois"
    assert labels(text, LEGAL) == ["Article 1 –", "Article 2 –"]


def test_list_zero_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    styles = style("T", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert labels("@T a\n@T (0:0) b\n@T c", LEGAL, styles) == ["Article 1 –", "", "Article 2 –"]


def test_a_style_numbers_its_paragraphs_through_the_styles_it_is_based_on() -> None:
    styles = style("T1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style(
        "T2", "heading 2", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', based_on="T1"
    )
    assert labels("@T1 a\n@T2 b\n@T2 c", LEGAL, styles) == ["Article 1 –", "1.1", "1.2"]


def test_the_level_bound_to_a_style_wins() -> None:
    bound = level(1, "%1.%2", more='<w:pStyle w:val="T2"/>')
    numbering = abstract(0, level(0, "%1"), bound) + num(1, 0)
    styles = style("T2", "heading 2", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert labels("(1:0) a\n@T2 b", numbering, styles) == ["1", "1.1"]


def test_a_definition_may_stand_in_a_numbering_style() -> None:
    link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = abstract(0, level(0, "§ %1")) + link + num(1, 0) + num(2, 5)
    styles = style("L", "liste", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    assert labels("(2:0) a\n(2:0) b", numbering, styles) == ["§ 1", "§ 2"]


def test_a_numbering_style_that_points_at_itself_numbers_nothing() -> None:
    link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    styles = style("L", "liste", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering")
    assert labels("(2:0) a", link + num(2, 5), styles) == [""]


def test_a_list_that_is_not_defined_numbers_nothing() -> None:
    assert labels("(7:0) a", LEGAL) == [""]


@pytest.mark.parametrize(
    ("text", "font", "label"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "▪"),
        ("–", "Arial", "–"),
        ("\uf0ff", "", "•"),
    ],
)
def test_a_bullet_is_the_character_shown(text: str, font: str, label: str) -> None:
    look = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    numbering = abstract(0, level(0, text, "bullet", look)) + num(1, 0)
    assert labels("(1:0) a", numbering) == [label]


def test_a_level_without_number_prints_its_text_only() -> None:
    numbering = abstract(0, level(0, "Préambule %1", "none")) + num(1, 0)
    assert labels("(1:0) a", numbering) == ["Préambule"]


def test_a_custom_format_gives_its_width() -> None:
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        "</mc:AlternateContent>"
    )
    custom = level(0, "N° %1").replace('<w:numFmt w:val="decimal"/>', choice)
    assert labels("(1:0) a", abstract(0, custom) + num(1, 0)) == ["N° 001"]


def test_footnotes_do_not_disturb_the_numbers_of_the_body() -> None:
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    notes = f'<w:footnote w:id="1">{item}</w:footnote>'
    read = read_docx(docx("(1:0) a^1\n(1:0) b", numbering=LEGAL, footnotes=notes))
    body = [p.label for p in read.text.paragraphs if p.part.value == "body"]
    assert body == ["Article 1 –", "Article 2 –"]


@pytest.mark.parametrize(
    ("number", "number_format", "printed"),
    [
        (1, "decimal", "1"),
        (3, "decimalZero", "03"),
        (12, "decimalZero", "12"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (53, "lowerLetter", "aaa"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (1, "ordinal", "1er"),
        (2, "ordinal", "2e"),
        (1, "ordinalText", "Premier"),
        (17, "cardinalText", "Dix-sept"),
        (99, "cardinalText", "99"),
        (3, "numberInDash", "- 3 -"),
        (2, "decimalEnclosedCircle", "②"),
        (7, "none", ""),
        (7, "inconnu", "7"),
        (0, "upperRoman", "0"),
    ],
)
def test_it_prints_the_formats_of_word(number: int, number_format: str, printed: str) -> None:
    assert print_number(number, number_format) == printed


_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@given(st.integers(1, 3999))
def test_roman_numbers_read_back(number: int) -> None:
    values = [_VALUES[letter] for letter in print_number(number, "lowerRoman")]
    pairs = zip(values, [*values[1:], 0], strict=True)
    assert sum(-one if one < other else one for one, other in pairs) == number
