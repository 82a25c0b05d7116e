"""One spelling for comparison: lower case, no accents, no punctuation; and words with places.

Capitals without accents, curly apostrophes, non-breaking spaces and hyphens are habits of typing
(study of 58 French contracts: 20 drop the accents of capitals, 24 mix both apostrophes), so cues
and texts meet in this form. `fold` keeps the length: an offset in the folded text is an offset in
the text.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable

__all__ = ["WORD", "Spelling", "fold"]

WORD = re.compile(r"[a-z0-9%€]+")

_KEPT = frozenset("abcdefghijklmnopqrstuvwxyz0123456789%€")
_LIGATURES = {"œ": "o", "æ": "a", "Œ": "o", "Æ": "a", "ß": "s"}
_PAGE = "cp1252"  # holds the letters and signs of French text, one byte each


class Spelling:
    """Replaces characters one for one, by `spell`, at a third of the cost of `str.translate`.

    The bytes of a code page are translated at once; the characters that it lacks (narrow spaces,
    say) are spelled before, one by one. `name` is that of the error handler by which they are.
    What `spell` gives must be its own spelling.
    """

    def __init__(self, name: str, spell: Callable[[str], str]) -> None:
        self._name = name
        self._spell = spell
        page = bytes(range(256)).decode(_PAGE, "replace").replace("\ufffd", " ")
        self._table = "".join(map(spell, page)).encode(_PAGE)
        codecs.register_error(name, self._replace)

    def __call__(self, text: str) -> str:
        try:
            return text.encode(_PAGE, self._name).translate(self._table).decode(_PAGE)
        except UnicodeEncodeError:  # a letter of another alphabet, which no spelling brings back
            return "".join(map(self._spell, text))

    def _replace(self, error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        missing = error.object[error.start : error.end]
        return "".join(map(self._spell, missing)), error.end


def _folded(char: str) -> str:
    base = _LIGATURES.get(char) or unicodedata.normalize("NFD", char)[0].lower()[:1]
    return base if base in _KEPT else " "


_FOLDING = Spelling("clauselint.fold", _folded)


def fold(text: str) -> str:
    """`text` in lower case, accents dropped, anything but letters, digits, % and € as a space.

    The result has exactly the length of `text`.
    """
    return _FOLDING(text)
