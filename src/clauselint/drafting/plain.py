"""The text that Word will show of a draft, made without Word: what the reader would give back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clauselint.drafting.blocks import Bloc, Run, Section, Style, text_of
from clauselint.model import Cell, Origin, Paragraph, Part, Text

__all__ = ["contract_text"]

_LEVELS = {Style.ARTICLE: 0, Style.ALINEA: 1, Style.ITEM: 2}


def contract_text(name: str, sections: Iterable[Section]) -> Text:
    """The paragraphs of `sections` in reading order, with labels, cells and origins."""
    placed = enumerate(_placed(sections))
    return Text(name, tuple(_paragraph(number, bloc, cell) for number, (bloc, cell) in placed))


def _placed(sections: Iterable[Section]) -> Iterator[tuple[Bloc, Cell | None]]:
    tables = 0
    for section in sections:
        for element in section.elements:
            if isinstance(element, Bloc):
                yield element, None
                continue
            for row, cells in enumerate(element.lignes):
                for column, blocs in enumerate(cells):
                    for bloc in blocs:
                        yield bloc, Cell(tables, row, column)
            tables += 1


def _paragraph(number: int, bloc: Bloc, cell: Cell | None) -> Paragraph:
    runs = bloc.runs
    if bloc.style is Style.TITRE:  # the style shows capitals, and the text is what Word shows
        runs = tuple(replace(run, text=run.text.upper()) for run in runs)
    text = text_of(runs)
    return Paragraph(
        part=Part.BODY,
        number=number,
        text=text,
        label=bloc.label,
        style=bloc.style.value.lower(),
        level=1 if bloc.style is Style.ARTICLE else None,
        list_level=_LEVELS.get(bloc.style) if bloc.label else None,
        bold=bloc.style in (Style.TITRE, Style.ARTICLE, Style.INTITULE)
        or all(run.bold for run in runs if run.text.strip()),
        caps=text.isupper(),
        centered=bloc.style in (Style.TITRE, Style.SOUS_TITRE),
        cell=cell,
        origins=tuple(_origins(runs)),
    )


def _origins(runs: Iterable[Run]) -> Iterator[tuple[int, int, Origin]]:
    start = 0
    for run in runs:
        if run.origin and run.text:
            yield start, start + len(run.text), run.origin
        start += len(run.text)
