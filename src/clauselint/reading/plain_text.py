"""The text as numbers are read in it: lower case, no accents, plain spaces and apostrophes.

Unlike `model.fold`, punctuation stays: « 1 234,56 € » and « 03/03/2025 » need it.
"""

from __future__ import annotations

import unicodedata

__all__ = ["plain"]

_SPELLED = {
    "œ": "o",
    "æ": "a",
    "’": "'",
    "ʼ": "'",
    "‘": "'",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "−": "-",
    "\t": " ",
    "\n": " ",
}


class _Spelling(dict[int, str]):
    """A translation table that works out each character the first time it is met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        spelled = _SPELLED.get(char.lower())
        if spelled is None:
            spelled = " " if char.isspace() else unicodedata.normalize("NFD", char)[0].lower()[:1]
        self[code] = spelled
        return spelled


_TABLE = _Spelling()


def plain(text: str) -> str:
    """`text` in lower case without accents, every space a plain one. Its length is that of `text`,
    so an offset in one is an offset in the other.
    """
    return text.translate(_TABLE)
