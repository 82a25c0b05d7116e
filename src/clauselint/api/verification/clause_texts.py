"""The Jinja texts of a clause file as trees: which names they read, on which line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from clauselint.library.clause_places import ClauseText, wording_locs
from clauselint.library.definitions import Clause
from clauselint.library.library import Library
from clauselint.library.problems import Problem

__all__ = ["Text", "texts_of"]

_ENVIRONMENT = Environment(autoescape=False)
_ENVIRONMENT.filters.clear()


class Text(NamedTuple):
    """One text: `paths` are the dotted names it reads from outside, with their line in the text.

    `fault` says why it can't be read, empty when it can.
    """

    place: ClauseText
    paths: tuple[tuple[int, tuple[str, ...]], ...]
    fault: str = ""
    fault_line: int = 1

    def problem(self, line: int, message: str, suggestion: str = "") -> Problem:
        return self.place.problem(message, suggestion, line)


def texts_of(library: Library, clause: Clause) -> Iterator[Text]:
    """The wordings of a clause and the conditions of its links."""
    for variante in clause.variantes:
        for document, source in variante.textes.items():
            locs = wording_locs(variante.nom, document)
            yield _read(ClauseText(library, clause.kind, locs), source)
    for key, liens in (("exige", clause.exige), ("exclut", clause.exclut)):
        for rank, lien in enumerate(liens):
            if lien.quand:
                source = "{{ " + lien.quand + " }}"
                yield _read(ClauseText(library, clause.kind, ((key, rank, "quand"),)), source)


def _read(place: ClauseText, source: str) -> Text:
    try:
        tree = _ENVIRONMENT.parse(source)
    except TemplateSyntaxError as error:
        message = "cette balise n’est pas complète ou pas fermée ; vérifier {{ }} et {% %}"
        return Text(place, (), message, error.lineno)
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    found = dict.fromkeys(_paths(tree, own | {"loop"}))
    return Text(place, tuple(found))


def _paths(node: nodes.Node, own: set[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The longest dotted names: `prestation.livrables`, not `prestation` alone."""
    path = _path(node)
    if path:
        if path[0] not in own:
            yield node.lineno, path
        return
    for child in node.iter_child_nodes():
        yield from _paths(child, own)


def _path(node: nodes.Node) -> tuple[str, ...]:
    if isinstance(node, nodes.Name):
        return (node.name,) if node.ctx == "load" else ()
    if isinstance(node, nodes.Getattr):
        inner = _path(node.node)
        return (*inner, node.attr) if inner else ()
    return ()
