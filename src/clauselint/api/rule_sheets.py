"""Rules told in full, with what they say of their own examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clauselint.api.examples import play
from clauselint.checking import select_rules
from clauselint.library import Library, Rule
from clauselint.reporting.rule_pages import INDEX, index_page, page_name, rule_page
from clauselint.reporting.rule_sheet import Sheet, Verdict, rule_sheet
from clauselint.reporting.rules import sheet_text

__all__ = ["explain_rules", "rule_pages"]


def explain_rules(library: Library, name: str, lang: str) -> str:
    """The rule or the rules of the family `name`, for a terminal, in « fr » or « en ».

    Raises `UnknownRule`.
    """
    rules = select_rules(library.rules, [name])
    return "\n\n".join(sheet_text(_sheet(library, rule, (lang,))) for rule in rules)


def rule_pages(library: Library) -> Mapping[str, str]:
    """The Markdown pages of all rules and their index, by the path of their file."""
    pages = {
        page_name(rule.id): rule_page(_sheet(library, rule, ("fr", "en"))) for rule in library.rules
    }
    return {INDEX: index_page(library.rules), **pages}


def _sheet(library: Library, rule: Rule, langs: Sequence[str]) -> Sheet:
    played = (play(library, rule, example) for example in rule.exemples)
    verdicts = [
        Verdict(tuple(finding.message for finding in result.findings), result.missing)
        for result in played
    ]
    return rule_sheet(rule, verdicts, library.clauses, langs)
