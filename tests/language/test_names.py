"""Names in passages: what is found, exactly where, and what happens without spaCy."""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.language import french, names
from clauselint.language.names import AnalysisUnavailable, names_in, normalised


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f"])
def test_a_name_stands_at_its_place_whatever_apostrophes_and_spaces_word_wrote(blank: str):
    passage = f"L’accès n’est ouvert qu’à{blank}Sabine{blank}Duval, jusqu’au départ."
    ((found,),) = names_in([passage])
    assert passage[found.start : found.end] == f"Sabine{blank}Duval"
    assert found.label == "PER"


def test_an_elided_word_is_no_name():
    ((found,),) = names_in(["L’acheteur s’engage jusqu’à l’arrivée de Karim Belhadj."])
    assert found.label == "PER"


def test_each_passage_has_its_own_names():
    assert [len(found) for found in names_in(["Le badge est rendu.", "Il écrit à Jean Roy."])] == [
        0,
        1,
    ]


@given(st.text())
def test_normalising_a_passage_keeps_its_length(passage: str):
    assert len(normalised(passage)) == len(passage)


def test_words_with_a_hyphen_stay_whole_and_elisions_are_cut():
    tokenizer = french.load_names_model().tokenizer
    words = [token.text for token in tokenizer("L'avant-projet d'Anne et le sous-traitant.")]
    assert words == ["L'", "avant-projet", "d'", "Anne", "et", "le", "sous-traitant", "."]


@pytest.fixture
def without_spacy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "spacy.language", None)
    monkeypatch.delitem(sys.modules, "clauselint.language.french", raising=False)
    names._model.cache_clear()
    yield
    names._model.cache_clear()


def test_an_installation_without_spacy_is_said(without_spacy: None):
    with pytest.raises(AnalysisUnavailable):
        names_in(["Le badge est rendu à Sabine Duval."])


def test_an_installation_without_the_model_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(french, "MODEL", "fr_absent_model")
    names._model.cache_clear()
    with pytest.raises(AnalysisUnavailable, match="fr_absent_model"):
        names_in(["Le badge est rendu à Sabine Duval."])
    names._model.cache_clear()
