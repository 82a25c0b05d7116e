"""Periods and lengths, read from the words of contracts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.checking.periods import (
    length_between,
    length_of_contract,
    lengths_in,
    stated_periods,
)
from clauselint.checking.views import TermView, Unknown
from clauselint.model import (
    Document,
    DocumentType,
    Duree,
    Part,
    Place,
    Terme,
    Valeur,
    ajouter,
    dernier_jour,
)
from clauselint.reading.articles import articles
from clauselint.reading.durations import durations
from clauselint.reading.notation import text_from_notation
from clauselint.reading.terms import dates

PLACE = Place(Part.BODY, 0, 0, 1)


def document(source: str) -> Document:
    text = text_from_notation(source)
    found = articles(text)
    return Document(
        text=text,
        type=DocumentType.PRESTATION,
        portage=True,
        dates=dates(text, found),
        durees=durations(text, found),
    )


def term(nom: str, *valeurs: Valeur) -> TermView:
    return TermView(nom, tuple(Terme(nom, valeur, "", PLACE) for valeur in valeurs))


@pytest.mark.parametrize(
    "words",
    [
        "La mission va du 4 mai 2026 au 3 juillet 2026.",
        "La mission se déroule entre le 4 mai 2026 et le 3 juillet 2026.",
        "Elle commence le lundi 4 mai 2026 et prend fin le vendredi 3 juillet 2026.",
        "Elle est prolongée à compter du 4 mai 2026 et jusqu’au 3 juillet 2026.",
        "| Dates | du 04/05/2026 au 03/07/2026 |",
        "Le contrat DÉBUTE LE 4 MAI 2026 POUR S’ACHEVER LE 3 JUILLET 2026.",
    ],
)
def test_a_period_is_two_dates_tied_by_its_words(words: str) -> None:
    (period,) = stated_periods(document(words))
    assert (period.debut, period.fin) == (date(2026, 5, 4), date(2026, 7, 3))
    assert isinstance(period.duree, Unknown)


@pytest.mark.parametrize(
    "words",
    [
        "Le contrat du 4 mai 2026 remplace celui du 3 juillet 2024.",
        "La facture du 4 mai 2026 est payée avant le 3 juillet 2026.",
        "Réunions : 4 mai 2026, 3 juillet 2026.",
        "Le contrat prend effet le 4 mai 2026.\nIl prend fin le 3 juillet 2026.",
    ],
)
def test_two_dates_without_those_words_are_no_period(words: str) -> None:
    assert stated_periods(document(words)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "La mission dure deux mois, du 4 mai 2026 au 3 juillet 2026.",
        "Elle va du 4 mai 2026 au 3 juillet 2026, soit une durée de deux (2) mois.",
        "| Début et terme | du 4 mai 2026 au 3 juillet 2026 (deux mois) |",
        "Conclu pour deux mois à compter du 4 mai 2026 jusqu’au 3 juillet 2026, il cesse ensuite.",
    ],
)
def test_a_period_has_the_length_said_beside_it(words: str) -> None:
    (period,) = stated_periods(document(words))
    assert period.duree == Duree(mois=2)


@pytest.mark.parametrize(
    "words",
    [
        "Du 4 mai 2026 au 3 juillet 2026. Le préavis est de deux mois.",
        "Du 4 mai 2026 au 3 juillet 2026, sauf résiliation avec un préavis de deux mois.",
        "Après deux mois d’essai, la mission va du 4 mai 2026 au 3 juillet 2026.",
        "D’une durée de deux mois, du 4 mai 2026 au 3 juillet 2026, soit neuf semaines.",
    ],
)
def test_another_length_is_not_that_of_the_period(words: str) -> None:
    (period,) = stated_periods(document(words))
    assert isinstance(period.duree, Unknown)


def test_lengths_are_those_inside_the_place() -> None:
    contract = document("Il dure six mois. Il se renouvelle pour trois mois, ou un an.")
    second = Place(Part.BODY, 0, 18, 62)
    assert lengths_in(contract, second) == (Duree(mois=3), Duree(mois=12))


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_the_length_between_two_dates_is_the_one_that_leads_there(start: date, months: int) -> None:
    assert length_between(start, dernier_jour(start, Duree(mois=months))) == Duree(mois=months)


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 2000))
def test_a_length_never_leads_past_its_end(start: date, days: int) -> None:
    end = ajouter(start, Duree(jours=days))
    length = length_between(start, end)
    assert dernier_jour(start, Duree(mois=length.mois)) <= end
    assert dernier_jour(start, Duree(mois=length.mois + 1)) > end


def test_the_length_of_a_contract_is_first_the_one_it_states() -> None:
    length = length_of_contract(
        term("duree", Duree(mois=6)),
        term("date_debut", date(2026, 5, 4)),
        term("date_fin", date(2027, 5, 3)),
        term("duree_minimale"),
    )
    assert length == Duree(mois=6)


def test_dates_prevail_over_a_count_of_days() -> None:
    length = length_of_contract(
        term("duree", Duree(jours=40)),
        term("date_debut", date(2026, 5, 4)),
        term("date_fin", date(2027, 1, 3)),
        term("duree_minimale"),
    )
    assert length == Duree(mois=8)


def test_without_term_the_length_is_the_minimum_stated() -> None:
    length = length_of_contract(
        term("duree"),
        term("date_debut", date(2026, 5, 4)),
        term("date_fin"),
        term("duree_minimale", Duree(mois=7)),
    )
    assert length == Duree(mois=7)


def test_the_length_is_unknown_when_nothing_gives_it() -> None:
    nothing = term("duree")
    assert isinstance(length_of_contract(nothing, nothing, nothing, nothing), Unknown)
