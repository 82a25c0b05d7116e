"""Whole words looked for in a folded text with `str.find`: compiling them as patterns would cost
every run more than searching the few lines that present the parties.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["earliest"]

# Beginnings of words: « immatriculée », « représentés »…
_CUT = ("immatricul", "inscrit", "represent", "identifi")


def earliest(folded: str, phrases: Iterable[str], start: int) -> tuple[int, int] | None:
    """Where the first of `phrases` stands as whole words, the longest where several begin.

    A phrase of a cut word (« immatricul ») ends anywhere.
    """
    best: tuple[int, int] | None = None
    for phrase in phrases:
        at = folded.find(phrase, start)
        while at >= 0 and not _is_word(folded, at, at + len(phrase), phrase):
            at = folded.find(phrase, at + 1)
        if at >= 0 and (best is None or (at, -len(phrase)) < (best[0], best[0] - best[1])):
            best = at, at + len(phrase)
    return best


def _is_word(folded: str, start: int, end: int, phrase: str) -> bool:
    opened = start == 0 or not folded[start - 1].isalnum()
    return opened and (phrase.endswith(_CUT) or not folded[end : end + 1].isalnum())
