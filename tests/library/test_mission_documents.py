"""What a mission asks for beyond its contracts, and how it is told what is wrong with it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clauselint.library import LibraryError
from clauselint.library.mission import read_mission
from clauselint.library.mission_documents import Activite, Decision
from clauselint.library.mission_model import Mission
from clauselint.model import Duree

EXAMPLES = Path(__file__).parents[2] / "examples"
PROFIL = "profils/hauterive-portage.yaml"


def asking(folder: Path, wishes: str) -> Mission:
    """The example with a fixed term, and these keys at its end."""
    (folder / "profils").mkdir(exist_ok=True)
    (folder / PROFIL).write_text((EXAMPLES / PROFIL).read_text())
    path = folder / "mission.yaml"
    path.write_text(f"{(EXAMPLES / 'mission-cdd.yaml').read_text()}\n{wishes}\n")
    return read_mission(path)


def test_a_mission_asks_for_nothing_unless_it_says_so(tmp_path: Path) -> None:
    mission = asking(tmp_path, "")
    asked = (mission.documents, mission.annexes, mission.avenants, mission.cra, mission.recette)
    assert asked == ((), (), (), (), ())
    assert mission.relance is None


def test_a_document_is_asked_for_by_its_name_or_with_its_date(tmp_path: Path) -> None:
    mission = asking(tmp_path, "documents: [convention, {document: devis, date: 2026-02-02}]")
    first, second = mission.documents
    assert (first.document, first.date) == ("convention", None)
    assert (second.document, second.date) == ("devis", date(2026, 2, 2))
    assert second.validite == Duree(mois=1)


def test_an_activity_report_counts_days_and_half_days(tmp_path: Path) -> None:
    mission = asking(
        tmp_path,
        "cra:\n  - mois: 2026-03-01\n    date: 2026-03-31\n    jours:\n"
        "      - {jour: 2026-03-02}\n"
        "      - {jour: 2026-03-03, part: 0.5, activite: formation}\n",
    )
    first, second = mission.cra[0].jours
    assert (first.part, first.activite) == (Decimal(1), Activite.PRESTATION)
    assert (second.part, second.activite) == (Decimal("0.5"), Activite.FORMATION)


def test_an_acceptance_tells_what_is_accepted_reserved_and_refused(tmp_path: Path) -> None:
    mission = asking(
        tmp_path,
        "recette:\n  - date: 2026-09-03\n    livrables:\n"
        "      - {livrable: plan, remise: 2026-07-03, decision: accepté}\n"
        "      - livrable: compte rendu\n        remise: 2026-08-28\n"
        "        decision: accepté avec réserves\n"
        "        reserves: [{objet: annexe à joindre, correction: 2026-09-10}]\n"
        "      - {livrable: bilan, remise: 2026-08-28, decision: refusé, motif: hors sujet}\n",
    )
    decisions = [found.decision for found in mission.recette[0].livrables]
    assert decisions == [Decision.ACCEPTE, Decision.RESERVES, Decision.REFUSE]


BILL = "{numero: F-1, date: 2026-04-30, echeance: 2026-05-30, montant: 1 200 EUR TTC}"


def test_a_notice_to_pay_holds_its_bills(tmp_path: Path) -> None:
    mission = asking(
        tmp_path, f"relance:\n  date: 2026-07-01\n  delai: 8 jours\n  factures: [{BILL}]\n"
    )
    assert mission.relance is not None
    assert mission.relance.factures[0].echeance == date(2026, 5, 30)
    assert mission.relance.delai == Duree(jours=8)


DAY = "{jour: 2026-03-02}"
FAULTS = {
    "unknown document": ("documents: [contrat]", "convention"),
    "unknown annex": ("annexes: [perimetr]", "perimetre"),
    "month of another day": (
        f"cra: [{{mois: 2026-03-02, date: 2026-03-31, jours: [{DAY}]}}]",
        "premier jour du mois",
    ),
    "day of another month": (
        f"cra: [{{mois: 2026-04-01, date: 2026-04-30, jours: [{DAY}]}}]",
        "n’est pas dans le mois",
    ),
    "part of a day": (
        "cra: [{mois: 2026-03-01, date: 2026-03-31, jours: [{jour: 2026-03-02, part: 0.7}]}]",
        "0,5 pour une demi-journée",
    ),
    "reservations of what is accepted": (
        "recette: [{date: 2026-09-03, livrables: [{livrable: plan, remise: 2026-07-03, "
        "decision: accepté, reserves: [{objet: x, correction: 2026-09-10}]}]}]",
        "au seul livrable accepté avec réserves",
    ),
    "a refusal without reason": (
        "recette: [{date: 2026-09-03, livrables: [{livrable: plan, remise: 2026-07-03, "
        "decision: refusé}]}]",
        "« motif »",
    ),
    "a bill due before it was made": (
        "relance: {date: 2026-07-01, delai: 8 jours, factures: [{numero: F-1, date: 2026-06-30, "
        "echeance: 2026-05-30, montant: 12 EUR}]}",
        "précède la date de la facture",
    ),
    "no bill": ("relance: {date: 2026-07-01, delai: 8 jours, factures: []}", "relance.factures"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_is_wrong_is_told_in_french_at_its_line(case: str, tmp_path: Path) -> None:
    wishes, message = FAULTS[case]
    with pytest.raises(LibraryError) as caught:
        asking(tmp_path, wishes)
    assert message in str(caught.value)
    problem = caught.value.problems[0]
    assert problem.key.split(".")[0] == wishes.split(":")[0]
    example = (EXAMPLES / "mission-cdd.yaml").read_text()
    assert problem.line == len(example.splitlines()) + 2
