"""The citations of a document, read when something first looks at them.

Most rules never ask for them, and the tables of articles of law are large.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import overload

from clauselint.model import Article, Citation, Text

__all__ = ["CitationsOnDemand"]


class CitationsOnDemand(Sequence[Citation]):
    """What `reading.citations.citations` gives for the same arguments, as a sequence.

    Equal to any sequence of the same citations.
    """

    __slots__ = ("_articles", "_day", "_found", "_text")

    def __init__(self, text: Text, articles: Sequence[Article], day: date | None) -> None:
        self._text = text
        self._articles = articles
        self._day = day
        self._found: tuple[Citation, ...] | None = None

    @overload
    def __getitem__(self, index: int) -> Citation: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Citation]: ...
    def __getitem__(self, index: int | slice) -> Citation | Sequence[Citation]:
        return self._read()[index]

    def __len__(self) -> int:
        return len(self._read())

    def __eq__(self, other: object) -> bool:
        return self._read() == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._read())

    def __repr__(self) -> str:
        return repr(self._read())

    def _read(self) -> tuple[Citation, ...]:
        if self._found is None:
            from clauselint.reading.citations import citations  # noqa: PLC0415 (tables of articles)

            self._found = citations(self._text, self._articles, self._day)
        return self._found
