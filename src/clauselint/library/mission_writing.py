"""A mission as YAML that a lawyer can go on writing: each key under what it means."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from clauselint.library.mission import PART_MODELS
from clauselint.library.mission_model import Mission
from clauselint.library.mission_sources import PARTIES

__all__ = ["answers_text", "mission_text"]

_HEAD = """\
# yaml-language-server: $schema=schemas/mission.schema.json
# « clausegen schema -d schemas » écrit ce schéma : l’éditeur complète et contrôle alors ce fichier.
# « clausegen build » en écrit les contrats. Une valeur dont la clé manque est celle par défaut.
"""
_TAIL = """
# Les clauses : « non » retire une clause, « oui » en ajoute une, ou ses paramètres et sa variante.
# « clausegen clauses » en donne la liste, « clausegen show CLAUSE » les bornes et les raisons.
# clauses:
#   confidentialite: {duree: 3 ans}
#   non_sollicitation: non
"""
_WIDTH = 98
_PLAIN = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ÿŒœ][\w’ ,;.()/«»°–-]*"
    r"|\d{4}-\d{2}-\d{2}"
    r"|\d[\d ,]*(?: [A-Za-zÀ-ÿ€][\w ]*| ?[€%])"
)
_WORDS = re.compile(r"true|false|null|yes|no|on|off|y|n|oui|non", re.IGNORECASE)


def mission_text(values: Mapping[str, Any]) -> str:
    """The file of a mission that says `values`: texts, lists and groups, as `read_values` gives."""
    return _HEAD + "\n".join(_lines(values, Mission, 0)) + "\n" + _TAIL


def answers_text(answers: Mapping[str, str], command: str) -> str:
    """The answers given so far, by dotted key, with how to go on."""
    lines = [f"# Réponses gardées ; pour continuer : {command}"]
    lines += [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in answers.items()]
    return "\n".join(lines) + "\n"


def _lines(values: Mapping[str, Any], model: type[BaseModel], depth: int) -> Iterator[str]:
    margin = "  " * depth
    for key, value in values.items():
        field = model.model_fields.get(key)
        if depth < 2 and field and field.description:
            if not depth:
                yield ""
            yield from _comment(field.description, margin)
        if isinstance(value, dict):
            yield f"{margin}{key}:"
            yield from _lines(value, _model(model, key, field), depth + 1)
        elif isinstance(value, list):
            yield f"{margin}{key}:"
            for item in value:
                yield f"{margin}  - {_item(item, field)}"
        else:
            yield f"{margin}{key}: {_scalar(value, field)}"


def _comment(text: str, margin: str) -> Iterator[str]:
    words = " ".join(text.split())
    yield from textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=f"{margin}# ",
        subsequent_indent=f"{margin}# ",
        break_on_hyphens=False,
    )


def _model(model: type[BaseModel], key: str, field: FieldInfo | None) -> type[BaseModel]:
    if model is Mission and key in PARTIES:
        return PART_MODELS[key]
    kinds = [field.annotation, *getattr(field.annotation, "__args__", ())] if field else []
    found = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
    return found[0] if found else BaseModel


def _item(item: Any, field: FieldInfo | None) -> str:
    if isinstance(item, dict):
        inside = ", ".join(f"{key}: {_flow(str(value))}" for key, value in item.items())
        return f"{{{inside}}}"
    return _scalar(item, field)


def _flow(text: str) -> str:
    """A value between braces, where a comma would end it."""
    plain = _PLAIN.fullmatch(text) and "," not in text and not _WORDS.fullmatch(text)
    return text if plain and text == text.strip() else json.dumps(text, ensure_ascii=False)


def _scalar(value: Any, field: FieldInfo | None) -> str:
    """A text as it is where YAML reads it so, else between double quotes."""
    text = str(value)
    number = text.isdecimal() and field is not None and "str" not in str(field.annotation)
    answer = text in ("oui", "non")  # YAML 1.2 has them for words
    plain = _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text) and text == text.strip()
    return text if number or answer or plain else json.dumps(text, ensure_ascii=False)
