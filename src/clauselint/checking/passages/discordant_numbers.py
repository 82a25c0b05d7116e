"""Numbers whose words and figures disagree: « trente (45) jours »."""

from __future__ import annotations

from clauselint.checking.passages.passage import Passage
from clauselint.model import Document
from clauselint.model.francais import en_francais

__all__ = ["find"]


def find(document: Document) -> tuple[Passage, ...]:
    """Each of them; `detail` says both values: « 30 ≠ 45 »."""
    return tuple(
        Passage(
            f"« {nombre.texte} »",
            nombre.place,
            detail=f"{en_francais(nombre.lettres)} ≠ {en_francais(nombre.chiffres)}",
        )
        for nombre in document.nombres
        if nombre.lettres != nombre.chiffres
    )
