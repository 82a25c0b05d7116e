"""Contracts whose headings share a paragraph with their text, apart by soft breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word import docx

from clauselint.model import ArticleKind, Cell, HiddenText, Paragraph, Part, Place, Text
from clauselint.reading.articles import articles
from clauselint.reading.docx import read_docx
from clauselint.reading.soft_breaks import cut_at_soft_breaks

FRONT = "=**CONTRAT DE MISSION**\nEntre Brume Conseil, SARL, ci-après « le Client », et Ida Loriol."
ETUDE = "Le Client confie une étude de marché au Prestataire."
PRIX = "Le prix est de mille euros, payable à trente jours."


def read(notation: str) -> Text:
    return cut_at_soft_breaks(read_docx(docx(notation)).text)


def titles(text: Text) -> list[tuple[str, str]]:
    return [
        (found.numero, found.titre)
        for found in articles(text)
        if found.kind in (ArticleKind.ARTICLE, ArticleKind.ANNEXE)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"Article 1 – Objet↵{ETUDE}↵Article 2 – Prix↵{PRIX}",
            [("1", "Objet"), ("2", "Prix")],
        ),
        (
            f"**ARTICLE 1**↵**Objet**↵{ETUDE}↵↵**ARTICLE 2**↵**Prix**↵{PRIX}",
            [("1", "Objet"), ("2", "Prix")],
        ),
        (f"1. OBJET↵{ETUDE}↵2. PRIX↵{PRIX}", [("1", "OBJET"), ("2", "PRIX")]),
        (f"1. Objet↵{ETUDE}↵2. Prix↵{PRIX}", [("1", "Objet"), ("2", "Prix")]),
        (f"I – OBJET↵{ETUDE}↵II – PRIX↵{PRIX}", [("I", "OBJET"), ("II", "PRIX")]),
        (f"OBJET↵{ETUDE}↵PRIX↵{PRIX}", [("", "OBJET"), ("", "PRIX")]),
        (f"**Objet**↵{ETUDE}↵**Prix**↵{PRIX}", [("", "Objet"), ("", "Prix")]),
        (f"**Objet**↵{ETUDE}\n**Prix**↵{PRIX}", [("", "Objet"), ("", "Prix")]),
        (f"OBJET↵{ETUDE}\nPRIX↵{PRIX}", [("", "OBJET"), ("", "PRIX")]),
        (f"1. Objet↵{ETUDE}\n2. Prix↵{PRIX}", [("1", "Objet"), ("2", "Prix")]),
        (f"Article 1↵Objet↵{ETUDE}\nArticle 2↵Prix↵{PRIX}", [("1", "Objet"), ("2", "Prix")]),
        (
            f"| Article 1 – Objet↵{ETUDE}↵Article 2 – Prix↵{PRIX}",
            [("1", "Objet"), ("2", "Prix")],
        ),
        (
            f"Article 1 – Objet↵{ETUDE}↵Article 2 – Prix↵{PRIX}↵Fait à Nantes, le 4 mai 2026.↵"
            "ANNEXE 1 – TARIF↵Mille euros.",
            [("1", "Objet"), ("2", "Prix"), ("annexe 1", "TARIF")],
        ),
    ],
)
def test_lines_that_bear_headings_open_articles(body: str, expected: list[tuple[str, str]]) -> None:
    assert titles(read(f"{FRONT}\n{body}")) == expected


def test_a_contract_of_one_paragraph_has_its_parties_articles_and_signature() -> None:
    text = read(
        "**CONTRAT DE MISSION**↵ENTRE LES SOUSSIGNÉS :↵Brume Conseil, SARL, dont le siège est à "
        "Nantes, ci-après « le Client »,↵ET↵Ida Loriol, née à Angers, ci-après « le Prestataire »,↵"
        f"ARTICLE 1 – OBJET↵{ETUDE}↵ARTICLE 2 – PRIX↵{PRIX}↵Fait à Nantes, le 4 mai 2026."
    )
    assert [found.kind for found in articles(text)] == [
        ArticleKind.TITRE,
        ArticleKind.PARTIES,
        ArticleKind.ARTICLE,
        ArticleKind.ARTICLE,
        ArticleKind.SIGNATURE,
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "BRUME CONSEIL↵SARL au capital de 5 000 euros, dont le siège est à Nantes.↵REPRÉSENTÉE PAR↵"
        "Mme Odile Brume, ci-après « le Client ».",
        "12 rue des Halles↵44000 Nantes↵France",
        "La mission comprend :↵1. Cadrage↵2. Rapport↵3. Restitution",
        "La mission comprend :↵a) le cadrage ;↵b) le rapport.",
        "Le Prestataire rend compte, à chaque étape, de ce qu’il a fait et de ce qu’il prévoit↵de "
        "faire pour la suite.",
        "Il est convenu ce qui suit.↵Article L. 1254-2 du code du travail : il s’applique.",
        "L’avenant modifie le contrat.↵Article 5 du contrat initial est abrogé.",
        "Pour le Client↵Odile Brume↵Gérante",
    ],
)
def test_an_address_a_list_or_a_broken_sentence_stays_whole(paragraph: str) -> None:
    assert not read(f"{FRONT}\n{paragraph}\nFin.").cuts


def test_a_sentence_broken_for_its_length_stays_one_paragraph() -> None:
    text = read(
        "Article 1 – Objet↵Le Client confie au Prestataire une étude du marché des voiliers de↵"
        "course en Bretagne.↵Article 2 – Prix↵Mille euros."
    )
    assert [paragraph.text for paragraph in text.paragraphs][1] == (
        "Le Client confie au Prestataire une étude du marché des voiliers de\ncourse en Bretagne."
    )


def test_a_place_leads_back_to_the_paragraph_of_word() -> None:
    source = read_docx(
        docx(f"{FRONT}\nArticle 1 – Objet↵{ETUDE}↵Article 2 – Prix↵{PRIX}\nFin.")
    ).text
    text = cut_at_soft_breaks(source)
    for paragraph in text.paragraphs:
        shown = len(paragraph.text)
        place = text.in_word(Place(paragraph.part, paragraph.number, 0, shown, "2"))
        word = source.paragraphs[place.paragraph].text
        assert word[place.start : place.end] == paragraph.text
        assert place.article == "2"
    assert [paragraph.number for paragraph in text.paragraphs] == list(range(7))


def test_hidden_text_and_the_looks_of_lines_move_with_them() -> None:
    text = read(
        f"{FRONT}\n**Article 1 – Objet**↵{ETUDE}↵**Article 2 – Prix**↵Mille{{ ou deux}} euros."
    )
    assert text.hidden == (HiddenText(Part.BODY, 5, 5, " ou deux"),)
    assert [paragraph.bold for paragraph in text.paragraphs[2:]] == [True, False, True, False]


def test_pieces_of_a_cell_stay_in_it() -> None:
    text = read(f"| Article 1 – Objet↵{ETUDE}↵Article 2 – Prix↵{PRIX}")
    assert [paragraph.cell for paragraph in text.paragraphs] == [Cell(0, 0, 0)] * 4


LINES = st.sampled_from(
    ["Article 1 – Objet", "ARTICLE 2", "1. Objet", "2. Prix", "OBJET", "", " ", "et de même", ETUDE,
     "Fait à Nantes.", "Annexe 1 – Tarif", "- un bien ;", "I – OBJET", "Entre", "x" * 70]
)  # fmt: skip
BROKEN = st.lists(st.one_of(LINES, st.text(max_size=12)), max_size=8).map("\n".join)


@given(st.lists(BROKEN, max_size=5))
def test_no_character_is_lost_moved_or_doubled(texts: list[str]) -> None:
    source = Text("mot", tuple(Paragraph(Part.BODY, n, said) for n, said in enumerate(texts)))
    text = cut_at_soft_breaks(source)
    pieces: list[list[str]] = [[] for _ in texts]
    for paragraph in text.paragraphs:
        place = text.in_word(Place(Part.BODY, paragraph.number, 0, len(paragraph.text)))
        assert texts[place.paragraph][place.start : place.end] == paragraph.text
        pieces[place.paragraph].append(paragraph.text)
    assert ["\n".join(piece) for piece in pieces] == texts
