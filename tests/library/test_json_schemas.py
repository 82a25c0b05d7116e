"""The JSON Schemas say what the readers accept."""

import pytest

from clauselint.library.json_schemas import json_schema


@pytest.mark.parametrize("kind", ["mission", "profil", "clause", "rule"])
def test_each_schema_is_closed_and_names_its_dialect(kind: str) -> None:
    schema = json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    assert schema["title"]
    assert schema["required"]


def test_a_cue_may_be_a_plain_text_or_a_mapping_in_an_editor_as_in_the_reader() -> None:
    indices = json_schema("clause")["$defs"]["ReconnaitreModel"]["properties"]["indices"]
    assert indices["items"]["anyOf"][0] == {"type": "string"}
    assert indices["items"]["anyOf"][1]["$ref"].endswith("/IndiceModel")


def test_an_editor_can_complete_the_names_of_clauses_and_severities() -> None:
    schema = json_schema("rule")
    assert schema["$defs"]["Gravite"]["enum"] == ["erreur", "avertissement", "info"]
    assert "confidentialite" in str(schema["properties"]["corrige"])


def test_an_unknown_kind_of_file_has_no_schema() -> None:
    with pytest.raises(KeyError):
        json_schema("contrat")
