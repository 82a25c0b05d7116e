"""Text that Word holds and does not show: hidden characters, and marks without width."""

from __future__ import annotations

from clauselint.checking.passages.passage import Passage, grouped, passage, stretches
from clauselint.model import Document, HiddenText, Place

__all__ = ["find"]

# Marks without width inside a word part it for a search, and marks of direction turn it round.
# Browsers leave a lone U+200B between words or at an end: nothing is hidden by it.
_JOINERS = "\u200b\u200c\u200d\u2060\ufeff"
_TURNS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"


def find(document: Document) -> tuple[Passage, ...]:
    """All of them as one passage, which quotes what is hidden."""
    hidden = [_shown(one) for one in document.text.hidden if any(map(str.isalnum, one.text))]
    return grouped([*hidden, *_marked(document)])


def _shown(hidden: HiddenText) -> Passage:
    place = Place(hidden.part, hidden.paragraph, hidden.offset, hidden.offset)
    return Passage(f"« {' '.join(hidden.text.split())} »", place, detail="masque")


def _marked(document: Document) -> list[Passage]:
    found: list[Passage] = []
    whole = "".join([paragraph.text for paragraph in document.text.paragraphs])
    marks = [mark for mark in _JOINERS + _TURNS if mark in whole]
    for article, paragraph in stretches(document) if marks else ():
        text = paragraph.text
        at = next((at for at, char in enumerate(text) if _hides(text, at, char)), None)
        if at is not None:
            start = text.rfind(" ", 0, at) + 1
            end = text.find(" ", at)
            found.append(passage(article, paragraph, start, len(text) if end < 0 else end))
    return found


def _hides(text: str, at: int, char: str) -> bool:
    if char in _TURNS:
        return True
    return char in _JOINERS and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
