from datetime import date
from pathlib import Path

import pytest

from clauselint.library.articles_of_law import ArticlesOfLaw, standard_articles_of_law
from clauselint.model import Etat

TODAY = date(2025, 5, 1)


@pytest.fixture(name="law", scope="module")
def standard_law() -> ArticlesOfLaw:
    return standard_articles_of_law()


@pytest.mark.parametrize(
    ("code", "article", "expected"),
    [
        ("C. trav.", "L1254-15", Etat.EN_VIGUEUR),
        ("C. trav.", "R1233-3-4", Etat.EN_VIGUEUR),  # R*1233-3-4 in the base
        ("C. trav.", "L1254-32", Etat.INEXISTANT),
        ("C. trav.", "L1254-1", Etat.EN_VIGUEUR),
        ("C. trav.", "L1254", Etat.INEXISTANT),
        ("C. trav.", "L1251-64", Etat.ABROGE),
        ("C. trav.", "L122-3-1", Etat.ABROGE),
        ("C. civ.", "1103", Etat.EN_VIGUEUR),
        ("C. civ.", "1134", Etat.RENUMEROTE),
        ("C. civ.", "1316-4", Etat.RENUMEROTE),
        ("C. civ.", "9999", Etat.INEXISTANT),
        ("C. prop. int.", "L131-3", Etat.EN_VIGUEUR),
        ("CSS", "L911-7", Etat.EN_VIGUEUR),
        ("C. com.", "L441-6", Etat.RENUMEROTE),
        ("C. com.", "L441-10", Etat.INCONNU),
        ("RGPD", "28", Etat.INCONNU),
    ],
)
def test_the_state_of_an_article_comes_from_its_table(
    law: ArticlesOfLaw, code: str, article: str, expected: Etat
) -> None:
    assert law.etat(code, article, TODAY) is expected


def test_the_state_is_that_of_the_day(law: ArticlesOfLaw) -> None:
    before_portage, first_day = date(2015, 4, 3), date(2015, 4, 4)  # ord. n° 2015-380
    assert law.etat("C. trav.", "L1254-15", before_portage) is Etat.INEXISTANT
    assert law.etat("C. trav.", "L1254-15", first_day) is Etat.EN_VIGUEUR
    assert law.etat("C. trav.", "L1251-64", before_portage) is Etat.EN_VIGUEUR
    assert law.etat("C. trav.", "L1251-64", first_day) is Etat.ABROGE
    assert law.etat("C. civ.", "1134", date(2016, 9, 30)) is Etat.EN_VIGUEUR


def test_an_article_that_ends_later_is_repealed_from_that_day(law: ArticlesOfLaw) -> None:
    assert law.etat("C. trav.", "D1142-10", date(2029, 2, 28)) is Etat.EN_VIGUEUR
    assert law.etat("C. trav.", "D1142-10", date(2029, 3, 1)) is Etat.ABROGE


def test_a_number_given_to_another_subject_is_out_of_date_only_for_the_old_one(
    law: ArticlesOfLaw,
) -> None:
    assert law.etat("C. civ.", "1184", TODAY, "la résolution est de droit") is Etat.RENUMEROTE
    assert law.etat("C. civ.", "1184", TODAY, "la nullité partielle") is Etat.EN_VIGUEUR


def test_what_took_the_place_of_an_article_is_known(law: ArticlesOfLaw) -> None:
    assert law.successors("C. civ.", "1134") == ("1103", "1193", "1104")
    assert law.successors("C. civ.", "1103") == ()
    assert law.successors("C. trav.", "L122-14") == ()  # a whole chapter, that went to many places


def test_the_day_from_which_an_article_is_out_of_date_is_known(law: ArticlesOfLaw) -> None:
    assert law.changed_on("C. com.", "L441-6") == date(2019, 4, 26)
    assert law.changed_on("C. trav.", "L122-14") == date(2008, 5, 1)
    assert law.changed_on("C. trav.", "L1254-1") is None


def test_the_versions_of_an_article_are_those_begun_by_the_date_of_the_table(
    law: ArticlesOfLaw,
) -> None:
    assert law.versions("C. trav.", "L1243-13") == (
        date(2008, 5, 1),
        date(2015, 8, 19),
        date(2017, 9, 24),
    )
    assert law.versions("C. trav.", "D1142-10") == (date(2019, 1, 1),)  # another begins in 2029
    assert law.versions("C. trav.", "L1254-77") == ()
    assert law.versions("C. civ.", "1104") == ()


def test_a_table_is_read_only_for_its_own_code(tmp_path: Path) -> None:
    header = "# code\tarticle\tetat\tdepuis\tremplace_par\tmots\n"
    (tmp_path / "renumerotations.tsv").write_text(header, encoding="utf-8")
    (tmp_path / "code-civil.tsv").write_text("# Code civil\n1\n2-1\n", encoding="utf-8")
    law = ArticlesOfLaw(tmp_path)
    assert law.etat("C. civ.", "2-1", TODAY) is Etat.EN_VIGUEUR
    assert law.etat("C. civ.", "2", TODAY) is Etat.INEXISTANT
