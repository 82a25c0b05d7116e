"""How messages name what stands in an expression."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import nodes

__all__ = ["ADVICE", "KINDS", "count", "first_word", "shown"]

KINDS: Mapping[str, str] = {
    "date": "une date",
    "duree": "une durée",
    "montant": "un montant",
    "pourcentage": "un pourcentage",
    "delai_paiement": "un délai de paiement",
    "taux_penalites": "un taux de pénalités",
    "nombre": "un nombre",
    "entier": "un nombre",
    "texte": "un texte",
    "type_document": "un type de contrat",
    "booleen": "oui ou non",
    "terme": "un terme",
    "partie": "une partie",
    "avenant": "un avenant",
}
ADVICE: Mapping[str, str] = {
    "terme": "demander « is connu », ou lire « .valeur »",
    "clause": "demander « is presente », « is absente » ou « is exclue »",
    "fait": "demander « is present » ou « is absent »",
    "partie": "demander « is connue », ou lire « .nom », « .adresse »…",
    "document": "lire « .type », « .date », « .portage »…",
    "contrat": "demander « is connu », ou lire « .type », « .date »…",
    "avenant": "lire « .date », « .rang », ou terme_dans(element, '…')",
    "renvoi": "lire « .juste », « .ecrit », « .vrai »",
}


def shown(node: nodes.Node) -> str:
    """How a message names a node: as it is written, when that is short."""
    if isinstance(node, nodes.Name):
        return f"« {node.name} »"
    if isinstance(node, nodes.Getattr):
        inner = shown(node.node)
        return f"{inner.removesuffix(' »')}.{node.attr} »" if inner.endswith(" »") else inner
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        inside = ", ".join(repr(a.value) if isinstance(a, nodes.Const) else "…" for a in node.args)
        return f"« {node.node.name}({inside}) »"
    if isinstance(node, nodes.Const):
        return f"« {node.value!r} »"
    return "cette tournure"


def first_word(node: nodes.Node) -> str:
    """A word of the source from which a caret may start: the node's own name or constant."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Const):
        return str(node.value)
    for child in node.iter_child_nodes():
        word = first_word(child)
        if word:
            return word
    return ""


def count(number: int) -> str:
    """How many values a function asks for."""
    return ("aucune valeur", "une valeur", f"{number} valeurs")[min(number, 2)]
