"""For each rule, an edit of a good contract that it must find and a neighbouring one that it must
not: the lines of `mutations/`, one file a family.

    - rule: durees/cdd-maximum
      contract: cdd            # built from examples/: cdd, cdi, prestation, prestation-cdi
      triggers: {replace: …, by: …}          # see tests/contract_edits.py
      silent: {replace: …, by: …}
      also: [durees/duree-et-dates]          # rules of the family that the edit breaks too
      why: one line, where it is not obvious
      base: |                                # instead of `contract`, an own one in notation
      type: avenant                          # of the base, where its text does not say it
      dossier: prestation                    # another contract checked with it
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests.contract_edits import Contract, Edit, edited
from tests.missions import EXAMPLES

from clauselint.checking import Finding, check_document
from clauselint.drafting import draft, write
from clauselint.drafting.blocks import Bloc, text_of
from clauselint.library import Library, Rule, load_library
from clauselint.library.mission import read_mission
from clauselint.model import Document, DocumentType, Text
from clauselint.reading.docx import read_docx
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

Entry = Mapping[str, Any]

BUILT = {
    "cdd": ("mission-cdd.yaml", 0),
    "prestation": ("mission-cdd.yaml", 1),
    "cdi": ("mission-cdi.yaml", 0),
    "prestation-cdi": ("mission-cdi.yaml", 1),
}
KEYS = {"rule", "contract", "base", "type", "triggers", "silent", "also", "why", "dossier"}
OTHERS = ("coherence",)  # families that compare several contracts


def entries() -> list[Entry]:
    files = sorted((Path(__file__).parent / "mutations").glob("*.yaml"))
    return [entry for file in files for entry in YAML(typ="safe").load(file)]


ENTRIES = entries()
NAMES = [f"{entry['rule']}-{rank}" for rank, entry in enumerate(ENTRIES)]


@cache
def the_library() -> Library:
    return load_library()


@cache
def built(name: str) -> Contract:
    """A contract of the examples, written to Word and read back."""
    mission, rank = BUILT[name]
    drafted = draft(read_mission(EXAMPLES / mission), the_library())[rank]
    text = read_docx(write(drafted, the_library())).text
    headings = {
        section.clause: text_of(section.elements[0].runs)
        for section in drafted.sections
        if section.clause and isinstance(section.elements[0], Bloc)
    }
    return Contract(text, understand(text, the_library()), headings)


def contract_of(entry: Entry) -> Contract:
    if "contract" in entry:
        return built(entry["contract"])
    text = text_from_notation(entry["base"])
    return Contract(text, understood(text, entry), {})


def understood(text: Text, entry: Entry) -> Document:
    forced = DocumentType(entry["type"]) if "type" in entry else None
    return understand(text, the_library(), forced_type=forced)


def findings(document: Document, rules: Sequence[Rule], entry: Entry) -> list[Finding]:
    others = (built(entry["dossier"]).document,) if "dossier" in entry else ()
    results, failures = check_document(document, rules, others)
    assert failures == ()
    return [finding for result in results for finding in result.findings]


def found(contract: Contract, edit: Edit, rules: Sequence[Rule], entry: Entry) -> dict[str, str]:
    document = understood(edited(contract, edit), entry)
    return {one.rule.id: one.message.fr for one in findings(document, rules, entry)}


@pytest.mark.parametrize("name", BUILT)
def test_the_whole_contract_gives_no_finding(name: str) -> None:
    assert findings(built(name).document, the_library().rules, {}) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=NAMES)
def test_an_edit_that_breaks_a_rule_gives_its_finding_and_no_other_of_its_family(
    entry: Entry,
) -> None:
    expected = {entry["rule"], *entry.get("also", ())}
    family = entry["rule"].partition("/")[0]
    rules = [rule for rule in the_library().rules if rule.famille == family or rule.id in expected]
    given = found(contract_of(entry), entry["triggers"], rules, entry)
    assert given.keys() == expected, given


@pytest.mark.parametrize("entry", ENTRIES, ids=NAMES)
def test_a_neighbouring_edit_gives_no_finding_of_the_rule(entry: Entry) -> None:
    rules = [rule for rule in the_library().rules if rule.id == entry["rule"]]
    contract = contract_of(entry)
    assert findings(contract.document, rules, entry) == []
    assert found(contract, entry["silent"], rules, entry) == {}


def test_each_rule_has_an_edit_that_breaks_it() -> None:
    rules = {rule.id for rule in the_library().rules if rule.famille not in OTHERS}
    assert sorted(rules - {entry["rule"] for entry in ENTRIES}) == []


def test_entries_say_only_what_the_test_reads() -> None:
    assert [entry for entry in ENTRIES if entry.keys() - KEYS] == []
    assert [entry for entry in ENTRIES if ("base" in entry) == ("contract" in entry)] == []
