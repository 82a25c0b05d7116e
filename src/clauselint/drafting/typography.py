"""French typography of the fixed words of a contract, so that authors type plain spaces.

« mot » keeps its guillemets, « : ; ? ! % € » their space, « n° 3 » and « L. 1254-15 » their number
(Imprimerie nationale). Values of a mission are printed as given.
"""

from __future__ import annotations

import re

__all__ = ["typeset"]

NBSP = "\u00a0"
_BEFORE = re.compile(r" (?=[:;?!»%€])")
_AFTER = re.compile(r"(?<=«) |(?<=n°) |(?<=\b[LRD]\.) (?=\d)")


def typeset(text: str) -> str:
    """`text` with its non-breaking spaces and its curly apostrophes."""
    return _AFTER.sub(NBSP, _BEFORE.sub(NBSP, text.replace("'", "’")))
