"""Termination, competition, solicitation and prohibitions, as different hands write them."""

from pathlib import Path

import pytest

from clauselint.checking import check_document, select_rules
from clauselint.library import Library, Outcome, load_library
from clauselint.model import Document, DocumentType
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

FAMILIES = ("resiliation", "non-concurrence", "non-sollicitation", "interdictions")
MISSING = ("resiliation/absente", "non-sollicitation/sanction")  # what a lone sentence can't have
SENTENCES = Path(__file__).with_name("terminations_and_prohibitions.txt")


def sentences(outcome: str) -> list[tuple[str, str, str]]:
    """The rule, the type of contract and the text of each case of the file with this outcome."""
    cases: list[tuple[str, str, str]] = []
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line.startswith(f"{outcome} | "):
            _, rule, kind, title, text = line.split(" | ", 4)
            cases.append((rule, kind, "\n".join((f"# {title}", *text.split(" // ")))))
    return cases


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(())


def document_of(library: Library, kind: str, text: str) -> Document:
    return understand(text_from_notation(text, name=kind), library, forced_type=DocumentType(kind))


def outcome_of(library: Library, rule_id: str, kind: str, text: str, *others: str) -> Outcome:
    rule = next(rule for rule in library.rules if rule.id == rule_id)
    dossier = [document_of(library, "prestation", other) for other in others]
    results, failures = check_document(document_of(library, kind, text), [rule], dossier)
    assert not failures, failures
    return results[0].outcome


@pytest.mark.parametrize(("rule_id", "kind", "text"), sentences("non_conforme"))
def test_a_defect_is_found_however_it_is_worded(
    library: Library, rule_id: str, kind: str, text: str
) -> None:
    assert outcome_of(library, rule_id, kind, text) is Outcome.NON_CONFORME


@pytest.mark.parametrize(("rule_id", "kind", "text"), sentences("conforme"))
def test_a_lawful_clause_is_not_taken_for_the_defect(
    library: Library, rule_id: str, kind: str, text: str
) -> None:
    found = outcome_of(library, rule_id, kind, text)
    assert found in (Outcome.CONFORME, Outcome.SANS_OBJET)


@pytest.mark.parametrize(("_rule", "kind", "text"), sentences("rien"))
def test_a_reminder_of_the_law_or_another_s_duty_is_no_defect(
    library: Library, _rule: str, kind: str, text: str
) -> None:
    rules = select_rules(library.rules, FAMILIES, MISSING)
    results, failures = check_document(document_of(library, kind, text), rules)
    assert not failures
    assert [finding.message.fr for result in results for finding in result.findings] == []


NON_COMPETITION = (
    "# Concurrence\nLe consultant s’interdit d’intervenir pour un concurrent du client."
)


def test_a_non_competition_that_the_service_contract_has_is_allowed(library: Library) -> None:
    rule = "non-concurrence/travail"
    assert outcome_of(library, rule, "cdd", NON_COMPETITION, NON_COMPETITION) is Outcome.CONFORME


def test_a_service_contract_without_non_competition_allows_none(library: Library) -> None:
    said = f"{NON_COMPETITION}\nLe contrat commercial comporte une clause de non-concurrence."
    silent = "# Prix\nLe prix est de 500 euros par jour."
    rule = "non-concurrence/travail"
    assert outcome_of(library, rule, "cdd", said) is Outcome.CONFORME
    assert outcome_of(library, rule, "cdd", said, silent) is Outcome.NON_CONFORME
