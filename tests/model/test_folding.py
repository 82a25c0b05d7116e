from hypothesis import given
from hypothesis import strategies as st

from clauselint.model.folding import fold


def test_accents_case_and_typography_do_not_count():
    assert fold("DURÉE\u00a0: l’Œuvre") == "duree   l ouvre"


@given(st.text())
def test_an_offset_in_the_folded_text_is_an_offset_in_the_text(text: str):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)
