"""Style names, outline levels, bold, capitals, centering: by style or by hand."""

import pytest
from word import docx, paragraph, run, style

from clauselint.model import Paragraph
from clauselint.reading.docx import read_docx


def first(notation: str, styles: str = "") -> Paragraph:
    return read_docx(docx(notation, styles=styles)).text.paragraphs[0]


@pytest.mark.parametrize(
    ("styles", "style_id", "level", "name"),
    [
        (style("Titre1", "heading 1"), "Titre1", 1, "heading 1"),
        (style("T", "Titre 3"), "T", 3, "titre 3"),
        (style("A", "Article", '<w:outlineLvl w:val="1"/>'), "A", 2, "article"),
        (style("H", "heading 1") + style("A", "Article", based_on="H"), "A", 1, "article"),
        (
            style("H", "heading 1")
            + style("A", "Article", '<w:outlineLvl w:val="9"/>', based_on="H"),
            "A",
            None,
            "article",
        ),
        (style("A", "Titre"), "A", None, "titre"),
        ("", "Heading2", 2, "heading2"),
        ("", "Inconnu", None, "inconnu"),
        (style("A", "a", based_on="B") + style("B", "b", based_on="A"), "A", None, "a"),
    ],
)
def test_it_finds_the_outline_level_of_a_style(
    styles: str, style_id: str, level: int | None, name: str
) -> None:
    found = first(f"@{style_id} Objet", styles)
    assert (found.level, found.style) == (level, name)


@pytest.mark.parametrize(("val", "level"), [("0", 1), ("8", 9), ("9", None), ("x", 1)])
def test_a_paragraph_may_set_its_own_level(val: str, level: int | None) -> None:
    properties = f'<w:pStyle w:val="T"/><w:outlineLvl w:val="{val}"/>'
    found = first(paragraph(run("Objet"), properties), style("T", "heading 1"))
    assert found.level == level


def test_paragraphs_without_a_style_take_the_default_one() -> None:
    normal = style("N", "Normal", '<w:jc w:val="center"/>').replace(
        "<w:style ", '<w:style w:default="1" '
    )
    found = first("Objet", normal)
    assert (found.style, found.centered) == ("normal", True)


@pytest.mark.parametrize(
    ("line", "bold"),
    [
        ("**Objet**", True),
        ("**Objet** ", True),
        ("**Objet** : prix", False),
        ("Objet", False),
        ("<w:p/>", False),
        ("@Fort Objet", True),
        ("@Fort Objet **du contrat**", True),
    ],
)
def test_bold_means_the_whole_visible_text(line: str, bold: bool) -> None:
    assert first(f"{line}\nfin", style("Fort", "fort", look="<w:b/>")).bold is bold


def test_bold_in_both_styles_cancels_out() -> None:
    styles = style("P", "p", look="<w:b/>") + style("C", "c", look="<w:b/>", kind="character")
    both = paragraph(run("Objet", '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>')
    assert not first(both, styles).bold
    own = paragraph(run("Objet", '<w:rStyle w:val="C"/><w:b/>'), '<w:pStyle w:val="P"/>')
    assert first(own, styles).bold


def test_document_defaults_count() -> None:
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:jc w:val="center"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    found = first("Objet", defaults)
    assert (found.bold, found.centered) == (True, True)
    assert not first(paragraph(run("Objet"), '<w:jc w:val="left"/>'), defaults).centered


@pytest.mark.parametrize(
    ("xml", "caps"),
    [
        (run("OBJET DU CONTRAT"), True),
        (run("Objet"), False),
        (run("Objet", "<w:smallCaps/>"), True),
        (run("Objet", "<w:caps/>") + run(" DU CONTRAT"), True),
        (run("Objet", "<w:caps/>") + run(" du contrat"), False),
        (run("1.2 – 3"), False),
    ],
)
def test_capitals_by_formatting_or_by_typing(xml: str, caps: bool) -> None:
    assert first(paragraph(xml) + paragraph(run("fin"))).caps is caps


def test_it_reads_styles_among_table_styles_and_latent_ones() -> None:
    table = style("Grille", "table grid", look="<w:b/>", kind="table")
    latent = '<w:latentStyles w:count="9"><w:lsdException w:name="x"/></w:latentStyles>'
    styles = latent + style("A", "a") + table + style("T", "heading 1") + table
    found = read_docx(docx("@A Un\n@T Deux", styles=styles)).text.paragraphs
    assert [(p.style, p.level, p.bold) for p in found] == [
        ("a", None, False),
        ("heading 1", 1, False),
    ]
