"""What is written otherwise and means the same, and what is not the same."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.missions import companies, streets, words

from clauselint.dossiers.comparison import (
    SAME_TEXT,
    same_address,
    same_amount,
    same_code,
    same_company,
    same_person,
    same_text,
    text_likeness,
)
from clauselint.model import ComparaisonIndecise, Montant, Pourcentage, Taxe

DESCRIPTIONS = [
    line.split("\t")
    for line in Path(__file__).with_name("descriptions.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ateliers Brémond SAS", "ATELIERS BREMOND"),
        ("S.A.R.L. Les Ateliers Brémond", "Ateliers Bremond"),
        ("Société anonyme Brémond & Fils", "Brémond et Fils"),
        ("Pic Vert Caution", "Pic Vert Caution Mutuelle"),
        ("Maison Lardinois", "Maison Lardinoix"),
    ],
)
def test_a_company_is_known_under_another_spelling(one: str, other: str):
    assert same_company(one, other)
    assert same_company(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brémond Conseil", "Brémond Textile"),
        ("Alpha Caution", "Bêta Caution"),
        ("Site 12 Logistique", "Site 13 Logistique"),
        ("Assurances Mutuelles", "Garantie Mutuelle"),
    ],
)
def test_two_companies_stay_two(one: str, other: str):
    assert not same_company(one, other)


@given(companies, st.sampled_from(["SAS", "SARL", "S.A.", "société par actions simplifiée"]))
def test_the_legal_form_and_the_case_name_no_other_company(name: str, form: str):
    assert same_company(f"{name} {form}", name.upper())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mme Odile Ravier", "RAVIER Odile", True),
        ("O. Ravier", "Odile Ravier", True),
        ("Odile Ravier-Thomas", "Odile Ravier", True),
        ("Odile Ravier", "Odette Ravier", False),
        ("Odile Ravier", "Odile Rivier", False),
    ],
)
def test_a_person_is_known_by_her_names_in_any_order(one: str, other: str, same: bool):
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("14 av. Jean Jaurès, 69007 Lyon", "14 avenue Jean-Jaurès à Lyon (69007)", True),
        ("dans les locaux du Client, 3 bd Carnot, Lille", "Lille, 3 boulevard Carnot", True),
        ("Lille", "3 boulevard Carnot, 59000 Lille", True),
        ("3 boulevard Carnot, Lille", "5 boulevard Carnot, Lille", False),
        ("rue du Port, 29200 Brest", "rue du Port, 56100 Lorient", False),
        ("Brest", "Lorient", False),
        ("à Redon, chez Tanneries de l’Oust", "à l’atelier de Redon", True),
        ("chez Tanneries de l’Oust à Redon", "3 quai Surcouf, 35600 Redon", True),
        ("chez Tanneries de l’Oust (Redon)", "à l’usine de Redon", True),
        ("à Redon, chez Tanneries de l’Oust", "à l’usine de Vitré", False),
        ("à l’usine de Redon", "à l’usine de Vitré", False),
    ],
)
def test_a_place_is_known_abbreviated_or_in_part(one: str, other: str, same: bool):
    assert same_address(one, other) is same
    assert same_address(other, one) is same


@given(streets)
def test_an_address_is_itself_in_capitals(street: str):
    assert same_address(street, street.upper())


@given(st.integers(1, 10**7), st.sampled_from([55, 100, 200]))
def test_a_price_with_the_tax_is_the_price_without_it(cents: int, tenths: int):
    rate = Pourcentage(Decimal(tenths) / 10)
    before = Montant(Decimal(cents), taxe=Taxe.HT)
    after = Montant(Decimal(cents) * (1 + rate.fraction), taxe=Taxe.TTC)
    assert same_amount(before, after, rate)
    assert same_amount(after, before, rate)
    assert not same_amount(before, Montant(after.montant + 1, taxe=Taxe.TTC), rate)


def test_a_price_with_the_tax_is_not_compared_when_the_rate_is_not_known():
    with pytest.raises(ComparaisonIndecise):
        same_amount(Montant(Decimal(100), taxe=Taxe.HT), Montant(Decimal(120), taxe=Taxe.TTC))


def test_a_number_of_policy_is_known_with_other_signs():
    assert same_code("RC-2026 558.104", "rc 2026558104")
    assert not same_code("RC-2026-558", "RC-2026-559")


@pytest.mark.parametrize(("expected", "one", "other"), DESCRIPTIONS)
def test_descriptions_of_one_mission_are_told_from_those_of_two(
    expected: str, one: str, other: str
):
    assert same_text(one, other) is (expected == "même"), text_likeness(one, other)


def test_the_threshold_parts_the_descriptions_measured_with_a_margin_on_both_sides():
    same = [text_likeness(one, other) for said, one, other in DESCRIPTIONS if said == "même"]
    two = [text_likeness(one, other) for said, one, other in DESCRIPTIONS if said == "autre"]
    assert max(two) < SAME_TEXT <= min(same)


@given(st.lists(words, min_size=1, max_size=12))
def test_a_text_tells_the_same_as_itself_in_another_order(spoken: list[str]):
    assert same_text(" ".join(spoken), " ".join(reversed(spoken)))
