from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.drafting import draft
from clauselint.drafting.blocks import Draft, Tableau, text_of
from clauselint.drafting.prices import decompose
from clauselint.library import Library, LibraryError
from clauselint.library.mission_model import Mission, Prix, Remuneration
from clauselint.model import Montant, Pourcentage

RATES = {
    ("apport_affaire", "taux"): "5",
    ("conges_payes", "taux"): "10",
    ("remuneration", "fin_contrat"): "10",
    ("reserve_financiere", "taux"): "10",
}


def rate(clause: str, name: str) -> Pourcentage:
    return Pourcentage(RATES[clause, name])


def amounts(contract: Draft) -> list[Decimal]:
    """The figures of the price table, its heading apart."""
    table = next(
        element
        for section in contract.sections
        if section.clause == "prix"
        for element in section.elements
        if isinstance(element, Tableau)
    )
    cells = (text_of(row[-1][0].runs) for row in table.lignes[1:])
    return [
        Decimal("".join(c for c in cell if c in "0123456789,").replace(",", ".")) for cell in cells
    ]


@pytest.mark.parametrize("reference", ["HTP-2026-031-CDD", "HTP-2026-044-CDI"])
def test_the_lines_of_the_price_table_add_up_to_its_total(
    reference: str, drafts: dict[str, Draft]
) -> None:
    *lines, total = amounts(drafts[reference])
    assert sum(lines) == total


def test_the_parts_of_the_example_are_those_of_a_hand_calculation(
    cdd: Mission,
) -> None:
    parts = decompose(cdd, rate)
    assert parts.base == Montant("31200")
    assert parts.apport == Montant("1560")
    assert parts.fin_contrat == Montant("3276.00")
    assert parts.conges == Montant("3603.60")
    assert parts.prelevements == Montant("16648.63")
    assert parts.frais_gestion == Montant("5324.80")
    assert parts.solde == Montant("2546.97")


@given(
    daily=st.decimals("100", "2000", places=2),
    days=st.integers(1, 400),
    pay=st.decimals("30", "45", places=2),
)
def test_the_parts_add_up_for_any_price_that_bears_them(
    daily: Decimal, days: int, pay: Decimal, cdi: Mission
) -> None:
    changes = {
        "prix": Prix(tjm=Montant(daily), jours=Decimal(days)),
        "remuneration": Remuneration(brut_journalier=Montant(pay), jours_par_mois=Decimal(16)),
    }
    parts = decompose(cdi.model_copy(update=changes), rate)
    lines = (
        parts.base, parts.apport, parts.conges, parts.reserve, parts.prelevements,
        parts.frais_gestion, parts.frais_professionnels, parts.solde,
    )  # fmt: skip
    assert sum(line.valeur.montant for line in lines) == daily * days
    assert all(line.valeur.montant == round(line.valeur.montant, 2) for line in lines)


def test_a_pay_that_the_price_cannot_bear_is_refused_at_its_line(
    rewritten: Callable[..., Mission], library: Library
) -> None:
    mission = rewritten(
        "mission-cdd.yaml", ("brut_journalier: 300 EUR", "brut_journalier: 500 EUR")
    )
    with pytest.raises(LibraryError) as caught:
        draft(mission, library)
    message = str(caught.value)
    assert "remuneration.brut_journalier" in message
    assert "dépassent le prix de" in message
