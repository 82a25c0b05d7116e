"""Every wording of the library, rendered: what a change of a clause file changes is reviewed."""

from pathlib import Path

import pytest
from tests.drafting.clause_pages import page

from clauselint.drafting import render_clause
from clauselint.library import Library, standard_root
from clauselint.library.mission_model import Mission, ReglageClause
from clauselint.model import DocumentType

GOLDEN = Path(__file__).parent / "golden" / "clauses"
KINDS = sorted(path.stem for path in (standard_root() / "clauses").glob("*.yaml"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_clause_reads_as_reviewed(
    kind: str, cdd: Mission, cdi: Mission, library: Library, pytestconfig: pytest.Config
) -> None:
    clause = library.clauses[kind]
    path = GOLDEN / f"{kind}.md"
    if not clause.redigee:
        assert not path.exists()
        return
    rendered = page(clause, {"cdd": cdd, "cdi": cdi}, library)
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(rendered, encoding="utf-8")
    assert rendered == path.read_text(encoding="utf-8"), "make golden, then review the changes"


def test_no_page_is_left_of_a_clause_that_is_gone() -> None:
    assert {path.stem for path in GOLDEN.glob("*.md")} <= set(KINDS)


def test_a_cross_reference_names_the_clause_it_leads_to(cdd: Mission, library: Library) -> None:
    section = render_clause(library.clauses["remuneration"], DocumentType.CDD, cdd, library)
    assert section is not None
    shown = [run.text for element in section.elements for run in getattr(element, "runs", ())]
    assert "Article\u202f[apport_affaire]" in shown


def test_a_clause_is_rendered_in_the_variant_asked_for(cdd: Mission, library: Library) -> None:
    wish = ReglageClause(clause="confidentialite", variante="equilibree")
    asked = cdd.model_copy(update={"clauses": (wish,)})
    section = render_clause(
        library.clauses["confidentialite"], DocumentType.PRESTATION, asked, library
    )
    assert section is not None
    assert (section.clause, section.variante) == ("confidentialite", "equilibree")


def test_a_clause_without_words_for_a_document_is_not_rendered(
    cdd: Mission, library: Library
) -> None:
    indexation = library.clauses["indexation"]
    assert render_clause(indexation, DocumentType.CDD, cdd, library) is None
