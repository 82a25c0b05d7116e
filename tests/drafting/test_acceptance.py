"""Acceptance reports: what the client decides of each deliverable, and the days that can’t be."""

from collections.abc import Callable

import pytest
from tests.drafting.test_documents import asking, told
from tests.drafting.test_notices import refusal, rows

from clauselint.api.building import check_draft
from clauselint.drafting import Draft, draft
from clauselint.library import Library
from clauselint.library.mission_model import Mission
from clauselint.model import DocumentType
from clauselint.reading.understanding import understand

Rewritten = Callable[..., Mission]
PLAN = "plan de continuité et plan de reprise informatique"
REPORT = f"""\
recette:
  - date: 2026-07-10
    livrables:
      - {{livrable: analyse d’impact sur l’activité, remise: 2026-04-20, decision: accepté}}
      - livrable: {PLAN}
        remise: 2026-07-06
        decision: accepté avec réserves
        reserves:
          - {{objet: délai de la paie à justifier, correction: 2026-07-20}}
      - livrable: compte rendu des deux exercices
        remise: 2026-07-10
        decision: refusé
        motif: un exercice manque
"""
ONE = """\
recette:
  - date: 2026-04-24
    livrables:
      - {livrable: analyse d’impact sur l’activité, remise: 2026-04-17, decision: accepté}
"""


def reports(mission: Mission, library: Library) -> list[Draft]:
    return [found for found in draft(mission, library) if found.document is DocumentType.PV_RECETTE]


def test_each_deliverable_has_its_days_and_its_decision(
    rewritten: Rewritten, library: Library
) -> None:
    (found,) = reports(asking(rewritten, "mission-cdd.yaml", REPORT), library)
    assert [
        "Analyse d’impact sur l’activité", "17 avril 2026", "20 avril 2026", "Accepté",
    ] in rows(found)  # fmt: skip
    assert ["Délai de la paie à justifier", "20 juillet 2026"] in rows(found)
    assert "pour le motif suivant : un exercice manque." in told(found)


def test_a_report_is_recognised_and_without_fault(rewritten: Rewritten, library: Library) -> None:
    for wishes in (REPORT, ONE):
        (found,) = reports(asking(rewritten, "mission-cdd.yaml", wishes), library)
        assert check_draft(found, library) == ()
        assert understand(found.text, library).type is DocumentType.PV_RECETTE


def test_only_the_decisions_taken_have_a_part(rewritten: Rewritten, library: Library) -> None:
    (found,) = reports(asking(rewritten, "mission-cdd.yaml", ONE), library)
    assert "Livrables acceptés sans réserve" in told(found)
    assert "refus" not in told(found)
    assert "réserves" not in told(found)


def test_the_conditions_recalled_are_those_of_the_contract(
    rewritten: Rewritten, library: Library
) -> None:
    rate = "  modalites_paiement: {delai: 30 jours}"
    change = (rate, f"{rate}\n  recette: {{delai: 21 jours}}")
    mission = asking(rewritten, "mission-cdd.yaml", ONE, change)
    (found,) = reports(mission, library)
    assert "laisse au Client vingt et un (21) jours" in told(found)
    assert all("vingt et un (21) jours" in told(text) for text in draft(mission, library)[1:])


def test_reports_are_numbered_in_their_order(rewritten: Rewritten, library: Library) -> None:
    wishes = ONE + REPORT.removeprefix("recette:\n")
    found = reports(asking(rewritten, "mission-cdd.yaml", wishes), library)
    assert [report.reference for report in found] == ["HTP-2026-031-PVR1", "HTP-2026-031-PVR2"]


@pytest.mark.parametrize(
    ("change", "key", "message"),
    [
        (("analyse d’impact sur l’activité", "analyse d’impact"), "0.livrable", "aucun livrable"),
        (("remise: 2026-07-06", "remise: 2026-07-13"), "1.remise", "après la date du procès"),
        (("correction: 2026-07-20", "correction: 2026-07-01"), "1.reserves.1.correction", "avant"),
    ],
)
def test_what_can_not_be_is_refused_at_its_line(
    change: tuple[str, str], key: str, message: str, rewritten: Rewritten, library: Library
) -> None:
    assert change[0] in REPORT
    wishes = REPORT.replace(*change)
    problem = refusal(asking(rewritten, "mission-cdd.yaml", wishes), library).problems[0]
    number, rest = key.split(".", 1)
    assert problem.key == f"recette.1.livrables.{int(number) + 1}.{rest}"
    assert message in problem.message


def test_a_deliverable_added_by_an_amendment_is_known_once_it_takes_effect(
    rewritten: Rewritten, library: Library
) -> None:
    early = rewritten("mission-suivie.yaml", ("  - date: 2026-09-10", "  - date: 2026-06-10"))
    problem = refusal(early, library).problems[-1]
    assert problem.key == "recette.1.livrables.3.remise"
    assert "« étude du second quai »" in str(refusal(early, library))
    (found,) = reports(rewritten("mission-suivie.yaml"), library)
    assert ["Étude du second quai", "31 août 2026", "4 septembre 2026", "Refusé"] in rows(found)
