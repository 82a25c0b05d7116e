"""The JSON Schemas of missions and of their parts, as editors show them: in French, with choices.

pydantic gives the shape; this adds what only the library knows (variants and parameters of each
clause) and takes away what is meant for programmers (titles made of names, docstrings of classes).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from clauselint.library.definitions import VARIANTES, Clause, Parametre, TermeType
from clauselint.library.mission import PART_MODELS
from clauselint.library.mission_model import Mission
from clauselint.library.mission_sources import FICHIER, PARTIES
from clauselint.library.parameters import bounds_of

__all__ = ["mission_schema", "part_schema"]

_FROM_FILE = {
    "type": "string",
    "description": "Le chemin du fichier qui la décrit, depuis le dossier de la mission.",
}
_EXAMPLES = {
    "profil": "profils/entreprise.yaml",
    "entreprise_cliente": "clients/client.yaml",
    "salarie_porte": "salaries/salarie.yaml",
}
_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"]}


class _Generator(GenerateJsonSchema):
    """A default that JSON can’t hold, such as a length of time, is told in the description."""

    ignored_warning_kinds: set[JsonSchemaWarningKind] = {"non-serializable-default"}  # noqa: RUF012 (as pydantic declares it)


def mission_schema(clauses: Sequence[Clause] = ()) -> dict[str, Any]:
    """The schema of a mission file; `clauses` name the variants and parameters of each."""
    schema = _for_people(Mission.model_json_schema(schema_generator=_Generator))
    defs = schema["$defs"]
    for name in PARTIES:
        schema["properties"][name] = _part(name, schema["properties"][name], defs)
    variants = dict.fromkeys([*VARIANTES, *(v.nom for c in clauses for v in c.variantes)])
    schema["properties"]["position"] |= {"enum": list(variants)} if clauses else {}
    if clauses:
        schema["properties"]["clauses"] |= {
            "properties": {clause.kind: _clause(clause) for clause in clauses},
            "additionalProperties": False,
        }
    return schema


def part_schema(name: str) -> dict[str, Any]:
    """The schema of the file of `profil`, `entreprise_cliente` or `salarie_porte`."""
    return _for_people(PART_MODELS[name].model_json_schema(schema_generator=_Generator))


def _for_people(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without what is written for programmers."""
    for shape in _shapes(schema):
        shape.pop("title", None)
    for definition in (schema, *schema.get("$defs", {}).values()):
        definition.pop("description", None)
    return schema


def _shapes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema within `schema`, itself included; the names of properties are no schemas."""
    if isinstance(schema, list):
        for item in schema:
            yield from _shapes(item)
    if not isinstance(schema, dict):
        return
    yield schema
    for key, inner in schema.items():
        if key in ("properties", "$defs"):
            for named in inner.values():
                yield from _shapes(named)
        elif key not in ("default", "enum", "examples"):
            yield from _shapes(inner)


def _part(name: str, shape: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """A part is written in the mission, or is the path of its file, with changes or not."""
    own = shape["$ref"].rsplit("/", 1)[-1]
    changed = {key: value for key, value in defs[own].items() if key != "required"}
    changed["properties"] = {FICHIER: _FROM_FILE, **changed["properties"]}
    changed["required"] = [FICHIER]
    defs[f"{own}DeFichier"] = changed
    return {
        "description": shape["description"],
        "examples": [_EXAMPLES[name]],
        "anyOf": [
            _FROM_FILE,
            {"$ref": shape["$ref"]},
            {"$ref": f"#/$defs/{own}DeFichier"},
        ],
    }


def _clause(clause: Clause) -> dict[str, Any]:
    parameters = {parametre.nom: _parametre(parametre) for parametre in clause.parametres}
    names = [variante.nom for variante in clause.variantes]
    variant = {"enum": names, "description": _variants(clause)}
    return {
        "description": f"{clause.titre}.",
        "anyOf": [
            {"enum": ["oui", "non", True, False]},
            {
                "type": "object",
                "properties": {**({"variante": variant} if names else {}), **parameters},
                "additionalProperties": False,
            },
        ],
    }


def _variants(clause: Clause) -> str:
    told = [f"{found.nom} : {found.concede}" for found in clause.variantes if found.concede]
    return "\n".join(("La rédaction de la clause.", *told))


def _parametre(parametre: Parametre) -> dict[str, Any]:
    pieces = (bounds_of(parametre), parametre.pourquoi)
    described = " ; ".join(piece for piece in pieces if piece)
    shape = dict(_SCALAR) if parametre.type is not TermeType.TEXTE else {"type": "string"}
    told = described[:1].upper() + described[1:]
    default = {} if parametre.defaut is None else {"default": parametre.defaut}
    return {**shape, **default, "description": told or f"Type : {parametre.type}."}
