"""Paragraphs of a contract beside alinéas of the library: the same, or how they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Indel

from clauselint.api.comparison.wordings import Alinea, Token, Wording, tokens_of

__all__ = ["Comparison", "Passage", "compare", "likeness"]

_ALIKE = 0.5  # of its words that a paragraph must share with an alinéa to be that alinéa reworded

Way = Sequence[Token]


class Passage(NamedTuple):
    """Some words: `egal`, `ajout` (the contract’s alone), `retrait` (the library’s alone)."""

    nature: str
    texte: str


class Comparison(NamedTuple):
    """`valeurs` are what the contract says at the places to fill; `ecarts` the paragraphs that
    differ, word by word, in the order of the contract.
    """

    valeurs: tuple[tuple[str, str], ...]
    ecarts: tuple[tuple[Passage, ...], ...]


def likeness(wording: Wording, paragraphs: Sequence[str]) -> float:
    """From 0 to 1, the share of the words of both texts that they have in common and in order."""
    found = [token.text for text in paragraphs for token in tokens_of(text)]
    return float(Indel.normalized_similarity(wording.tokens, found))


def compare(wording: Wording, paragraphs: Sequence[str]) -> Comparison:
    """What of `paragraphs` is the wording, and what is not."""
    said = [tokens_of(text) for text in paragraphs if text.strip()]
    values: list[tuple[str, str]] = []
    left = list(range(len(said)))
    missing = list(wording.alineas)
    for rank in tuple(left):
        same = [
            (_fixed(alinea), alinea in missing, alinea, holes)
            for alinea in dict.fromkeys((*missing, *wording.alineas))
            if (holes := _matched(alinea, said[rank])) is not None
        ]
        if same:
            _, _, alinea, holes = max(same, key=lambda found: found[:2])
            values += holes
            left.remove(rank)
            if alinea in missing:
                missing.remove(alinea)
    changed: dict[int, tuple[Passage, ...]] = {}
    for rank in left:
        likest = max(missing, key=lambda item: _shared(item, said[rank])[0], default=None)
        score, way = _shared(likest, said[rank]) if likest else (0.0, ())
        if likest is None or score < _ALIKE:
            changed[rank] = (Passage("ajout", _shown(said[rank])),)
            continue
        missing.remove(likest)
        passages, holes = _redline(way, said[rank])
        values += holes
        if any(passage.nature != "egal" for passage in passages):
            changed[rank] = passages
    gone = [(Passage("retrait", _shown(item.ways[0])),) for item in missing if not item.optional]
    return Comparison(tuple(values), (*(changed[rank] for rank in sorted(changed)), *gone))


def _matched(alinea: Alinea, said: Way) -> list[tuple[str, str]] | None:
    """What stands at the places of `alinea` when `said` is one of its ways; else None."""
    return next((holes for way in alinea.ways if (holes := _glob(way, said)) is not None), None)


def _fixed(alinea: Alinea) -> int:
    """How many words the alinéa has of its own: one that has few fits many paragraphs."""
    return max(sum(not token.hole for token in way) for way in alinea.ways)


def _glob(way: Way, said: Way) -> list[tuple[str, str]] | None:
    """The words at each place of `way`, found from left to right; each place holds one or more."""
    holes: list[tuple[str, str]] = []
    at = 0
    runs = list(_runs(way))
    for number, (hole, words) in enumerate(runs):
        last = number == len(runs) - 1
        start = at if not hole else _find(words, said, at + 1, last=last)
        if start is None or [token.text for token in said[start : start + len(words)]] != words:
            return None
        if hole:
            holes.append((hole, _shown(said[at:start])))
        at = start + len(words)
    return holes if at == len(said) else None


def _runs(way: Way) -> Iterator[tuple[str, list[str]]]:
    """The fixed words of `way`, each run with the place to fill that comes before it."""
    hole, words = "", list[str]()
    for token in way:
        if token.hole:
            if words or hole:
                yield hole, words
            hole, words = token.hole, []
        else:
            words.append(token.text)
    yield hole, words


def _find(words: list[str], said: Way, start: int, *, last: bool) -> int | None:
    end = len(said) - len(words)
    if last or not words:
        return end if last and end >= start else (start if start <= len(said) else None)
    return next(
        (
            at
            for at in range(start, end + 1)
            if all(said[at + rank].text == word for rank, word in enumerate(words))
        ),
        None,
    )


def _shared(alinea: Alinea, said: Way) -> tuple[float, Way]:
    """How alike the nearest way of the alinéa is, and that way."""
    words = [token.text for token in said]
    scored = (
        (float(Indel.normalized_similarity([t.text for t in way if not t.hole], words)), way)
        for way in alinea.ways
    )
    return max(scored, key=lambda pair: pair[0])


def _redline(way: Way, said: Way) -> tuple[tuple[Passage, ...], list[tuple[str, str]]]:
    old, new = [token.text for token in way], [token.text for token in said]
    passages: list[Passage] = []
    holes: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone = way[a:b]
        if tag != "equal" and gone and all(token.hole for token in gone) and d > c:
            holes.append((gone[0].hole, _shown(said[c:d])))
            passages.append(Passage("egal", _shown(said[c:d])))
            continue
        if tag == "equal":
            passages.append(Passage("egal", _shown(said[c:d])))
            continue
        if gone:
            passages.append(Passage("retrait", _shown(gone)))
        if d > c:
            passages.append(Passage("ajout", _shown(said[c:d])))
    return tuple(passages), holes


def _shown(tokens: Way) -> str:
    return "".join(f"{' ' if token.space else ''}{token.text}" for token in tokens).strip()
