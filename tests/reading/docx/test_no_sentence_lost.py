"""Whatever the layout, the text of all articles, in order, is the text of the document."""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_layouts import BACK, FRONT, LAYOUTS, NUMBERING, STYLES
from word import docx

from clauselint.drafting import draft, write
from clauselint.library import Library
from clauselint.library.mission import read_mission
from clauselint.model import Text
from clauselint.reading.articles import articles
from clauselint.reading.docx import read_docx
from clauselint.reading.notation import text_from_notation
from clauselint.reading.soft_breaks import cut_at_soft_breaks
from clauselint.reading.understanding import understand

CONTRACTS = sorted((Path(__file__).parents[2] / "contracts").rglob("*.txt"))
_SHOWN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def text_of_articles(text: Text) -> str:
    found = articles(text)
    return "\n".join(text.paragraphs[at].text for article in found for at in article.paragraphs)


def text_of(text: Text) -> str:
    return "\n".join(paragraph.text for paragraph in text.paragraphs)


def words_in_file(contract: bytes) -> Counter[str]:
    """The words of the document part, found without the reader."""
    with zipfile.ZipFile(io.BytesIO(contract)) as package:
        shown = _SHOWN.findall(package.read("word/document.xml").decode())
    return Counter(" ".join(shown).split())


def joined(lines: list[str], *, broken: bool) -> str:
    """`lines` as paragraphs, or as one paragraph of as many lines."""
    plain = [line for line in lines if not line.startswith(("|", "@", "(", "="))]
    return "↵".join(plain) if broken else "\n".join(lines)


LINES = st.sampled_from(
    sorted(
        {line for body, _ in LAYOUTS.values() for line in body.splitlines()}
        | {line for line in (FRONT + BACK).splitlines() if line}
        | {"", "Annexe 1 – Tarif", "**ANNEXE A**", "Préambule", "[-barré-] et [+ajouté+]"}
        | {"The Client shall pay the price to the Company.", "1.2.3 Sous-détail", "→ 12", "____"}
    )
)
PARAGRAPHS = st.builds(joined, st.lists(LINES, max_size=12), broken=st.booleans())


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4).map("\n".join))
def test_the_text_of_all_articles_is_the_text_of_the_document(notation: str) -> None:
    contract = docx(f"Contrat\n{notation}", styles=STYLES, numbering=NUMBERING)
    source = read_docx(contract).text
    assert text_of_articles(cut_at_soft_breaks(source)) == text_of(source)
    assert Counter(text_of(source).split()) == words_in_file(contract)


def test_there_are_contracts_to_read() -> None:
    assert len(CONTRACTS) >= 10


@pytest.mark.parametrize("path", CONTRACTS, ids=[path.stem for path in CONTRACTS])
def test_no_sentence_of_a_contract_is_lost_by_understanding_it(
    path: Path, library: Library
) -> None:
    source = text_from_notation(path.read_text(encoding="utf-8"))
    document = understand(source, library)
    found = [document.text.paragraphs[at] for a in document.articles for at in a.paragraphs]
    assert "\n".join(paragraph.text for paragraph in found) == text_of(source)


def test_no_sentence_of_a_drafted_contract_is_lost(library: Library) -> None:
    mission = read_mission(Path(__file__).parents[3] / "examples" / "mission-cdd.yaml")
    for drafted in draft(mission, library):
        contract = write(drafted, library)
        source = read_docx(contract).text
        document = understand(source, library)
        found = [document.text.paragraphs[at] for a in document.articles for at in a.paragraphs]
        assert "\n".join(paragraph.text for paragraph in found) == text_of(source)
