"""Clauses, rules, templates and law: data that a lawyer edits, loaded, checked and cached."""

from clauselint.library.cues import Cue, Group
from clauselint.library.definitions import (
    Clause,
    ClauseExample,
    Constat,
    FaitSlot,
    Fondement,
    Gravite,
    Indice,
    Lien,
    Message,
    MessageTemplate,
    Outcome,
    Parametre,
    Portee,
    Reconnaissance,
    Rule,
    RuleExample,
    TermeSlot,
    TermeType,
    Variante,
)
from clauselint.library.expressions import Evaluator, Expression
from clauselint.library.json_schemas import json_schema
from clauselint.library.library import Library, load_library, standard_root
from clauselint.library.problems import LibraryError, Problem

__all__ = [
    "Clause",
    "ClauseExample",
    "Constat",
    "Cue",
    "Evaluator",
    "Expression",
    "FaitSlot",
    "Fondement",
    "Gravite",
    "Group",
    "Indice",
    "Library",
    "LibraryError",
    "Lien",
    "Message",
    "MessageTemplate",
    "Outcome",
    "Parametre",
    "Portee",
    "Problem",
    "Reconnaissance",
    "Rule",
    "RuleExample",
    "TermeSlot",
    "TermeType",
    "Variante",
    "json_schema",
    "load_library",
    "standard_root",
]
