"""The content controls that clausegen puts around clauses: where each article comes from."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from clauselint.reading.docx.names import Element, w
from clauselint.reading.docx.package import Package

__all__ = ["ClauseTag", "clause_tags"]


class ClauseTag(NamedTuple):
    """A clause as it was drafted: its kind, its variant, the hash of its wording; `titre` is the
    text of the first paragraph of the control, as it reads now.
    """

    kind: str
    variante: str
    empreinte: str
    titre: str


def clause_tags(path: Path) -> tuple[ClauseTag, ...]:
    """The tags of the Word file at `path`, in reading order; none for a contract of others.

    Raises `UnreadableDocument`.
    """
    package = Package(path.read_bytes(), str(path))
    return tuple(
        ClauseTag(parts[0], parts[1], parts[2], _first_text(control))
        for control in package.tree(package.main).iter(w("sdt"))
        for tag in control.iterfind(f"{w('sdtPr')}/{w('tag')}")
        if len(parts := (tag.get(w("val")) or "").split("/")[:3]) == 3
    )


def _first_text(control: Element) -> str:
    content = control.find(w("sdtContent"))
    first = None if content is None else content.find(f".//{w('p')}")
    return "" if first is None else "".join(node.text or "" for node in first.iter(w("t")))
