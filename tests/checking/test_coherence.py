"""One term changed in one contract of a clean mission: the rules that read it, and no other."""

import re
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from clauselint.checking.dossier_engine import check_dossier
from clauselint.dossiers.dossier import assemble
from clauselint.drafting import draft, write
from clauselint.library import Library, load_library
from clauselint.library.mission import read_mission
from clauselint.model import Document, DocumentType, Text
from clauselint.reading.docx import read_docx
from clauselint.reading.understanding import understand

MISSION = Path(__file__).parents[2] / "examples" / "mission-cdd.yaml"
BOTH = (DocumentType.CDD, DocumentType.PRESTATION)

# What the contracts of the mission say, what one of them is made to say, the rules that read it.
CHANGES = [
    ("640,00 €", "655,00 €", {"coherence/prix"}),
    ("66 560,00 €", "66 650,00 €", {"coherence/prix"}),
    (r"(?<!-)104\b", "108", {"coherence/prix"}),
    ("Compagnie Bourguignonne de Caution", "Lutetia Caution", {"coherence/garant"}),
    ("Arcadie Assurances", "Vega Assurances", {"coherence/assurance"}),
    ("RC-2026-558-104", "RC-2026-585-104", {"coherence/assurance"}),
    ("Tournebise", "Rastignat", {"coherence/salarie"}),
    ("Laboratoires Vernanges", "Imprimerie Lassalle", {"coherence/parties"}),
    ("538 172 941", "552 100 554", {"coherence/parties"}),
    ("903 517 464", "552 100 554", {"coherence/parties"}),
]


@cache
def standard_library() -> Library:
    return load_library()


@cache
def texts() -> dict[DocumentType, Text]:
    library = standard_library()
    mission = read_mission(MISSION)
    return {
        contract.document: read_docx(write(contract, library), name=str(contract.document)).text
        for contract in draft(mission, library)
    }


def saying(kind: DocumentType, said: str, other: str) -> Document:
    """The contract of a kind, where `other` stands for the pattern `said` everywhere."""
    pattern = re.compile(said.replace(" ", r"\s"))
    paragraphs = tuple(
        replace(item, text=pattern.sub(other, item.text)) for item in texts()[kind].paragraphs
    )
    assert paragraphs != texts()[kind].paragraphs, f"{kind} does not say {said}"
    return understand(replace(texts()[kind], paragraphs=paragraphs), standard_library())


@cache
def unchanged(kind: DocumentType) -> Document:
    return understand(texts()[kind], standard_library())


def fired(*documents: Document) -> set[str]:
    rules = [rule for rule in standard_library().rules if rule.of_dossier]
    results, failures = check_dossier(assemble(documents), rules)
    assert not failures
    return {result.rule.id for result in results if result.findings}


def test_a_mission_as_built_agrees_with_itself() -> None:
    assert fired(*map(unchanged, BOTH)) == set()


@pytest.mark.parametrize("changed", BOTH)
@pytest.mark.parametrize(("said", "other", "rules"), CHANGES)
def test_a_term_changed_in_one_contract_is_found_by_the_rules_that_read_it(
    changed: DocumentType, said: str, other: str, rules: set[str]
) -> None:
    documents = [saying(kind, said, other) if kind is changed else unchanged(kind) for kind in BOTH]
    assert fired(*documents) == rules


@pytest.mark.parametrize(("said", "other", "rules"), CHANGES)
def test_a_term_changed_in_both_contracts_is_found_by_none(
    said: str, other: str, rules: set[str]
) -> None:
    assert rules
    assert fired(*(saying(kind, said, other) for kind in BOTH)) == set()


@pytest.mark.parametrize(
    ("changed", "said", "other", "rules"),
    [
        (DocumentType.PRESTATION, "1er septembre 2026", "30 septembre 2026", {"coherence/periode"}),
        (DocumentType.CDD, "1er septembre 2026", "31 juillet 2026", {"coherence/periode"}),
        (DocumentType.CDD, r"trois \(3\) ans", "deux (2) ans", {"coherence/confidentialite"}),
        (
            DocumentType.PRESTATION,
            r"trois \(3\) ans",
            "cinq (5) ans",
            {"coherence/confidentialite"},
        ),
        (DocumentType.CDD, "1er septembre 2026", "30 septembre 2026", set()),
        (DocumentType.CDD, r"trois \(3\) ans", "cinq (5) ans", set()),
    ],
)
def test_a_term_that_may_be_wider_on_one_side_is_found_only_when_it_is_narrower(
    changed: DocumentType, said: str, other: str, rules: set[str]
) -> None:
    documents = [saying(kind, said, other) if kind is changed else unchanged(kind) for kind in BOTH]
    assert fired(*documents) == rules
