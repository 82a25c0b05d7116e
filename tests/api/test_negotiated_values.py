"""Secrecy, rights, data, liability: the values of a mission, in every position, through both
contracts. What is written is read back, and the work contract gives what the service one promises.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest
from tests.missions import EXAMPLES

from clauselint.checking import check_document, select_rules
from clauselint.drafting import Draft, IncompatibleClauses, draft
from clauselint.drafting.blocks import text_of
from clauselint.library import Library, load_library
from clauselint.library.definitions import VARIANTES, Outcome
from clauselint.library.mission import read_mission
from clauselint.library.mission_model import Mission, ReglageClause
from clauselint.model import Document, Duree, Montant
from clauselint.reading.understanding import understand

MISSIONS = ("mission-cdd.yaml", "mission-cdi.yaml")
CASES = [(mission, variante) for mission in MISSIONS for variante in VARIANTES]
TREATMENT = ("traitement", "rapprocher les relevés d’incidents et les équipes d’astreinte")
VALUES = {
    "assurance": (("garantie", "750 000 EUR"),),
    "cession": (("information", "20 jours"),),
    "confidentialite": (("duree", "4 ans"), ("restitution", "12 jours"), ("penalite", "3 000 EUR")),
    "donnees_personnelles": (TREATMENT, ("audit", "21 jours")),
    "non_sollicitation": (("duree", "9 mois"), ("indemnite", "5")),
    "propriete_intellectuelle": (("part", "4 %"), ("duree", "15 ans"), ("territoire", "la France")),
    "responsabilite": (("plafond", "64 000 EUR"), ("declaration", "45 jours")),
    "securite_donnees": (("alerte", "36 heures"), ("verification", "7 jours")),
    "sous_traitance": (("reponse", "8 jours ouvrés"),),
}


@cache
def library() -> Library:
    return load_library()


def mission_with(example: str, variante: str, *without: str) -> Mission:
    wishes = tuple(
        ReglageClause(clause=clause, variante=variante, valeurs=values, retiree=clause in without)
        for clause, values in VALUES.items()
    )
    return read_mission(EXAMPLES / example).model_copy(update={"clauses": wishes})


@cache
def contracts(example: str, variante: str) -> tuple[tuple[Draft, Document], ...]:
    drafts = draft(mission_with(example, variante), library())
    return tuple((one, understand(one.text, library())) for one in drafts)


def alineas(contract: Draft, clause: str) -> Iterator[str]:
    """The alinéas and items of one article, without its heading."""
    (section,) = (found for found in contract.sections if found.clause == clause)
    for element in section.elements[1:]:
        yield text_of(getattr(element, "runs", ()))


def sentences(contract: Draft, clause: str) -> set[str]:
    return {
        sentence.strip(" .")
        for alinea in alineas(contract, clause)
        for sentence in alinea.split(". ")
    }


@pytest.mark.parametrize(("example", "variante"), CASES)
def test_no_rule_finds_anything_whatever_the_values(example: str, variante: str) -> None:
    rules = select_rules(library().rules, (), ())
    for _, document in contracts(example, variante):
        results, failures = check_document(document, rules)
        assert not failures
        assert [result.rule.id for result in results if result.findings] == []


@pytest.mark.parametrize(("example", "variante"), CASES)
def test_the_values_given_are_the_values_read(example: str, variante: str) -> None:
    (_, work), (_, service) = contracts(example, variante)
    read = {terme.nom: terme.valeur for terme in service.termes}
    assert read["confidentialite_duree"] == Duree(mois=48)
    assert read["non_sollicitation_duree"] == Duree(mois=9)
    assert read["plafond_responsabilite"] == Montant(Decimal(64000))
    assert {terme.valeur for terme in work.termes if terme.nom == "confidentialite_duree"} == {
        Duree(mois=48)
    }


@pytest.mark.parametrize(("example", "variante"), CASES)
def test_the_author_assigns_each_right_that_the_client_is_promised(
    example: str, variante: str
) -> None:
    (work, _), (service, _) = contracts(example, variante)
    granted, promised = (
        [item for item in alineas(one, "propriete_intellectuelle") if item.startswith("le droit")]
        for one in (work, service)
    )
    assert granted == promised
    assert len(granted) >= 4


@pytest.mark.parametrize(("example", "variante"), CASES)
def test_rights_pass_at_the_same_time_and_for_the_same_use_in_both_contracts(
    example: str, variante: str
) -> None:
    (work, _), (service, _) = contracts(example, variante)
    for start in ("La cession prend effet", "La cession est consentie"):
        (granted,), (promised,) = (
            [said for said in sentences(one, "propriete_intellectuelle") if said.startswith(start)]
            for one in (work, service)
        )
        assert granted == promised


@pytest.mark.parametrize("example", MISSIONS)
@pytest.mark.parametrize("variante", ["equilibree", "portage"])
def test_rights_that_wait_for_the_client_to_pay_leave_the_pay_alone(
    example: str, variante: str
) -> None:
    (work, _), _ = contracts(example, variante)
    said = " ".join(alineas(work, "propriete_intellectuelle"))
    assert "lorsque le Client a payé" in said
    assert "ne dépend pas de ce paiement" in said


@pytest.mark.parametrize(("example", "variante"), CASES)
def test_what_the_employer_owes_the_client_is_never_taken_from_the_employee(
    example: str, variante: str
) -> None:
    _, (service, _) = contracts(example, variante)
    assert "jamais mise à la charge" in " ".join(alineas(service, "confidentialite"))
    assert "jamais retenues sur la rémunération" in " ".join(alineas(service, "responsabilite"))


@pytest.mark.parametrize(("example", "variante"), CASES)
def test_data_processed_for_the_client_are_processed_under_all_the_terms_required(
    example: str, variante: str
) -> None:
    _, (_, service) = contracts(example, variante)
    rules = select_rules(library().rules, ("donnees-personnelles/sous-traitance",), ())
    (result,), _ = check_document(service, rules)
    assert result.outcome is Outcome.CONFORME


def test_data_processed_for_the_client_want_security_terms() -> None:
    with pytest.raises(IncompatibleClauses, match="securite_donnees"):
        draft(mission_with("mission-cdd.yaml", "equilibree", "securite_donnees"), library())


def test_secrecy_is_wanted_by_security_in_the_work_contract() -> None:
    with pytest.raises(IncompatibleClauses, match="confidentialite"):
        draft(mission_with("mission-cdi.yaml", "client", "confidentialite"), library())
