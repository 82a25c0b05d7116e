from datetime import date

import pytest

from clauselint.checking.cited_articles import CitedArticle, changed_since, cited_articles
from clauselint.checking.views import Unknown
from clauselint.model import Document, DocumentType
from clauselint.reading.articles import articles
from clauselint.reading.citations import citations
from clauselint.reading.notation import text_from_notation

TODAY = date(2025, 6, 2)


def cited(source: str, day: date = TODAY) -> tuple[CitedArticle, ...]:
    text = text_from_notation(source)
    found = articles(text)
    return cited_articles(
        Document(
            text=text,
            type=DocumentType.CDD,
            portage=True,
            articles=found,
            citations=citations(text, found, day),
        )
    )


def test_an_article_cited_twice_is_given_once_where_it_comes_first() -> None:
    source = "# Objet\nVoir l’article L. 1254-2.\n# Terme\nVoir L. 1254-2 et L. 1254-12."
    found = cited(source)
    assert [(item.article, item.place.article) for item in found] == [
        ("L1254-2", "Objet"),
        ("L1254-12", "Terme"),
    ]


def test_an_article_tells_its_code_and_its_first_number() -> None:
    (found,) = cited("l’article R. 1251-14 du Code du travail")
    assert (found.code, found.base, found.etat) == ("Code du travail", 1251, "en_vigueur")


def test_an_article_out_of_date_tells_since_when_and_what_took_its_place() -> None:
    (found,) = cited("l’article 1134 du Code civil")
    assert (found.depuis, found.remplace_par) == (date(2016, 10, 1), "1103, 1193, 1104")


def test_a_chapter_that_went_names_no_successor() -> None:
    (found,) = cited("l’article L. 122-14 du Code du travail")
    assert (found.etat, found.remplace_par) == ("abroge", "")


def test_an_article_made_after_the_contract_tells_when() -> None:
    (found,) = cited("l’article L. 1254-2 du Code du travail", date(2014, 1, 6))
    assert (found.etat, found.depuis) == ("inexistant", date(2015, 4, 4))


def test_an_article_that_never_was_has_no_date() -> None:
    (found,) = cited("l’article L. 1254-77 du Code du travail")
    assert isinstance(found.depuis, Unknown)


def test_the_number_of_a_chapter_is_no_article() -> None:
    assert cited("les articles L. 1254 et suivants du Code du travail") == ()


def test_a_number_alone_is_an_article_where_a_word_says_so() -> None:
    assert cited("Le bureau L1254-15 est au second étage.") == ()
    assert len(cited("Les mentions de L. 1254-15 figurent ci-dessous.")) == 1
    assert len(cited("Les mentions (art. L1254-14 et L1254-15) figurent ci-dessous.")) == 2


@pytest.mark.parametrize(
    "source",
    [
        "L’article L. 1242-2 du Code du travail ne s’applique pas.",
        "Les articles L. 1242-2 et L. 1242-7 ne sont pas applicables au portage.",
        "Le contrat n’est pas soumis à l’article L. 1242-2 du Code du travail.",
        "Par dérogation à l’article L. 1242-2 du Code du travail, le terme est fixé.",
        "À l’exclusion de l’article L. 1242-2 du Code du travail, la loi s’applique.",
    ],
)
def test_an_article_that_its_sentence_sets_aside_is_said_so(source: str) -> None:
    assert all(item.ecarte for item in cited(source))


@pytest.mark.parametrize(
    "source",
    [
        "Le contrat est renouvelé selon l’article L. 1243-13. Il ne s’applique pas à l’essai.",
        "Le terme n’est pas reporté, selon l’art. L. 1243-13 du Code du travail.",
    ],
)
def test_a_negation_of_something_else_sets_nothing_aside(source: str) -> None:
    assert not any(item.ecarte for item in cited(source))


def test_an_article_set_aside_once_and_applied_elsewhere_is_the_one_applied() -> None:
    source = "L’article L. 1242-2 ne s’applique pas.\nLe motif est celui de l’article L. 1242-2."
    (found,) = cited(source)
    assert not found.ecarte
    assert found.place.paragraph == 1


def test_the_old_number_beside_the_new_one_is_set_aside() -> None:
    found = cited("l’article 1104 du Code civil (ancien article 1134 du Code civil)")
    assert [(item.article, item.ecarte) for item in found if item.etat == "renumerote"] == [
        ("1134", True)
    ]


def test_the_articles_changed_since_a_day_are_listed_with_the_day_they_changed() -> None:
    found = cited("les articles L. 1243-13 et L. 1254-18 du Code du travail")
    assert [name for _, name in changed_since(found, date(2016, 1, 4))] == [
        "L1243-13 (24 septembre 2017)"
    ]
    assert list(changed_since(found, date(2017, 9, 24))) == []
