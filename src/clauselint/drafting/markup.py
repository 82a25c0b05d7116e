"""The light markup of clause texts, once their Jinja is rendered.

    a blank line         ends an alinéa; alinéas are numbered (1.1, 1.2…) when there are several
    - a dash             an item of a list
    | a | b |            a row of a table; | --- | --- | under the first makes it a heading row
    **bold**             bold words
    {{ renvoi('prix') }} « Article 12 », as a field that Word keeps right

Values of the mission reach this module as marks, never as text: whatever they hold, a dash, a bar
or two stars, they are printed verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from clauselint.drafting.blocks import Run
from clauselint.drafting.typography import typeset
from clauselint.drafting.values import Saisie

__all__ = ["Genre", "Morceau", "parse_markup", "renvoi_mark", "value_mark"]

_VALUE, _RENVOI, _END = "\ue000", "\ue001", "\ue002"  # private use: no mission value holds them
_PIECE = re.compile(f"({_VALUE}[0-9]+{_END}|{_RENVOI}[a-z_]+{_END}|\\*\\*)")
_RULE = re.compile(r"\|(\s*:?-{3,}:?\s*\|)+")


class Genre(StrEnum):
    ALINEA = "alinea"
    ITEM = "item"
    TABLEAU = "tableau"


class Morceau(Struct, frozen=True):
    """An alinéa or an item, with one cell in one row; or a table. `titres`: heading row."""

    genre: Genre
    lignes: tuple[tuple[tuple[Run, ...], ...], ...]
    titres: bool = False

    @property
    def runs(self) -> tuple[Run, ...]:
        return self.lignes[0][0]


def value_mark(rank: int) -> str:
    """What stands for the printed value number `rank` while the text is laid out."""
    return f"{_VALUE}{rank}{_END}"


def renvoi_mark(clause: str) -> str:
    return f"{_RENVOI}{clause}{_END}"


def parse_markup(rendered: str, printed: tuple[Saisie, ...]) -> tuple[Morceau, ...]:
    """The alinéas, items and tables of a rendered text; `printed` holds the values its marks
    stand for. A cross-reference gives a run whose text is still to be found.
    """
    return tuple(_morceau(genre, lines, printed) for genre, lines in _groups(rendered))


def _groups(rendered: str) -> Iterator[tuple[Genre, list[str]]]:
    genre, lines = Genre.ALINEA, list[str]()
    for line in map(str.strip, rendered.splitlines()):
        starts = _genre_of(line)
        ends = not line or starts is not genre or starts is Genre.ITEM
        if ends and not (line and starts is Genre.ALINEA and genre is Genre.ITEM and lines):
            if lines:
                yield genre, lines
            genre, lines = starts, []
        if line:
            lines.append(line.removeprefix("- ") if starts is Genre.ITEM else line)
    if lines:
        yield genre, lines


def _genre_of(line: str) -> Genre:
    if line.startswith("- "):
        return Genre.ITEM
    return Genre.TABLEAU if line.startswith("|") else Genre.ALINEA


def _morceau(genre: Genre, lines: list[str], printed: tuple[Saisie, ...]) -> Morceau:
    if genre is not Genre.TABLEAU:
        return Morceau(genre, ((_runs(" ".join(lines), printed),),))
    rows = [line for line in lines if not _RULE.fullmatch(line)]
    cells = tuple(
        tuple(_runs(cell.strip(), printed) for cell in row.strip("|").split("|")) for row in rows
    )
    return Morceau(genre, cells, titres=len(lines) > 1 and bool(_RULE.fullmatch(lines[1])))


def _runs(text: str, printed: tuple[Saisie, ...]) -> tuple[Run, ...]:
    runs: list[Run] = []
    bold = False
    for piece in _PIECE.split(typeset(text)):
        if piece == "**":
            bold = not bold
        elif piece.startswith(_VALUE):
            value = printed[int(piece[1:-1])]
            runs.append(Run(str(value), bold, origin=value.origine))
        elif piece.startswith(_RENVOI):
            runs.append(Run("", bold, renvoi=piece[1:-1]))
        elif piece:
            runs.append(Run(piece, bold))
    return tuple(runs)
