"""The analysis of language that a run may do, and what is left undone without it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from clauselint.language.names import Name

__all__ = ["NOT_INSTALLED", "NOT_WANTED", "Analysis", "Skipped"]

NOT_WANTED = "no-nlp"
NOT_INSTALLED = "not-installed"


class Skipped(Struct, frozen=True):
    """What a rule left undone: the passages it would have had analysed, and why it had not."""

    passages: int
    reason: str


class Analysis:
    """Names in passages, found by spaCy if it is `wanted` and installed.

    The model is loaded by the first passage.
    """

    def __init__(self, *, wanted: bool = True) -> None:
        self._reason = "" if wanted else NOT_WANTED
        self._left: int | None = None

    def names(self, passages: Sequence[str]) -> tuple[tuple[Name, ...], ...] | None:
        """The names in each passage; None when they are not analysed, which is noted."""
        if passages and not self._reason:
            from clauselint.language.names import (  # noqa: PLC0415 (few contracts need it)
                AnalysisUnavailable,
                names_in,
            )

            try:
                return names_in(passages)
            except AnalysisUnavailable:
                self._reason = NOT_INSTALLED
        if self._reason:
            self._left = (self._left or 0) + len(passages)
            return None
        return ()

    def skipped(self) -> Skipped | None:
        """What was left undone since the last call, if analysis was asked for and refused."""
        left, self._left = self._left, None
        return None if left is None else Skipped(left, self._reason)
