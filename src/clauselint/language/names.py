"""The names of persons, organisations and places in passages of a contract."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["AnalysisUnavailable", "Name", "names_in", "normalised"]

# Characters of Word that the model was not trained on, each replaced by one: places stay true.
# With ’ it sees names in « L’ » and « jusqu’ ».
_ALIKE = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-"})


class AnalysisUnavailable(Exception):
    """spaCy or its French model is not installed."""


class Name(Struct, frozen=True):
    """`[start, end)` of a passage, and what spaCy takes it for: PER, ORG, LOC or MISC."""

    start: int
    end: int
    label: str


def names_in(passages: Sequence[str]) -> tuple[tuple[Name, ...], ...]:
    """The names of each passage, in reading order.

    The model is loaded by the first call. Raises `AnalysisUnavailable` where it can't be.
    """
    model = _model()
    return tuple(
        tuple(Name(found.start_char, found.end_char, found.label_) for found in analysed.ents)
        for analysed in model.pipe(normalised(passage) for passage in passages)
    )


def normalised(passage: str) -> str:
    """The passage in the characters that the model knows, of the same length."""
    return passage.translate(_ALIKE)


@cache
def _model() -> Language:
    try:
        from clauselint.language.french import load_names_model  # noqa: PLC0415 (spaCy: half a second)

        return load_names_model()
    except (ImportError, OSError) as error:
        raise AnalysisUnavailable(str(error)) from error
