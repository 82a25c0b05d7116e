"""Strict YAML with places: what a file says as plain values, and where it says it.

Read on purpose as less than YAML: dates stay text (the schema reads them, so that the 30th of
February has a line and a column), decimal numbers are `Decimal`, and tags, anchors and references
are refused, because a reader of the file could not see what they bring in.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from clauselint.library.problems import LibraryError, Problem
from clauselint.library.yaml_places import Key, Tree, place_in_scalar

if TYPE_CHECKING:
    from pydantic import BaseModel
    from ruamel.yaml.nodes import Node

__all__ = [
    "Located",
    "checked",
    "parse_values",
    "parse_yaml",
    "read_text",
    "read_values",
    "read_yaml",
]

ModelT = TypeVar("ModelT", bound="BaseModel")
ModelT_co = TypeVar("ModelT_co", bound="BaseModel", covariant=True)
Loc = Sequence[str | int]

MAX_BYTES = 2_000_000  # a library file is a few pages long; beyond this it is something else
MAX_DEPTH = 30  # the deepest schema of the project has fewer than ten levels

_TAG = "tag:yaml.org,2002:"


class Located(Generic[ModelT_co], Struct, frozen=True):
    """A validated model, and the places of its values in the file it was read from."""

    value: ModelT_co
    tree: Tree

    @property
    def file(self) -> str:
        return self.tree.file

    def position(self, loc: Loc) -> tuple[int, int]:
        """Line and column, from 1, of the value at `loc` such as `("prix", "tjm")`.

        When the file does not say this value, the place of the nearest key that holds it.
        """
        return self.tree.value_position(loc)

    def problem(
        self, loc: Loc, message: str, *, expected: str = "", suggestion: str = "", offset: int = 0
    ) -> Problem:
        """A problem of the value at `loc`, `offset` characters into it when it is a text."""
        position = self.position(loc)
        if offset:
            position = place_in_scalar(self.tree, loc, offset)
        return self.tree.problem(position, loc, message, expected=expected, suggestion=suggestion)

    def key_problem(self, loc: Loc, message: str, suggestion: str = "") -> Problem:
        """A problem of the last key of `loc` itself, rather than of its value."""
        position = self.tree.key_position(loc)
        return self.tree.problem(position, loc, message, suggestion=suggestion)


def read_yaml(path: Path, model: type[ModelT], *, name: str | None = None) -> Located[ModelT]:
    """Read the YAML file at `path` as a `model`.

    `name` is what messages call the file (default: the path as given). Raises `LibraryError`
    with every problem of the file: it can't be read, it is not YAML, or it does not fit `model`.
    """
    shown = str(path) if name is None else name
    return parse_yaml(read_text(path, shown), model, name=shown)


def parse_yaml(source: str, model: type[ModelT], *, name: str) -> Located[ModelT]:
    """As `read_yaml`, for a text that is not in a file of its own."""
    tree, values = _compose(source.replace("\r\n", "\n").replace("\r", "\n"), name)
    return checked(values, tree, model)


def checked(values: Any, tree: Tree, model: type[ModelT]) -> Located[ModelT]:
    """The plain `values`, whose places are in `tree`, as a `model`.

    Raises `LibraryError` with every problem of the values.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - heavy, and not on the `check` path

    from clauselint.library.validation_messages import problems_of  # noqa: PLC0415

    try:
        return Located(model.model_validate(values), tree)
    except ValidationError as error:
        raise LibraryError(problems_of(error, model, tree)) from None


def read_values(path: Path) -> tuple[Tree, dict[str, Any]]:
    """The plain values of the YAML file at `path`, that no model has checked yet, and their places.

    Raises `LibraryError` when it can't be read, is not YAML, or is not made of keys.
    """
    return parse_values(read_text(path, str(path)), name=str(path))


def parse_values(source: str, *, name: str) -> tuple[Tree, dict[str, Any]]:
    """As `read_values`, for a text that is not in a file of its own."""
    tree, values = _compose(source.replace("\r\n", "\n").replace("\r", "\n"), name)
    if not isinstance(values, dict):
        message = "des clés sont attendues ici, une par ligne (clé: valeur)"
        raise LibraryError((tree.problem((1, 1), (), message),))
    return tree, values


def read_text(path: Path, shown: str) -> str:
    """The text of a file in UTF-8, which messages call `shown`. Raises `LibraryError`."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _unreadable(shown, "ce fichier n’existe pas ; vérifier son chemin") from None
    except IsADirectoryError:
        message = "c’est un dossier ; indiquer le fichier YAML qu’il contient"
        raise _unreadable(shown, message) from None
    except OSError as error:
        message = f"ce fichier ne peut pas être lu ({error.strerror}) ; vérifier ses droits d’accès"
        raise _unreadable(shown, message) from None
    if len(content) > MAX_BYTES:
        raise _unreadable(shown, "ce fichier dépasse 2 Mo ; ce n’est sans doute pas le bon")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "ce fichier n’est pas en UTF-8 ; l’enregistrer dans ce codage"
        raise LibraryError((Problem(shown, line, 1, "", message),)) from None


def _unreadable(shown: str, message: str) -> LibraryError:
    return LibraryError((Problem(shown, 0, 0, "", message),))


def _compose(source: str, name: str) -> tuple[Tree, Any]:
    """The YAML nodes of `source` with their places, and the plain values they stand for."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - heavy, and not on the `check` path
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    from clauselint.library.yaml_syntax import syntax_problem  # noqa: PLC0415

    lines = tuple(source.split("\n"))
    reader = YAML(typ="safe", pure=True)
    reader.max_depth = MAX_DEPTH
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a repeated anchor: every anchor is refused below
            root = reader.compose(source)
    except (YAMLError, AssertionError) as error:  # the latter for « %YAML 1.7 »
        raise LibraryError((syntax_problem(error, name, lines),)) from None
    tree = Tree(name, lines, source, root)
    if root is None:
        message = "ce fichier est vide"
        raise LibraryError((tree.problem((1, 1), (), message),))
    reading = _Reading(tree)
    values = reading.value(root, ())
    if reading.problems:
        raise LibraryError(reading.problems)
    return tree, values


class _Reading:
    """The plain values of the nodes of one file, and what stands in the way of reading them."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.problems: list[Problem] = []
        self._anchored: set[int] = set()

    def value(self, node: Node, loc: tuple[Key, ...]) -> Any:
        if node.anchor is not None:
            if id(node) not in self._anchored:  # a reference is the very node it refers to
                self._anchored.add(id(node))
                self._refuse(node, loc, "les ancres et renvois YAML (&nom, *nom) ne sont pas admis")
            return None
        if self.tree.source.startswith("!", node.start_mark.index):
            self._refuse(node, loc, f"l’étiquette YAML « {_shown_tag(node)} » n’est pas admise")
            return None
        kind = str(node.tag).removeprefix(_TAG)
        if isinstance(node.value, str):
            return _scalar(node.value, kind)
        if kind == "seq":
            return [self.value(item, (*loc, number)) for number, item in enumerate(node.value)]
        return self._mapping(node, loc)

    def _mapping(self, node: Node, loc: tuple[Key, ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key.value, str):
                self._refuse(key, loc, "une clé doit être un simple nom")
            elif key.value in values:
                message = "cette clé est donnée deux fois"
                self._refuse(key, (*loc, key.value), message, "n’en garder qu’une")
            else:
                values[key.value] = self.value(value, (*loc, key.value))
        return values

    def _refuse(
        self,
        node: Node,
        loc: tuple[Key, ...],
        message: str,
        remedy: str = "écrire la valeur elle-même",
    ) -> None:
        position = (node.start_mark.line + 1, node.start_mark.column + 1)
        self.problems.append(self.tree.problem(position, loc, f"{message} ; {remedy}"))


def _shown_tag(node: Node) -> str:
    tag = str(node.tag)
    return f"!!{tag.removeprefix(_TAG)}" if tag.startswith(_TAG) else tag


def _scalar(text: str, kind: str) -> Any:
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    if kind == "int":
        return _integer(text)
    return _decimal(text) if kind == "float" else text


def _integer(text: str) -> int | str:
    digits = text.replace("_", "")
    for base in (10, 0):
        with suppress(ValueError):
            return int(digits, base)
    return text  # thousands of digits: no number of a contract


def _decimal(text: str) -> Decimal | str:
    try:
        return Decimal(text.replace("_", ""))
    except InvalidOperation:
        return text  # .inf and .nan: no quantity of a contract, the schema refuses the text
