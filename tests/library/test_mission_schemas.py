"""What editors are told of missions: complete, in French, and true of the examples."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from clauselint.library import Library
from clauselint.library.json_schemas import json_schema
from clauselint.library.yaml_source import read_values

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [
    *(("mission", path) for path in sorted(EXAMPLES.glob("*.yaml"))),
    *(("profil", path) for path in sorted(EXAMPLES.glob("profils/*.yaml"))),
    *(("client", path) for path in sorted(EXAMPLES.glob("clients/*.yaml"))),
    *(("salarie", path) for path in sorted(EXAMPLES.glob("salaries/*.yaml"))),
]


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return float(value) if isinstance(value, Decimal) else value


def faults(kind: str, values: Any, library: Library) -> list[str]:
    schema = json_schema(kind, tuple(library.clauses.values()))
    checker = jsonschema.Draft202012Validator(schema)
    return [error.message for error in checker.iter_errors(as_json(values))]


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda item: getattr(item, "name", item))
def test_the_schemas_admit_the_examples(kind: str, path: Path, library: Library) -> None:
    _, values = read_values(path)
    assert faults(kind, values, library) == []


@pytest.mark.parametrize(
    ("group", "key", "value"),
    [
        ("prix", "tjm", "620"),
        ("prix", "tjn", "620 EUR HT"),
        ("prestation", "motif", "envie"),
        ("clauses", "confidentialité", "non"),
        ("clauses", "confidentialite", {"variante": "extreme"}),
        ("clauses", "confidentialite", {"dure": "3 ans"}),
        ("entreprise_cliente", "capital", "beaucoup"),
    ],
)
def test_the_schema_of_a_mission_refuses_what_the_reader_refuses(
    group: str, key: str, value: Any, library: Library
) -> None:
    _, values = read_values(EXAMPLES / "mission-cdd.yaml")
    values[group] = {**values[group], key: value}
    assert faults("mission", values, library)


def test_a_part_may_be_a_path_or_a_file_with_changes(library: Library) -> None:
    _, values = read_values(EXAMPLES / "mission-courte.yaml")
    path = values["entreprise_cliente"]
    values["entreprise_cliente"] = {"fichier": path, "capital": "5 EUR"}
    assert faults("mission", values, library) == []
    values["entreprise_cliente"] = {"capital": "5 EUR"}
    assert faults("mission", values, library)


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, list):
        schema = dict(enumerate(schema))
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield from schema["properties"].items()
        for inner in schema.values():
            yield from properties(inner)


@pytest.mark.parametrize("kind", ["mission", "profil", "client", "salarie", "outline"])
def test_each_key_is_described(kind: str, library: Library) -> None:
    schema = json_schema(kind, tuple(library.clauses.values()))
    found = list(properties(schema))
    assert found
    assert [name for name, shape in found if not shape.get("description")] == []


def test_the_variants_of_each_clause_are_offered(library: Library) -> None:
    schema = json_schema("mission", tuple(library.clauses.values()))
    shown = schema["properties"]["clauses"]["properties"]["confidentialite"]["anyOf"][1]
    own = [variante.nom for variante in library.clauses["confidentialite"].variantes]
    assert shown["properties"]["variante"]["enum"] == own
    assert set(own) <= set(schema["properties"]["position"]["enum"])
