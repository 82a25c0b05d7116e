"""The JSON Schemas of the files that people write, for completion and checks in their editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clauselint.library.definitions import Clause

__all__ = ["SCHEMAS", "json_schema"]

SCHEMAS = ("mission", "profil", "client", "salarie", "clause", "rule", "outline")
"""The kinds of file that have a schema."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: str, clauses: Sequence[Clause] = ()) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one of the `SCHEMAS`: mission, profil, client, salarie,
    clause, rule or outline.

    `clauses` let a mission’s schema name the variants and parameters of each. Raises `KeyError` for
    any other kind.
    """
    title, make = _makers(clauses)[kind]
    return {"$schema": _DIALECT, **make(), "title": title}


def _makers(clauses: Sequence[Clause]) -> Mapping[str, tuple[str, Callable[[], Mapping[str, Any]]]]:
    # pydantic is heavy, and the face of the library names this module.
    from clauselint.library import mission_schemas as missions  # noqa: PLC0415
    from clauselint.library.clause_schema import ClauseModel  # noqa: PLC0415
    from clauselint.library.outline import outline_schema  # noqa: PLC0415
    from clauselint.library.rule_schema import RuleModel  # noqa: PLC0415

    return {
        "mission": ("Mission de portage salarial", lambda: missions.mission_schema(clauses)),
        "profil": ("Entreprise de portage", lambda: missions.part_schema("profil")),
        "client": ("Entreprise cliente", lambda: missions.part_schema("entreprise_cliente")),
        "salarie": ("Salarié porté", lambda: missions.part_schema("salarie_porte")),
        "clause": ("Sorte de clause", ClauseModel.model_json_schema),
        "rule": ("Règle", RuleModel.model_json_schema),
        "outline": ("Plan d’un document", outline_schema),
    }
