"""What a check gives: an outcome for each rule and document, and the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from clauselint.checking.analysis import Skipped
from clauselint.library import Gravite, Message, Outcome, Rule
from clauselint.model import Place

if TYPE_CHECKING:
    from clauselint.checking.other_places import OtherPlace

__all__ = ["Finding", "RuleFailure", "RuleResult"]


class Finding(Struct, frozen=True, eq=False):
    """A defect: where it is, in the words of the contract, and what to do, in both languages.

    `place` is None when the document has no text to point at. `termes` names the terms the rule
    read, so that a finding on a draft can be traced to the mission. `other_places` are what other
    contracts of the same mission say against it.
    """

    rule: Rule
    gravite: Gravite
    document: str
    message: Message
    place: Place | None
    quote: str
    termes: tuple[str, ...] = ()
    other_documents: tuple[str, ...] = ()
    other_places: tuple[OtherPlace, ...] = ()


class RuleResult(Struct, frozen=True, eq=False):
    """The outcome of one rule on one document; `missing` names what an undecided rule lacks,
    `skipped` is what it left undone for want of an analysis of language.
    """

    rule: Rule
    document: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    missing: str = ""
    skipped: Skipped | None = None


class RuleFailure(Struct, frozen=True, eq=False):
    """A rule that could not be run: a fault of the rule, not of the contract."""

    rule: Rule
    document: str
    reason: str
