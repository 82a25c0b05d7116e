"""Tracked changes and comments left in the file."""

from __future__ import annotations

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.model import Document

__all__ = ["find"]


def find(document: Document) -> tuple[Passage, ...]:
    """One passage, at the first words of the contract, that counts both."""
    text = document.text
    count = text.revisions + text.comments
    said = [
        _counted(text.revisions, "modification suivie", "modifications suivies"),
        _counted(text.comments, "commentaire", "commentaires"),
    ]
    texte = " et ".join(part for part in said if part)
    for article, paragraph in stretches(document) if count else ():
        if paragraph.text.strip():
            place = passage(article, paragraph, 0, len(paragraph.text)).place
            return (Passage(texte, place, count),)
    return ()


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""
