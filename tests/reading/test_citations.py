from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.model import Citation, Etat
from clauselint.reading.articles import articles
from clauselint.reading.citations import citations
from clauselint.reading.citations_on_demand import CitationsOnDemand
from clauselint.reading.notation import text_from_notation


def cited(source: str) -> tuple[Citation, ...]:
    text = text_from_notation(source)
    return citations(text, articles(text), date(2025, 5, 1))


def named(source: str) -> list[tuple[str, str]]:
    return [(citation.code, citation.article) for citation in cited(source)]


@pytest.mark.parametrize(
    "source",
    [
        "selon l’article L. 1254-15 du Code du travail",
        "selon l’article L.1254-15 du code du Travail",
        "selon l’article L1254-15 du code du travail",
        "selon l’article L 1254-15 du Code du travail",
        "selon l’article L.\u00a01254‑15 du Code du travail",
        "selon l'art. L. 1254-15 C. trav.",
        "(C. trav., art. L. 1254-15)",
        "au sens du Code du travail (article L. 1254-15)",
        "selon l’article L. 1254-15, 1° i), du Code du travail",
        "selon l’article L. 1254-15 I 1° du Code du travail",
        "selon L. 1254-15 et suivants du Code du travail",
        "SELON L’ARTICLE L. 1254-15 DU CODE DU TRAVAIL",
        "selon l’article L. 1254-15",
    ],
)
def test_an_article_of_the_code_du_travail_is_read_in_every_spelling(source: str) -> None:
    assert named(source) == [("C. trav.", "L1254-15")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "articles L. 1242-10 et L. 1242-16 du Code du travail",
            [("C. trav.", "L1242-10"), ("C. trav.", "L1242-16")],
        ),
        (
            "articles L. 1254-10 à L. 1254-18 du Code du travail",
            [("C. trav.", "L1254-10"), ("C. trav.", "L1254-18")],
        ),
        (
            "articles 1103, 1104 et 1231-1 du Code civil",
            [("C. civ.", "1103"), ("C. civ.", "1104"), ("C. civ.", "1231-1")],
        ),
        (
            "l’article L. 441-10 du Code de commerce et l’article D. 441-5 du même code",
            [("C. com.", "L441-10"), ("C. com.", "D441-5")],
        ),
        ("l’article 28, paragraphe 3, du RGPD", [("RGPD", "28")]),
        ("l’article 28 du règlement (UE) 2016/679", [("RGPD", "28")]),
        ("l’article L. 131-3 du CPI", [("C. prop. int.", "L131-3")]),
        ("l’article 293 B du Code général des impôts", [("CGI", "293 B")]),
        ("l’article 32 de la loi n° 78-17 du 6 janvier 1978", [("loi 78-17", "32")]),
    ],
)
def test_lists_ranges_and_other_codes_are_read(
    source: str, expected: list[tuple[str, str]]
) -> None:
    assert named(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "les livrables L1, L2 et R3 sont remis",
        "comme prévu à l’article 5 du contrat",
        "l’article 21.3 de la convention collective",
        "RCS Paris D 512 345 678, le 12 mars 2025, 600 jours",
        "le RGPD s’applique. L’article 5 décrit les prix.",
        "Article 12 – Prix",
    ],
)
def test_what_is_no_article_of_law_is_not_cited(source: str) -> None:
    assert named(source) == []


def test_an_article_of_the_contract_beside_a_law_keeps_to_the_contract() -> None:
    source = "selon l’article 4 et l’article 1225 du Code civil"
    assert named(source) == [("C. civ.", "1225")]


def test_a_citation_knows_its_state_its_words_and_its_place() -> None:
    source = "# Article 1 – Objet\nComme le veut l’article 1134 du Code civil, tout est dit."
    (citation,) = cited(source)
    assert citation.etat is Etat.RENUMEROTE
    assert citation.texte == "article 1134 du Code civil"
    place = citation.place
    assert (place.paragraph, place.start, place.end, place.article) == (1, 16, 42, "1")


def test_each_number_of_a_list_has_its_own_place() -> None:
    source = "articles L. 1254-2 et L. 1254-33 du Code du travail"
    assert [(c.texte, c.etat.value, c.place.start) for c in cited(source)] == [
        ("L. 1254-2", "en_vigueur", 9),
        ("L. 1254-33", "inexistant", 22),
    ]


@given(st.integers(1, 9999), st.integers(1, 99), st.sampled_from(["L", "R", "D"]))
def test_any_article_of_the_code_du_travail_is_read_back(
    number: int, rank: int, letter: str
) -> None:
    article = f"{letter}{number + 1000 if number < 1000 else number}-{rank}"
    source = f"selon l’article {letter}. {article[1:]} du Code du travail"
    assert named(source) == [("C. trav.", article)]


@pytest.mark.parametrize(
    "source",
    [
        "selon l’article L. 2511-1 du Code de la commande publique",
        "selon les articles L. 1111-2 et L. 1111-3 du Code des transports",
        "Code général des collectivités territoriales, article L. 2122-1",
    ],
)
def test_an_article_of_a_code_not_known_is_not_taken_for_another(source: str) -> None:
    assert cited(source) == ()


def test_citations_on_demand_are_those_read_at_once() -> None:
    text = text_from_notation("# Régime\nL’article L. 1254-2 du Code du travail s’applique.")
    found = articles(text)
    lazy = CitationsOnDemand(text, found, date(2025, 5, 1))
    read = citations(text, found, date(2025, 5, 1))
    assert lazy == read
    assert (len(lazy), lazy[0], tuple(lazy[:1])) == (1, read[0], read)
    assert lazy != ()
