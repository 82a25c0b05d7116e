"""Cells: where a paragraph stands in the grid that Word shows."""

from word import body, docx, paragraph, run

from clauselint.model import Cell
from clauselint.reading.docx import read_docx


def cells(xml: str) -> dict[str, Cell | None]:
    return {p.text: p.cell for p in read_docx(docx(xml)).text.paragraphs if p.text}


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def test_cells_know_their_table_row_and_column() -> None:
    assert cells("a\n| b | c\n| d | e\nf\n| g") == {
        "a": None,
        "b": Cell(0, 0, 0),
        "c": Cell(0, 0, 1),
        "d": Cell(0, 1, 0),
        "e": Cell(0, 1, 1),
        "f": None,
        "g": Cell(1, 0, 0),
    }


def test_a_nested_table_has_its_own_number() -> None:
    nested = f"<w:tc>{paragraph(run('a'))}{body('| b')}{paragraph(run('c'))}</w:tc>"
    found = cells(f"<w:tbl><w:tr>{nested}</w:tr></w:tbl><w:p/>{body('| d')}")
    assert found == {
        "a": Cell(0, 0, 0),
        "b": Cell(1, 0, 0),
        "c": Cell(0, 0, 0),
        "d": Cell(2, 0, 0),
    }


def test_columns_count_in_the_grid() -> None:
    wide = cell("a", '<w:gridSpan w:val="2"/>') + cell("b")
    late = f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("c")}{cell("d")}'
    found = cells(f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{late}</w:tr></w:tbl>")
    assert [place.column for place in found.values() if place] == [0, 2, 1, 2]


def test_merged_cells_are_shown_once() -> None:
    start, continued = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>'
    first = f"<w:tr>{cell('a', start)}{cell('b')}</w:tr>"
    second = f"<w:tr>{cell('fantôme', '<w:vMerge/>')}{cell('c')}</w:tr>"
    third = f"<w:tr>{cell('fantôme', continued)}{cell('d')}</w:tr>"
    found = cells(f"<w:tbl>{first}{second}{third}</w:tbl>")
    assert found == {
        "a": Cell(0, 0, 0),
        "b": Cell(0, 0, 1),
        "c": Cell(0, 1, 1),
        "d": Cell(0, 2, 1),
    }


def test_deleted_rows_and_cells_leave_no_trace() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('non')}</w:tr>"
    kept = f"<w:tr>{cell('non', '<w:cellDel/>')}{cell('a', '<w:cellIns/>')}</w:tr>"
    assert cells(f"<w:tbl>{gone}</w:tbl><w:tbl>{gone}{kept}</w:tbl>") == {"a": Cell(0, 0, 1)}


def test_the_paragraphs_of_a_text_box_in_a_cell_are_in_no_cell() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('b'))}</w:txbxContent></w:pict></w:r>"
    found = cells(f"<w:tbl><w:tr><w:tc>{paragraph(run('a') + box)}</w:tc></w:tr></w:tbl>")
    assert found == {"a": Cell(0, 0, 0), "b": None}
