"""What pydantic finds wrong, in French: one table of messages, and where each fault stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from clauselint.library.problems import Problem, choices, nearest
from clauselint.library.yaml_places import Key, Tree

__all__ = ["faults_of", "names_at", "problem_of", "problems_of"]

_LIST = "une liste est attendue : un tiret par ligne, ou [a, b]"
_MAPPING = "des clés sont attendues ici, une par ligne (clé: valeur)"
_DATE = "une date est attendue : année, mois, jour, comme 2026-03-01"
_BOOL = "attendu : true (oui) ou false (non)"
_NUMBER = "un nombre est attendu"

# Type of a pydantic error -> message. `{given}` is the value as the file writes it; names of
# pydantic's own context may also stand between braces.
_MESSAGES = {
    "bool_parsing": _BOOL,
    "bool_type": _BOOL,
    "date_from_datetime_inexact": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "date_type": _DATE,
    "decimal_max_digits": "ce nombre a trop de chiffres",
    "decimal_max_places": "ce nombre a trop de décimales ({decimal_places} au plus)",
    "decimal_parsing": _NUMBER,
    "decimal_type": _NUMBER,
    "dict_type": _MAPPING,
    "finite_number": _NUMBER,
    "frozen_set_type": _LIST,
    "greater_than": "la valeur doit être supérieure à {gt}",
    "greater_than_equal": "la valeur doit être au moins {ge}",
    "int_from_float": "un nombre entier est attendu",
    "int_parsing": "un nombre entier est attendu",
    "int_parsing_size": "ce nombre est trop grand",
    "int_type": "un nombre entier est attendu",
    "less_than": "la valeur doit être inférieure à {lt}",
    "less_than_equal": "la valeur doit être au plus {le}",
    "list_type": _LIST,
    "mapping_type": _MAPPING,
    "missing": "cette clé manque",
    "model_attributes_type": _MAPPING,
    "model_type": _MAPPING,
    "none_required": "aucune valeur n’est attendue ici",
    "set_type": _LIST,
    "string_pattern_mismatch": "« {given} » n’a pas la forme attendue",
    "string_too_long": "ce texte est trop long ({max_length} caractères au plus)",
    "string_too_short": "un texte est attendu ; celui-ci est vide",
    "string_type": "un texte est attendu",
    "too_long": "trop d’éléments dans cette liste ({max_length} au plus)",
    "too_short": "il manque des éléments dans cette liste ({min_length} au moins)",
    "tuple_type": _LIST,
}
_OTHER = "« {given} » n’est pas attendu ici"

_DATES = ("date_from_datetime_parsing", "date_parsing")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_QUOTED = re.compile(r"'([^']*)'")


def problems_of(error: ValidationError, model: type[BaseModel], tree: Tree) -> tuple[Problem, ...]:
    """Every fault of `error`, raised by `model`, with its place in `tree`."""
    return tuple(problem_of(details, model, tree) for details in faults_of(error))


def faults_of(error: ValidationError) -> tuple[ErrorDetails, ...]:
    """The faults of `error`, without those that only follow from others."""
    found = error.errors(include_url=False)
    return tuple(details for details in found if not _follows(details, found))


def _follows(details: ErrorDetails, found: Sequence[ErrorDetails]) -> bool:
    """Whether a list is too short only because pydantic leaves out its faulty elements."""
    loc = details["loc"]
    return details["type"] == "too_short" and any(
        other["loc"][: len(loc)] == loc and len(other["loc"]) > len(loc) for other in found
    )


def problem_of(details: ErrorDetails, model: type[BaseModel], tree: Tree) -> Problem:
    """One fault of a value of `model`, with its place in `tree`."""
    kind, loc = details["type"], details["loc"]
    if kind == "extra_forbidden":
        names = sorted(names_at(model, loc[:-1]))
        return tree.problem(
            tree.key_position(loc),
            loc,
            "cette clé n’existe pas",
            expected=choices(names),
            suggestion=nearest(str(loc[-1]), names),
        )
    if loc and loc[-1] == "[key]":
        loc = loc[:-1]
        return _value_problem(details, loc, tree, tree.key_position(loc), str(loc[-1]))
    if kind == "missing":
        position = tree.value_position(loc) if len(loc) > 1 else (1, 1)
        return tree.problem(position, loc, _MESSAGES["missing"])
    shown = _as_written(tree, tree.known(loc), details.get("input"))
    return _value_problem(details, loc, tree, tree.value_position(loc), shown)


def _value_problem(
    details: ErrorDetails, loc: Sequence[Key], tree: Tree, position: tuple[int, int], shown: str
) -> Problem:
    """The problem of a value, or of a key, that the file writes as `shown`."""
    kind, given = details["type"], details.get("input")
    loc = tree.known(loc)
    context: Mapping[str, Any] = details.get("ctx", {})
    if kind in ("enum", "literal_error"):
        names = _QUOTED.findall(str(context.get("expected", "")))
        return tree.problem(
            position,
            loc,
            f"« {shown} » n’est pas attendu ici",
            expected=choices(names),
            suggestion=nearest(str(given), names),
        )
    if kind == "value_error":
        return tree.problem(position, loc, str(context.get("error", "")).rstrip("."))
    if given is None and kind not in ("missing", "none_required"):
        return tree.problem(position, loc, "cette clé est sans valeur ; en donner une ou l’ôter")
    if kind == "string_type":
        return tree.problem(position, loc, _unquoted(given, shown))
    if kind not in get_args(ErrorType):  # a validator of the project, which speaks French
        return tree.problem(
            position,
            loc,
            details["msg"].rstrip("."),
            expected=str(context.get("expected", "")),
            suggestion=str(context.get("suggestion", "")),
        )
    if kind in _DATES and _DAY.fullmatch(shown):
        return tree.problem(position, loc, f"« {shown} » n’existe pas au calendrier")
    if kind == "too_short" and isinstance(given, str):
        kind = "string_too_short"
    message = _MESSAGES.get(kind, _OTHER).format(given=shown, **context)
    return tree.problem(position, loc, message)


def _as_written(tree: Tree, loc: Sequence[Key], given: Any) -> str:
    node = tree.node(loc)
    if node is not None and isinstance(node.value, str):
        return node.value.strip()
    return "" if given is None or isinstance(given, list | dict) else str(given)


def _unquoted(given: Any, shown: str) -> str:
    """Why a scalar is not a text: YAML reads bare digits and `true` as something else."""
    if isinstance(given, bool):
        return f"« {shown} » est lu comme oui ou non ; mettre entre guillemets : '{shown}'"
    if isinstance(given, list | dict):
        return "un texte est attendu ici, non une liste ou des clés"
    return f"« {shown} » est lu comme un nombre ; mettre entre guillemets : '{shown}'"


def names_at(model: type[BaseModel], loc: Sequence[Key]) -> set[str]:
    """The keys that may stand at `loc`: names of the fields of the models found there."""
    kinds: list[Any] = [model]
    for step in loc:
        kinds = [inner for kind in kinds for inner in _inside(kind, step)] or kinds
    found = [kind for kind in kinds if _is_model(kind)]
    return {field.alias or name for kind in found for name, field in kind.model_fields.items()}


def _inside(kind: Any, step: Key) -> list[Any]:
    """The types of what stands under `step` (a key or a rank) in a value of type `kind`."""
    if _is_model(kind):
        named = [
            field.annotation
            for name, field in kind.model_fields.items()
            if step in (name, field.alias)
        ]
        return [inner for annotation in named for inner in _alternatives(annotation)]
    arguments = get_args(kind)
    if arguments and _is_container(kind, step):
        items = arguments[1:2] if isinstance(step, str) else arguments[:1]
        return [inner for item in items for inner in _alternatives(item)]
    return []


def _is_container(kind: Any, step: Key) -> bool:
    origin = get_origin(kind)
    if not isinstance(origin, type):
        return False
    return issubclass(origin, Mapping if isinstance(step, str) else Sequence)


def _alternatives(annotation: Any) -> list[Any]:
    """The members of a union, without what `Annotated` adds."""
    if get_origin(annotation) is Annotated:
        return _alternatives(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return [inner for member in get_args(annotation) for inner in _alternatives(member)]
    return [annotation]


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
