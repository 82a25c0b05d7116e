"""Take a clause out of a built contract: the rules that want it, and no other of theirs, say so.

One neighbouring edit of the same contract, another clause taken out, leaves them silent.
"""

from functools import cache

import pytest
from tests.missions import EXAMPLES

from clauselint.checking import check_document, select_rules
from clauselint.drafting import Draft, draft
from clauselint.drafting.plain import contract_text
from clauselint.library import Library, load_library
from clauselint.library.mission import read_mission
from clauselint.reading.understanding import understand

FAMILIES = (
    "propriete-intellectuelle",
    "confidentialite",
    "donnees-personnelles",
    "clauses-recommandees",
)
WORK, SERVICE = 0, 1

REMOVED = [
    (SERVICE, "propriete_intellectuelle", {"propriete-intellectuelle/absente"}),
    (SERVICE, "confidentialite", {"confidentialite/absente"}),
    (SERVICE, "donnees_personnelles", {"donnees-personnelles/absente"}),
    (SERVICE, "recette", {"clauses-recommandees/recette"}),
    (SERVICE, "evolution_perimetre", {"clauses-recommandees/evolution-perimetre"}),
    (SERVICE, "reversibilite", {"clauses-recommandees/reversibilite"}),
    (SERVICE, "escalade", {"clauses-recommandees/escalade"}),
    (SERVICE, "remplacement", {"clauses-recommandees/remplacement"}),
    (SERVICE, "securite_donnees", {"clauses-recommandees/securite-donnees"}),
    (SERVICE, "non_sollicitation", {"clauses-recommandees/non-sollicitation"}),
    (SERVICE, "force_majeure", set()),
    (WORK, "confidentialite", {"confidentialite/absente"}),
    (WORK, "donnees_personnelles", {"donnees-personnelles/absente"}),
    (WORK, "propriete_intellectuelle", set()),
]


@cache
def drafts() -> tuple[tuple[Draft, ...], Library]:
    library = load_library()
    return draft(read_mission(EXAMPLES / "mission-cdd.yaml"), library), library


@pytest.mark.parametrize(("which", "clause", "rules"), REMOVED)
def test_a_clause_taken_out_gives_exactly_its_finding(
    which: int, clause: str, rules: set[str]
) -> None:
    contracts, library = drafts()
    whole = contracts[which]
    kept = tuple(section for section in whole.sections if section.clause != clause)
    assert len(kept) < len(whole.sections)
    document = understand(contract_text(whole.text.name, kept), library)
    chosen = select_rules(library.rules, FAMILIES, ())
    results, failures = check_document(document, chosen)
    assert not failures
    assert {result.rule.id for result in results if result.findings} == rules
