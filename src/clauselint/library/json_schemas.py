"""The JSON Schemas of the files that people write, for completion and checks in their editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["json_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a `mission`, `profil`, `clause` or `rule` file.

    Raises `KeyError` for any other kind.
    """
    title, make = _makers()[kind]
    return {"$schema": _DIALECT, **make(), "title": title}


def _makers() -> Mapping[str, tuple[str, Callable[[], Mapping[str, Any]]]]:
    # pydantic is heavy, and the face of the library names this module.
    from clauselint.library.clause_schema import ClauseModel  # noqa: PLC0415
    from clauselint.library.mission import mission_schema, profil_schema  # noqa: PLC0415
    from clauselint.library.rule_schema import RuleModel  # noqa: PLC0415

    return {
        "mission": ("Mission de portage salarial", mission_schema),
        "profil": ("Entreprise de portage", profil_schema),
        "clause": ("Sorte de clause", ClauseModel.model_json_schema),
        "rule": ("Règle", RuleModel.model_json_schema),
    }
