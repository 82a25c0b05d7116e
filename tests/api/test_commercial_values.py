"""Price, invoices, payment, acceptance, indexation, termination: the values of a mission, whichever
side each clause favours, through both contracts. What is written is read back, no rule finds
anything, and nothing that the client does bears on the pay of the salarié porté.
"""

from decimal import Decimal
from functools import cache

import pytest
from tests.missions import EXAMPLES

from clauselint.checking import check_document, select_rules
from clauselint.drafting import Draft, IncompatibleClauses, draft
from clauselint.drafting.blocks import text_of
from clauselint.library import Library, load_library
from clauselint.library.definitions import VARIANTES
from clauselint.library.mission import read_mission
from clauselint.library.mission_model import Mission, ReglageClause
from clauselint.model import (
    DelaiPaiement,
    Depart,
    Document,
    Duree,
    Montant,
    TauxPenalites,
)
from clauselint.reading.understanding import understand

MISSIONS = ("mission-cdd.yaml", "mission-cdi.yaml")
CASES = [(mission, variante) for mission in MISSIONS for variante in VARIANTES]
BASE = (("mois_base", "avril 2026"), ("valeur_base", "132,4"), ("periodicite", "6 mois"))
VALUES = {
    "facturation": (("acompte", "15 %"), ("part_recette", "5 %")),
    "force_majeure": (("avis", "3 jours ouvrés"), ("duree_maximale", "45 jours")),
    "frais_professionnels": (("accord", "350 EUR"), ("justification", "2 mois")),
    "indexation": (*BASE, ("indice", "ICHTrev-TS"), ("part_fixe", "15 %"), ("plafond", "4 %")),
    "modalites_paiement": (("delai", "20 jours"), ("contestation", "12 jours")),
    "penalites_retard": (("suspension", "25 jours"),),
    "prix": (("garantie", "70 %"), ("annulation", "3 jours ouvrés")),
    "recette": (("delai", "12 jours"), ("correction", "6 jours")),
    "resiliation": (("preavis", "3 mois"), ("mise_en_demeure", "18 jours")),
    "revision_prix": (("ferme", "9 mois"), ("demande", "20 jours"), ("negociation", "40 jours")),
}


@cache
def library() -> Library:
    return load_library()


def mission_with(example: str, variantes: tuple[str, ...], *without: str) -> Mission:
    """The example, each clause of `VALUES` in turn in one of `variantes`."""
    wishes = tuple(
        ReglageClause(
            clause=clause,
            variante=variantes[rank % len(variantes)],
            valeurs=values,
            retiree=clause in without,
        )
        for rank, (clause, values) in enumerate(VALUES.items())
    )
    return read_mission(EXAMPLES / example).model_copy(update={"clauses": wishes})


@cache
def contracts(
    example: str, variantes: tuple[str, ...], *without: str
) -> tuple[tuple[Draft, Document], ...]:
    drafts = draft(mission_with(example, variantes, *without), library())
    return tuple((one, understand(one.text, library())) for one in drafts)


def words(contract: Draft, clause: str) -> str:
    (section,) = (found for found in contract.sections if found.clause == clause)
    return " ".join(text_of(getattr(element, "runs", ())) for element in section.elements)


def read(document: Document) -> dict[str, set[object]]:
    found: dict[str, set[object]] = {}
    for terme in document.termes:
        found.setdefault(terme.nom, set()).add(terme.valeur)
    return found


@pytest.mark.parametrize("without", ["indexation", "revision_prix"])
@pytest.mark.parametrize("example", MISSIONS)
@pytest.mark.parametrize("first", range(3))
def test_no_rule_finds_anything_however_the_variants_are_mixed(
    example: str, first: int, without: str
) -> None:
    mixed = VARIANTES[first:] + VARIANTES[:first]
    rules = select_rules(library().rules, (), ())
    for _, document in contracts(example, mixed, without):
        results, failures = check_document(document, rules)
        assert not failures
        assert [result.rule.id for result in results if result.findings] == []


@pytest.mark.parametrize(("example", "variante"), CASES)
def test_the_values_given_are_the_only_values_read(example: str, variante: str) -> None:
    _, (_, service) = contracts(example, (variante,), "revision_prix")
    found = read(service)
    rate = TauxPenalites("taux_legal", facteur=Decimal(3))
    assert found["taux_penalites"] == {
        rate if variante == "client" else TauxPenalites("bce", points=Decimal(10))
    }
    assert found["delai_paiement"] == {DelaiPaiement(20, Depart.FACTURE)}
    assert found["indemnite_recouvrement"] == {Montant(Decimal(40))}
    assert found["preavis_resiliation"] == {Duree(mois=3)}
    assert found["delai_mise_en_demeure"] == {Duree(jours=18)}
    assert found["periodicite_indexation"] == {Duree(mois=6)}
    assert {str(value) for value in found["indice"]} == {"ICHTrev-TS"}


@pytest.mark.parametrize(("example", "variante"), CASES)
@pytest.mark.parametrize("without", ["indexation", "revision_prix"])
def test_a_contract_has_an_indexation_or_a_review_of_the_price_as_asked(
    example: str, variante: str, without: str
) -> None:
    _, (_, service) = contracts(example, (variante,), without)
    kinds = {found.kind for found in service.clauses if not found.exclue}
    assert kinds & {"indexation", "revision_prix"} == {"indexation", "revision_prix"} - {without}


@pytest.mark.parametrize(("example", "variante"), CASES)
def test_the_formula_the_base_and_the_end_of_the_index_are_written(
    example: str, variante: str
) -> None:
    _, (service, _) = contracts(example, (variante,), "revision_prix")
    said = words(service, "indexation")
    assert "à la hausse comme à la baisse" in said
    assert "P1 = P0 × (F + (1 – F) × S1 / S0)" in said
    assert "publiée pour le mois d’avril 2026, soit 132,4" in said
    assert "coefficient de raccordement" in said


@pytest.mark.parametrize(("example", "variante"), CASES)
def test_no_delay_of_the_client_bears_on_the_pay(example: str, variante: str) -> None:
    _, (service, _) = contracts(example, (variante,), "indexation")
    assert "sans effet sur la rémunération" in words(service, "penalites_retard")
    assert "rémunération due" in words(service, "recette")
    assert "n’entraîne pas, à elle seule, la rupture du contrat de travail" in words(
        service, "resiliation"
    )


@pytest.mark.parametrize("example", MISSIONS)
def test_the_same_expenses_are_outside_the_price_in_both_contracts(example: str) -> None:
    (work, _), (service, _) = contracts(example, ("portage",), "indexation")
    assert "facturés en sus" in words(service, "frais_professionnels")
    assert "refacturés au Client" in words(work, "frais_professionnels")
    assert "n’attend pas le règlement" in words(work, "frais_professionnels")


def test_a_price_that_follows_an_index_is_not_reviewed_too() -> None:
    _, (service, _) = contracts("mission-cdd.yaml", ("equilibree",))
    kinds = {section.clause for section in service.sections}
    assert "indexation" in kinds
    assert "revision_prix" not in kinds


@pytest.mark.parametrize("missing", ["recette", "compte_rendu_activite", "modalites_paiement"])
def test_a_clause_that_another_leans_on_can_not_be_left_out(missing: str) -> None:
    mission = mission_with("mission-cdd.yaml", ("client",), "indexation")
    kept = tuple(wish for wish in mission.clauses if wish.clause != missing)
    without = (*kept, ReglageClause(clause=missing, retiree=True))
    with pytest.raises(IncompatibleClauses, match=missing):
        draft(mission.model_copy(update={"clauses": without}), library())
