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
# The characters of French contracts, one byte each: Latin-1 with typographic signs for controls.
_SIGNS = "€‚„…‹›Œœ‘’“”•–—™Ÿ\u2007\u2009\u202f\u200b\u2010\u2011\u2012\u2212\u25cf\u2022\u00ad"
_PAGE = (
    "".join(map(chr, range(128))) + _SIGNS.ljust(32, "\x7f") + "".join(map(chr, range(160, 256)))
)
_BYTES = codecs.charmap_build(_PAGE)


class Spelling:
    """Replaces characters one for one, by `spell`, six times as fast as `str.translate`.

    Text goes to bytes by one table and comes back by another. Characters that have no byte are
    spelled before, one by one, by the error handler called `name`: what `spell` gives must be its
    own spelling.
    """

    def __init__(self, name: str, spell: Callable[[str], str]) -> None:
        self._name = name
        self._spell = spell
        self._spelled = "".join(map(spell, _PAGE))
        codecs.register_error(name, self._replace)

    def __call__(self, text: str) -> str:
        try:
            encoded = codecs.charmap_encode(text, self._name, _BYTES)[0]
        except UnicodeEncodeError:  # a letter of another alphabet, spelled by itself
            return "".join(map(self._spell, text))
        return codecs.charmap_decode(encoded, "strict", self._spelled)[0]

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
