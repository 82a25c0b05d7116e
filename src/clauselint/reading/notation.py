"""A contract written as a few lines of plain text, for the examples of rules and clauses and tests.

    = CONTRAT DE TRAVAIL            the title: bold and centered, no heading
    # Durée                         a heading; ## one level deeper
    | Prix | 600 € |                a row of a table; rows that follow one another are one table
    > Hors frais de déplacement.    a footnote called by the paragraph before
    % Marge : 20 %                  text that Word hides, at the end of the paragraph before
    ? À revoir avec le client.      a comment left in the file
    ~ six mois                      a tracked insertion: a paragraph, and a revision
    Le contrat est conclu…          any other line: a paragraph

Blank lines separate (two tables, for instance) and make no paragraph.
"""

from __future__ import annotations

from clauselint.model import Cell, HiddenText, Paragraph, Part, Text

__all__ = ["text_from_notation"]

_DEEPEST_HEADING = 9  # outline levels of Word


def text_from_notation(source: str, name: str = "exemple") -> Text:
    """The text that `source` describes, as the Word reader would give it. Never fails."""
    paragraphs: list[Paragraph] = []
    hidden: list[HiddenText] = []
    notes = tables = row = comments = revisions = 0
    for line in (line.strip() for line in source.splitlines()):
        if not line.startswith("|"):
            tables, row = tables + (row > 0), 0
        if not line:
            continue
        if line.startswith("|"):
            for column, cell in enumerate(line[1:].removesuffix("|").split("|")):
                number = len(paragraphs) - notes
                place = Cell(tables, row, column)
                paragraphs.append(Paragraph(Part.BODY, number, cell.strip(), cell=place))
            row += 1
        elif line.startswith(">"):
            paragraphs.append(Paragraph(Part.FOOTNOTE, notes, line[1:].strip()))
            notes += 1
        elif line.startswith("%"):
            before = paragraphs[-1] if paragraphs else Paragraph(Part.BODY, 0, "")
            hidden.append(
                HiddenText(before.part, before.number, len(before.text), line[1:].strip())
            )
        elif line.startswith("?"):
            comments += 1
        elif line.startswith("~"):
            revisions += 1
            paragraphs.append(_body_paragraph(line[1:].strip(), len(paragraphs) - notes))
        else:
            paragraphs.append(_body_paragraph(line, len(paragraphs) - notes))
    return Text(
        name,
        tuple(paragraphs),
        revisions=revisions,
        comments=comments,
        hidden=tuple(hidden),
    )


def _body_paragraph(line: str, number: int) -> Paragraph:
    if line.startswith("="):
        title = line[1:].strip()
        return Paragraph(Part.BODY, number, title, bold=True, caps=title.isupper(), centered=True)
    if line.startswith("#"):
        heading = line.lstrip("#")
        level = min(len(line) - len(heading), _DEEPEST_HEADING)
        return Paragraph(Part.BODY, number, heading.strip(), style=f"Heading {level}", level=level)
    return Paragraph(Part.BODY, number, line)
