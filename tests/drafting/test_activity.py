"""Activity reports: the days of a month, their totals against what was agreed, what can’t be."""

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
REPORT = """\
cra:
  - mois: 2026-03-01
    date: 2026-03-31
    jours: [{jour: 2026-03-02}, {jour: 2026-03-03, part: "0.5"}]
  - mois: 2026-05-01
    date: 2026-05-29
    jours:
      - {jour: 2026-05-04}
      - {jour: 2026-05-05, part: "0.5"}
      - {jour: 2026-05-05, part: "0.5", activite: prospection}
      - {jour: 2026-05-07, activite: congé}
      - {jour: 2026-05-08}
    frais:
      - {jour: 2026-05-04, objet: billet de train, montant: 38.40 EUR TTC}
      - {jour: 2026-05-06, objet: repas, montant: 17.25 EUR TTC}
    avancement:
      - {livrable: analyse d’impact sur l’activité, etat: remise et acceptée}
    observations: Un accès manque.
"""
FORFAIT = "cra: [{mois: 2026-06-01, date: 2026-06-30, jours: [{jour: 2026-06-01}]}]"


def reports(mission: Mission, library: Library) -> list[Draft]:
    wanted = DocumentType.COMPTE_RENDU_ACTIVITE
    return [found for found in draft(mission, library) if found.document is wanted]


def may(rewritten: Rewritten, library: Library) -> Draft:
    return reports(asking(rewritten, "mission-cdd.yaml", REPORT), library)[1]


def test_every_day_of_the_month_is_there(rewritten: Rewritten, library: Library) -> None:
    days = rows(may(rewritten, library))[1:33]
    assert len({day for _, day, _, _ in days}) == 31
    assert ["Jour férié : Fête du Travail", "vendredi 1er", "", ""] in days
    assert ["Repos hebdomadaire", "samedi 2", "", ""] in days
    assert ["Sans activité", "lundi 11", "", ""] in days
    assert ["Jour férié : Ascension", "jeudi 14", "", ""] in days


def test_a_day_has_its_kinds_of_time_with_days_and_hours(
    rewritten: Rewritten, library: Library
) -> None:
    days = rows(may(rewritten, library))
    assert ["Prestation", "lundi 4", "1", "7"] in days
    assert ["Prestation", "mardi 5", "0,5", "3,5"] in days
    assert ["Prospection", "mardi 5", "0,5", "3,5"] in days
    assert ["Prestation (jour férié)", "vendredi 8", "1", "7"] in days


def test_totals_are_set_against_what_was_agreed(rewritten: Rewritten, library: Library) -> None:
    found = rows(may(rewritten, library))
    assert ["Prestation", "2,5", "17,5"] in found
    assert ["Congé", "1", "7"] in found
    assert ["Exécutées dans le mois", "2,5"] in found
    assert ["Convenues pour un mois complet", "17"] in found
    assert ["Exécutées depuis le début de la Prestation", "4"] in found
    assert ["Restant à exécuter", "100"] in found


def test_days_beyond_those_agreed_are_told(rewritten: Rewritten, library: Library) -> None:
    changes = (("  jours: 104", "  jours: 3"), ("2 400 EUR", "10 EUR"))
    mission = asking(rewritten, "mission-cdd.yaml", REPORT, *changes)
    assert ["Au-delà des journées convenues", "1"] in rows(reports(mission, library)[1])


def test_expenses_and_progress_are_laid_out(rewritten: Rewritten, library: Library) -> None:
    found = rows(may(rewritten, library))
    assert ["Billet de train", "4 mai 2026", "38,40 €"] in found
    assert ["Total", "", "55,65 €"] in found
    assert [
        "Analyse d’impact sur l’activité", "17 avril 2026", "Remise et acceptée",
    ] in found  # fmt: skip


def test_what_the_month_does_not_have_is_left_out(rewritten: Rewritten, library: Library) -> None:
    text = told(reports(asking(rewritten, "mission-cdd.yaml", REPORT), library)[0])
    assert "Frais professionnels" not in text
    assert "Avancement" not in text
    assert "signale" not in text


def test_a_report_is_recognised_and_without_fault(rewritten: Rewritten, library: Library) -> None:
    found = reports(asking(rewritten, "mission-cdd.yaml", REPORT), library)
    assert [report.reference for report in found] == ["HTP-2026-031-CRA1", "HTP-2026-031-CRA2"]
    for report in (*found, *reports(asking(rewritten, "mission-cdi.yaml", FORFAIT), library)):
        assert check_draft(report, library) == ()
        assert understand(report.text, library).type is DocumentType.COMPTE_RENDU_ACTIVITE


def test_hours_are_counted_only_where_working_time_is_in_hours(
    rewritten: Rewritten, library: Library
) -> None:
    forfait = ("  heures_par_jour: 7 ", "  forfait_jours: 200\n  jours_premiere_annee: 160 ")
    mission = asking(rewritten, "mission-cdd.yaml", REPORT, forfait)
    found = rows(reports(mission, library)[1])
    assert ["Prestation", "lundi 4", "1"] in found
    assert "Heures" not in {cell for row in found for cell in row}


@pytest.mark.parametrize(
    ("change", "key", "message"),
    [
        (('2026-05-05, part: "0.5", activite', "2026-05-04, activite"), "2.jours.3.jour", "plus d"),
        (("2026-03-02}", "2026-03-01}"), "1.jours.1.jour", "hors des dates"),
        (("mois: 2026-05-01", "mois: 2026-03-01"), "2.mois", "déjà son compte rendu"),
        (("livrable: analyse", "livrable: synthèse"), "2.avancement.1.livrable", "aucun livrable"),
    ],
)
def test_what_can_not_be_is_refused_at_its_line(
    change: tuple[str, str], key: str, message: str, rewritten: Rewritten, library: Library
) -> None:
    assert change[0] in REPORT
    wishes = REPORT.replace(*change)
    if key == "2.mois":
        wishes = wishes.replace("2026-05-", "2026-03-")
    problem = refusal(asking(rewritten, "mission-cdd.yaml", wishes), library).problems[0]
    assert problem.key == f"cra.{key}"
    assert message in problem.message
