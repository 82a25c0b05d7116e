"""Rules against documents: outcomes, findings and their places."""

from clauselint.checking.analysis import Analysis
from clauselint.checking.engine import check_document
from clauselint.checking.results import Finding, RuleFailure, RuleResult
from clauselint.checking.selection import UnknownRule, select_rules

__all__ = [
    "Analysis",
    "Finding",
    "RuleFailure",
    "RuleResult",
    "UnknownRule",
    "check_document",
    "select_rules",
]
