"""The paragraphs of a contract in which its parties may be presented, tables cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clauselint.model import Article, ArticleKind, Cell, Part, Place, Text
from clauselint.model.folding import fold
from clauselint.reading.roles import names_a_role

__all__ = ["Piece", "pieces"]

_AHEAD = (ArticleKind.TITRE, ArticleKind.PARTIES)
_FRONT_TITLES = ("parties", "les parties", "conditions particulieres", "identification des part")
_LONGEST_LABEL = 80  # characters of the first cell of a row; longer ones present a party
_ROW = 6  # paragraphs around a cell in which those of its row stand


class Piece(Struct, frozen=True):
    """A paragraph, with plain spaces for all blanks.

    `label` is the folded first cell of its table row, when it stands beside one (`label_text` as
    written), `row` the number of that row and `head` the folded head of its column; `heading` the
    folded title of its article.
    """

    text: str
    place: Place
    label: str = ""
    label_text: str = ""
    in_table: bool = False
    heading: str = ""
    row: int = -1
    head: str = ""


def pieces(text: Text, articles: Sequence[Article]) -> tuple[list[Piece], list[Piece]]:
    """The paragraphs that present the parties, and those of the articles and annexes."""
    front: list[Piece] = []
    body: list[Piece] = []
    for article in _whole_tables(text, articles):
        titled = fold(article.titre).strip().startswith(_FRONT_TITLES)
        ahead = article.kind in _AHEAD or titled
        if article.kind is ArticleKind.SIGNATURE:
            continue
        name = article.numero or article.titre or None
        found = _article_pieces(text, article.paragraphs, name)
        heading = fold(article.titre)
        (front if ahead else body).extend(replace(piece, heading=heading) for piece in found)
    return front, body


def _whole_tables(text: Text, articles: Sequence[Article]) -> Iterator[Article]:
    """The articles, but for a table of the parties that the title and the parties share."""
    held: Article | None = None
    for article in articles:
        if held and held.kind in _AHEAD and article.kind in _AHEAD and _share(text, held, article):
            covered = (*held.paragraphs, *article.paragraphs)
            held = replace(article, paragraphs=covered)
            continue
        if held:
            yield held
        held = article
    if held:
        yield held


def _share(text: Text, above: Article, below: Article) -> bool:
    last, first = (text.paragraphs[at].cell for at in (above.paragraphs[-1], below.paragraphs[0]))
    return last is not None and first is not None and last.table == first.table


def _article_pieces(text: Text, covered: Sequence[int], name: str | None) -> Iterator[Piece]:
    table: list[tuple[Cell, Piece]] = []
    for index in covered:
        paragraph = text.paragraphs[index]
        if paragraph.part not in (Part.BODY, Part.TEXTBOX) or not paragraph.text.strip():
            continue
        cell = paragraph.cell
        if table and (cell is None or cell.table != table[0][0].table or _opens_block(text, index)):
            yield from _table_pieces(table)
            table = []
        plain = paragraph.text.replace("\u00a0", " ").replace("\u202f", " ")
        piece = Piece(plain, Place(paragraph.part, paragraph.number, 0, 0, name))
        if cell:
            table.append((cell, replace(piece, in_table=True)))
        else:
            yield piece
    yield from _table_pieces(table)


def _opens_block(text: Text, index: int) -> bool:
    """Whether a row below the first bears the name of a role alone: the next party."""
    cell = text.paragraphs[index].cell
    if cell is None or not cell.row or not names_a_role(text.paragraphs[index].text):
        return False
    near = text.paragraphs[max(0, index - _ROW) : index + _ROW + 1]
    row = [one for one in near if one.cell and one.cell.row == cell.row and one.text.strip()]
    return len([one for one in row if one.cell and one.cell.table == cell.table]) == 1


def _table_pieces(table: Sequence[tuple[Cell, Piece]]) -> Iterator[Piece]:
    """The cells of a table with the labels of their rows; column by column when each column is a
    party (« Le Client | Le Prestataire »).
    """
    if not table:
        return
    first = table[0][0].row
    heads = {cell.column for cell, piece in table if cell.row == first and names_a_role(piece.text)}
    if len(heads) < 2 and _side_by_side(table):
        heads = {0, 1}
    by_column = len(heads) > 1
    heads = heads if by_column else set()
    cells = sorted(table, key=lambda pair: pair[0].column) if by_column else table
    labels: dict[int, str] = {}
    titles = {cell.column: fold(piece.text).strip() for cell, piece in table if cell.row == first}
    for cell, piece in cells:
        if cell.column == 0 and 0 not in heads:
            labels.setdefault(cell.row, piece.text)
            if by_column:
                continue
        bare = cell.column == 0 or (by_column and cell.row == first)
        if bare:
            yield piece
        else:
            label, row = labels.get(cell.row, ""), -1 if by_column else cell.row
            head = titles.get(cell.column, "")
            folded = fold(label).strip()
            yield replace(piece, label=folded, label_text=label, row=row, head=head)


def _side_by_side(table: Sequence[tuple[Cell, Piece]]) -> bool:
    """Whether a table of two columns presents a party in each, without naming their roles above:
    « Entre | Et », or a row of two long cells.
    """
    if max(cell.column for cell, _ in table) != 1:
        return False
    first = table[0][0].row
    if [fold(piece.text).strip() for cell, piece in table if cell.row == first] == ["entre", "et"]:
        return True
    long = {(cell.row, cell.column) for cell, piece in table if len(piece.text) > _LONGEST_LABEL}
    return any((row, 1 - column) in long for row, column in long)
