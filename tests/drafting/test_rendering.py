"""Faults that docxtpl passes over in silence, and that are errors here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.drafting.markup import Genre
from clauselint.drafting.rendering import Source, holds, render
from clauselint.drafting.values import Composition, Saisie, Vue, accords
from clauselint.library import LibraryError
from clauselint.library.mission_model import Civilite, Mission
from clauselint.model import Duree


def source(text: str) -> Source:
    return Source(text, "clauses/objet.yaml", "variantes.equilibree.cdd", lambda: 10)


@pytest.fixture
def names(cdd: Mission) -> dict[str, object]:
    group = Vue(cdd.prestation, ("prestation",), cdd)
    return {"prestation": group, "prix": Vue(cdd.prix, ("prix",), cdd), **accords(Civilite.MADAME)}


def fault(text: str, names: dict[str, object]) -> str:
    with pytest.raises(LibraryError) as caught:
        render(source(text), names)
    return str(caught.value)


def test_an_unknown_name_is_an_error_with_its_line_and_the_near_name(
    names: dict[str, object],
) -> None:
    message = fault("Un\n\nDeux {{ prestaton.lieu }}", names)
    assert message.startswith(
        "clauses/objet.yaml:12:1: variantes.equilibree.cdd : « prestaton » n’est pas un nom que "
        "les textes connaissent. Vouliez-vous dire « prestation » ?"
    )
    assert "Deux {{ prestaton.lieu }}" in message


def test_a_typing_error_in_a_key_is_an_error_that_names_the_near_key(
    names: dict[str, object],
) -> None:
    message = fault("{{ prix.tjn }}", names)
    assert "« tjn » n’existe pas ici" in message
    assert "« tjm »" in message


def test_a_curly_apostrophe_in_a_tag_is_an_error(names: dict[str, object]) -> None:
    assert "apostrophe courbe" in fault("{{ prix[’tjm’] }}", names)


@pytest.mark.parametrize(
    "text",
    [
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ prix._groupe }}",
        "{{ prix.model_fields }}",
        "{{ prestation.livrables.append(1) }}",
        "{{ range(9) }}",
    ],
)
def test_a_text_can_run_nothing_nor_reach_python(text: str, names: dict[str, object]) -> None:
    assert fault(text, names)


def test_a_value_that_the_mission_leaves_out_cannot_be_printed(names: dict[str, object]) -> None:
    assert "la mission ne donne pas cette valeur" in fault(
        "{{ prestation.terme_incertain }}", names
    )


def test_a_group_cannot_be_printed(names: dict[str, object]) -> None:
    assert "un groupe de valeurs" in fault("{{ prestation }}", names)


@pytest.mark.parametrize("text", ["{{ prix.tjm", "{% if prix %}", "{{ prix.tjm | lettre }}"])
def test_a_tag_that_cannot_be_read_is_an_error(text: str, names: dict[str, object]) -> None:
    assert fault(text, names)


def test_a_condition_holds_or_not(names: dict[str, object]) -> None:
    assert holds(source("prestation.fin"), names)
    assert not holds(source("prestation.equipements_protection"), names)
    assert holds(source("prestation.motif == 'expertise absente'"), names)


def test_a_condition_on_an_unknown_name_is_an_error(names: dict[str, object]) -> None:
    with pytest.raises(LibraryError, match="« fini » n’existe pas ici"):
        holds(source("prestation.fini"), names)


def test_the_markup_tells_alineas_items_and_tables_apart(names: dict[str, object]) -> None:
    text = "Un\nsuite :\n- a\n- b\n\nDeux\n| x | y |\n| --- | --- |\n| 1 | 2 |\n\nTrois"
    found = render(source(text), names)
    kinds = [morceau.genre for morceau in found]
    assert kinds == [
        Genre.ALINEA, Genre.ITEM, Genre.ITEM, Genre.ALINEA, Genre.TABLEAU, Genre.ALINEA
    ]  # fmt: skip
    assert found[0].runs[0].text == "Un suite\u00a0:"
    assert found[4].titres
    assert len(found[4].lignes) == 2


def test_a_value_is_never_read_as_markup(names: dict[str, object]) -> None:
    value = Saisie("- a | b ** c\n\nd")
    (found,) = render(source("{{ valeur }}"), {"valeur": value})
    assert found.genre is Genre.ALINEA
    assert found.runs[0].text == "- a | b ** c\n\nd"
    assert not found.runs[0].bold


@given(value=st.text(st.characters(exclude_categories=["C"]), min_size=1))
def test_any_value_comes_out_verbatim(value: str) -> None:
    (found,) = render(source("**Avant** {{ valeur }}"), {"valeur": Saisie(value)})
    assert found.runs[-1].text == value


def test_bold_words_stand_between_stars(names: dict[str, object]) -> None:
    (found,) = render(source("le **{{ prestation.lieu }}** ici"), names)
    assert [run.bold for run in found.runs] == [False, True, False]


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (("a",), "a"),
        (("a", "b"), "a et b"),
        (("a", "b", "c"), "a, b et c"),
        (("a", "b et c"), "a, ainsi que b et c"),
    ],
)
def test_an_enumeration_reads_as_french(items: tuple[str, ...], said: str) -> None:
    pieces = Composition.liste(Saisie(item) for item in items).morceaux
    assert "".join(map(str, pieces)) == said


@pytest.mark.parametrize(
    ("duree", "said"),
    [
        (Duree(mois=36), "trois (3)\u00a0ans"),
        (Duree(mois=12), "douze (12)\u00a0mois"),
        (Duree(mois=4), "quatre (4)\u00a0mois"),
        (Duree(jours=14), "deux (2)\u00a0semaines"),
        (Duree(jours=7), "une (1)\u00a0semaine"),
        (Duree(jours=15), "quinze (15)\u00a0jours"),
    ],
)
def test_a_length_is_said_as_one_says_it(duree: Duree, said: str) -> None:
    assert str(Saisie(duree).duree_usuelle()) == said
