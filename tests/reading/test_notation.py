from hypothesis import given
from hypothesis import strategies as st

from clauselint.model import Cell, HiddenText, Part
from clauselint.reading.notation import text_from_notation

EXAMPLE = """
= CONTRAT D’ESSAI
# Durée
## Terme

Le contrat dure un an.
| Objet | Prix |
| Audit |  |

| Autre | tableau |
> Hors taxes.
Fait à Brest.
"""


def test_it_reads_titles_headings_tables_notes_and_paragraphs() -> None:
    text = text_from_notation(EXAMPLE, "essai")
    seen = [(p.part.value, p.number, p.level, p.cell, p.text) for p in text.paragraphs]
    assert text.name == "essai"
    assert seen == [
        ("body", 0, None, None, "CONTRAT D’ESSAI"),
        ("body", 1, 1, None, "Durée"),
        ("body", 2, 2, None, "Terme"),
        ("body", 3, None, None, "Le contrat dure un an."),
        ("body", 4, None, Cell(0, 0, 0), "Objet"),
        ("body", 5, None, Cell(0, 0, 1), "Prix"),
        ("body", 6, None, Cell(0, 1, 0), "Audit"),
        ("body", 7, None, Cell(0, 1, 1), ""),
        ("body", 8, None, Cell(1, 0, 0), "Autre"),
        ("body", 9, None, Cell(1, 0, 1), "tableau"),
        ("footnote", 0, None, None, "Hors taxes."),
        ("body", 10, None, None, "Fait à Brest."),
    ]


def test_a_title_is_bold_and_centered_but_no_heading() -> None:
    title = text_from_notation("= Accord").paragraphs[0]
    assert (title.bold, title.centered, title.caps, title.level) == (True, True, False, None)


@given(st.text())
def test_any_source_gives_paragraphs_numbered_without_gap(source: str) -> None:
    paragraphs = text_from_notation(source).paragraphs
    for part in Part:
        numbers = [p.number for p in paragraphs if p.part is part]
        assert numbers == list(range(len(numbers)))


def test_hidden_text_comments_and_insertions_are_told_apart_from_paragraphs() -> None:
    text = text_from_notation("Le prix est ferme.\n% Marge : 20 %\n? À revoir\n~ Il est révisable.")
    assert [paragraph.text for paragraph in text.paragraphs] == [
        "Le prix est ferme.",
        "Il est révisable.",
    ]
    assert text.hidden == (HiddenText(Part.BODY, 0, 18, "Marge : 20 %"),)
    assert (text.revisions, text.comments) == (1, 1)
