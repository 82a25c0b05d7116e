"""Passages that only a reading of the whole text finds: blanks, broken references, residues…

Each finder is a module of its own with a `find(document)`, imported when a rule asks for it; those
of `ANALYSING` are also given the analysis of language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from clauselint.checking.analysis import Analysis
from clauselint.checking.passages.passage import Passage
from clauselint.model import Document

__all__ = ["ANALYSING", "FINDERS", "Passage", "find_passages"]

FINDERS: Mapping[str, str] = {
    "annexes_absentes": "missing_annexes",
    "appellations_doubles": "double_names",
    "articles_vides": "empty_articles",
    "champs_vides": "blanks",
    "definitions_fautives": "defined_terms",
    "exemplaires_insuffisants": "originals",
    "nombres_discordants": "discordant_numbers",
    "numeros_fautifs": "numbers_of_articles",
    "renvois_casses": "references",
    "residus": "residues",
    "revisions": "revisions",
    "signatures_manquantes": "signatures",
    "termes_flous": "vague_terms",
    "textes_caches": "hidden_texts",
}
"""The module that finds the passages of each name."""

ANALYSING = frozenset({"residus"})
"""The names of those that words alone do not always decide."""


def find_passages(
    document: Document, nom: str, analysis: Analysis | None = None
) -> tuple[Passage, ...]:
    """The passages called `nom` in the document, in reading order, by words alone by default."""
    module = import_module(f"{__name__}.{FINDERS[nom]}")
    if nom in ANALYSING:
        find = cast(Callable[[Document, Analysis], tuple[Passage, ...]], module.find)
        return find(document, analysis or Analysis(wanted=False))
    return cast(Callable[[Document], tuple[Passage, ...]], module.find)(document)
