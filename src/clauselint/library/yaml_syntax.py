"""Faults of YAML syntax, in French, with what to do about each."""

from __future__ import annotations

from typing import Any

from clauselint.library.problems import Problem

__all__ = ["syntax_problem"]

_QUOTES = "mettre le texte entre guillemets droits"

# The beginning of what the YAML reader says -> what it means for the person who wrote the file.
_MESSAGES = (
    (
        "mapping values are not allowed here",
        "deux-points inattendus : un texte qui contient « : » suivi d’un espace s’écrit entre "
        "guillemets droits, et chaque clé sur sa ligne, au même retrait que ses voisines",
    ),
    (
        "found character '\\t'",
        "une tabulation sert de retrait ; la remplacer par des espaces",
    ),
    (
        "found character",
        f"un texte ne peut pas commencer par ce caractère ; {_QUOTES}",
    ),
    (
        "found unexpected end of stream",
        "un guillemet ouvert n’est pas refermé ; ajouter le guillemet fermant",
    ),
    (
        "found unknown escape character",
        "barre oblique inverse entre guillemets doubles ; employer des guillemets simples",
    ),
    (
        "expected <block end>",
        "cette ligne n’est pas au retrait de celles qui précèdent ; l’aligner",
    ),
    (
        "expected ',' or ']'",
        "une liste entre crochets n’est pas refermée, ou il y manque une virgule",
    ),
    (
        "expected ',' or '}'",
        "une accolade n’est pas refermée, ou il manque une virgule entre deux clés",
    ),
    (
        "could not find expected ':'",
        "il manque les deux-points après cette clé",
    ),
    (
        "found undefined alias",
        f"un texte ne peut pas commencer par un astérisque ; {_QUOTES}",
    ),
    (
        "but found another document",
        "le fichier contient plusieurs documents YAML (« --- ») ; n’en laisser qu’un",
    ),
    (
        "maximum depth of data structure exceeded",
        "trop de niveaux emboîtés ; ce n’est pas un fichier de clauselint",
    ),
    (
        "expected chomping or indentation indicators",
        "le texte qui suit « | » ou « > » commence à la ligne suivante",
    ),
)

_OTHER = "cette ligne ne suit pas la syntaxe YAML ; vérifier deux-points, guillemets et retraits"


def syntax_problem(error: Any, file: str, lines: tuple[str, ...]) -> Problem:
    """The problem that `error`, a `YAMLError` of ruamel, reports about `file`."""
    said = str(getattr(error, "problem", "") or error)
    message = next((french for start, french in _MESSAGES if said.startswith(start)), _OTHER)
    unclosed = said.startswith(("found unexpected end of stream", "expected ',' or"))
    mark = getattr(error, "context_mark" if unclosed else "problem_mark", None)
    if mark is None:  # a character that YAML forbids, of which only the rank is told
        line, column = _at(lines, getattr(error, "position", 0))
        return Problem(file, line, column, "", "ce caractère ne s’imprime pas ; l’ôter")
    line = min(mark.line, len(lines) - 1)
    return Problem(file, line + 1, mark.column + 1, "", message, source_line=lines[line])


def _at(lines: tuple[str, ...], offset: int) -> tuple[int, int]:
    """Line and column, from 1, of the character `offset` of the file."""
    for number, line in enumerate(lines, 1):
        if offset <= len(line):
            return number, offset + 1
        offset -= len(line) + 1
    return 1, 1
