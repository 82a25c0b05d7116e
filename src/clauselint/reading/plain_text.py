"""The text as numbers are read in it: lower case, no accents, plain spaces and apostrophes.

Unlike `model.fold`, punctuation stays: « 1 234,56 € » and « 03/03/2025 » need it.
"""

from __future__ import annotations

import unicodedata

from clauselint.model.folding import Spelling

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


def _spelled(char: str) -> str:
    spelled = _SPELLED.get(char.lower())
    if spelled is not None:
        return spelled
    return " " if char.isspace() else unicodedata.normalize("NFD", char)[0].lower()[:1]


_PLAIN = Spelling("clauselint.plain", _spelled)


def plain(text: str) -> str:
    """`text` in lower case without accents, every space a plain one. Its length is that of `text`,
    so an offset in one is an offset in the other.
    """
    return _PLAIN(text)
