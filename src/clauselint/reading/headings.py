"""What one line says of its own place: « Article 3 – Durée », « 2.1 », « IV. », « Annexe B ».

Reads one paragraph at a time; whether a numbered line really is a heading depends on the rest of
the document and is decided in `articles`.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from clauselint.library.patterns import kept_pattern
from clauselint.model import Paragraph
from clauselint.model.folding import fold

__all__ = [
    "DETERMINERS",
    "LONGEST_TITLE",
    "Family",
    "Head",
    "head",
    "looks_like_title",
    "short_line",
    "split_title",
]

LONGEST_TITLE = 110  # characters; the longest of 423 titles of the study has 96
_RUN_IN_WORDS = 7  # the longest title followed by its text on the same line

_BEFORE = " \t\n\r\u00a0\u202f\u200b\u2060\ufeff§"  # shown before a number, and saying nothing
_SEPARATORS = " \t\n\u00a0\u202f\u200b.:;,–—‒-−)/°•|"
_ORDINAL = kept_pattern(r"premier\b|unique\b")
_NUMERO = kept_pattern(r"[nN]\s?[°ºo]\s?")
_LETTERS = kept_pattern(r"[^\W\d_]+")
_NUMBER = kept_pattern(
    r"(\d{1,3}|[IVX]+|(?:XL|LX{0,3})(?:IX|IV|V?I{0,3})|[A-Za-z])(er|ère)?((?:\s?[.\-]\s?(?:\d{1,2}|[a-z])(?![^\W_]))*(?:\s(?:bis|ter|quater)\b)?)"
    r"(?![^\W_])\s*([.:)/°–—\-]?)"
)
_SPELLED = (
    "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
)  # fmt: skip
DETERMINERS = frozenset("le la les l un une des ce cette ces chaque tout toute si en au".split())  # noqa: SIM905
_SHORTEST_SENTENCE = 4  # words of a line closed by a point that opens as a sentence does
_RANKS = ("bis", "ter", "quater")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


class Family(StrEnum):
    """The way a line is numbered."""

    ARTICLE = "article"
    ANNEXE = "annexe"
    DIVISION = "division"
    DECIMAL = "decimal"
    ROMAN = "roman"
    LETTER = "letter"


_KEYWORDS = {
    "article": Family.ARTICLE,
    "art": Family.ARTICLE,
    "clause": Family.ARTICLE,
    "annexe": Family.ANNEXE,
    "appendice": Family.ANNEXE,
    "section": Family.DIVISION,
    "chapitre": Family.DIVISION,
    "titre": Family.DIVISION,
    "partie": Family.DIVISION,
}
_INITIALS = frozenset(word[0] for word in _KEYWORDS)

# Words that a sentence has and a title has not: one of them, and the line is text.
_SENTENCE_WORDS = frozenset(
    """est sont sera seront etait etaient ont aura auront doit doivent devra devront peut peuvent
    pourra pourront engage engagent declare declarent reconnait reconnaissent convient conviennent
    prend prennent fait s ne n il elle ils elles nous""".split()  # noqa: SIM905
)


class Head(Struct, frozen=True):
    """A number at the start of a line. `value` counts (« IV.2 » is (4, 2)); `rest` follows it.

    `separated` tells « 3. Durée » and « 3 – Durée » from « 3 mois ».
    """

    family: Family
    numero: str
    value: tuple[int, ...]
    rest: str
    separated: bool


def head(paragraph: Paragraph) -> Head | None:
    """The number that opens `paragraph` (Word's own label included), or None."""
    label, text = paragraph.label.strip(), paragraph.text.lstrip(_BEFORE)
    if label:
        found = _read(label)
        if found and not found.rest:
            inner = _read(text) if found.family is not Family.ARTICLE else None
            if inner and inner.family in (Family.ARTICLE, Family.ANNEXE):
                return inner
            return Head(found.family, found.numero, found.value, text, separated=True)
    return _read(text)


def _read(text: str) -> Head | None:
    if not text:
        return None
    if not text[0].isdigit() and fold(text[0]) in _INITIALS:
        word = _LETTERS.match(text)
        family = _KEYWORDS.get(fold(word[0])) if word else None
        if word and family:
            return _after_keyword(text, word.end(), family)
    found = _NUMBER.match(text)
    if not found:
        return None
    separated = bool(found[4]) or text[found.end(3) : found.end(3) + 1] in "\t\n"
    if _is_word(found[0].strip()) and not separated:
        return None
    rest = text[found.end(4) :].lstrip(_SEPARATORS)
    return _head(_family(found[1]), found, rest, separated=separated)


def _is_word(opening: str) -> bool:
    """« A la fin », « Y a-t-il… »: a word of one letter, which counts nothing by itself."""
    return len(opening) == 1 and opening.isalpha() and opening not in _ROMAN


def _after_keyword(text: str, start: int, family: Family) -> Head | None:
    while start < len(text) and text[start] in " \u00a0\u202f.\t\n":
        start += 1
    start += len(prefix[0]) if (prefix := _NUMERO.match(text[start:])) else 0
    ordinal = _ORDINAL.match(fold(text[start : start + 8]))
    if ordinal:
        end = start + ordinal.end()
        numero = "1" if ordinal[0] == "premier" else "unique"
        return Head(family, _cited(family, numero, text), (1,), *_rest(text, end))
    found = _NUMBER.match(text, start)
    if not found and (spelled := _spelled(text[start:])):
        end = start + len(_SPELLED[spelled - 2])
        return Head(family, _cited(family, str(spelled), text), (spelled,), *_rest(text, end))
    if not found:
        rest, separated = _rest(text, start)
        bare = family is Family.ANNEXE and (not rest or separated or text[:start].isupper())
        return Head(family, "annexe", (), rest, separated) if bare else None
    end = found.end(3)
    rest, separated = _rest(text, end)
    made = _head(_family(found[1]), found, rest, separated=separated)
    if not found[1][0].isdigit() and rest[:1].isdigit():  # « Article L. 1254-2 »: a law
        return None
    if found[1] == "l":  # the letter, typed for the digit 1
        return Head(family, _cited(family, "1", text), (1,), rest, separated)
    return Head(family, _cited(family, made.numero, text), made.value, rest, separated)


def _spelled(text: str) -> int:
    """The number from 2 to 20 that opens `text` in words, else 0 (« ARTICLE DEUX »)."""
    words = fold(text[:12]).split()
    names = ("-".join(words[:2]), "-".join(words[:1]))  # « dix-sept », « deux »
    return next((_SPELLED.index(name) + 2 for name in names if name in _SPELLED), 0)


def _rest(text: str, end: int) -> tuple[str, bool]:
    after = text[end:]
    rest = after.lstrip(_SEPARATORS)
    gap = after[: len(after) - len(rest)]
    return rest, bool(gap.strip(" \u00a0\u202f\u200b")) or "\t" in gap or not rest


def _cited(family: Family, numero: str, text: str) -> str:
    """The number as one cites it: « annexe 2 », « section 1 », but « 5.2 » for an article."""
    if family is Family.ARTICLE:
        return numero
    if family is Family.ANNEXE:
        return f"annexe {numero}"
    return f"{re.split(r'[^a-z]', fold(text[:10]))[0]} {numero}"


def _family(number: str) -> Family:
    if number[0].isdigit():
        return Family.DECIMAL
    return Family.ROMAN if set(number) <= _ROMAN.keys() else Family.LETTER


def _head(family: Family, found: re.Match[str], rest: str, *, separated: bool) -> Head:
    tail, _, rank = found[3].partition(" ") if found[3].endswith(_RANKS) else (found[3], "", "")
    tail = "".join(tail.split()).rstrip(".-")
    pieces = [piece for piece in tail.replace("-", ".").split(".") if piece]
    value = (_count(found[1]), *(int(p) if p.isdigit() else ord(p) - 96 for p in pieces))
    numero = (str(int(found[1])) if found[1].isdigit() else found[1]) + tail
    numero += f" {rank}" if rank else ""
    return Head(family, numero, value, rest, separated)


def _count(number: str) -> int:
    if number.isdigit():
        return int(number)
    if not set(number) <= _ROMAN.keys():
        return ord(number.upper()) - 64
    values = [_ROMAN[char] for char in number]
    return sum(v if v >= max(values[i:]) else -v for i, v in enumerate(values))


def looks_like_title(text: str) -> bool:
    """Whether `text` reads as a title: short, opened by a capital, no sentence unless it asks."""
    if not short_line(text):
        return False
    asks = text.rstrip().endswith("?")
    return asks or text.isupper() or _SENTENCE_WORDS.isdisjoint(fold(text).split())


def short_line(text: str) -> bool:
    """Whether `text` could be a title where the layout says so: short, not closed by a mark."""
    text = text.strip()
    if not text or len(text) > LONGEST_TITLE or text[-1] in ".;,…" or text.count("\n") > 1:
        return False
    first = next((char for char in text if char.isalnum()), "")
    return first.isalpha() and first == first.upper() and text[0] not in '-–•«"“('


def _titles_run_in(line: str) -> bool:
    """Whether a line closed by a mark is still a title: « Le Client paie le prix. » is none."""
    words = fold(line).split()
    short = len(words) < _SHORTEST_SENTENCE or words[0] not in DETERMINERS
    return len(words) <= _RUN_IN_WORDS and (short or line.isupper())


def split_title(rest: str) -> str:
    """The title at the start of what follows a number; empty when text follows at once.

    « Durée. Le contrat… », « DURÉE\\nLe contrat… » and « Durée : le contrat… » give « Durée ».
    """
    rest = rest.strip()
    line = rest.partition("\n")[0].rstrip()
    bare = line.rstrip(_SEPARATORS)
    if looks_like_title(bare) and (bare == line or _titles_run_in(bare)):
        return bare
    for mark in (". ", ".\u00a0", " : ", "\u00a0: ", " – ", " — ", " - "):
        piece, found, after = line.partition(mark)
        if found and after and len(piece.split()) <= _RUN_IN_WORDS and looks_like_title(piece):
            return piece.rstrip(_SEPARATORS)
    return ""
