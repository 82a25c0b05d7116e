import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clauselint.library.cues import Cue, parse_cue
from clauselint.library.definitions import Indice, Portee
from clauselint.library.lexicon import ranked
from clauselint.reading.articles import articles
from clauselint.reading.index import Index
from clauselint.reading.notation import text_from_notation
from clauselint.reading.units import sentences, units_of


def index_of(source: str, cue: str = "mot") -> tuple[Index, Cue]:
    """The index of a text for a cue, and the cue as its lexicon knows it."""
    text = text_from_notation(source)
    (ranked_cue,), lexicon = ranked((parse_cue(cue),))
    return Index.build(text, articles(text), lexicon), ranked_cue


def found(source: str, cue: str, portee: Portee = Portee.PHRASE) -> list[str]:
    """The words at the place of each hit of the cue."""
    index, ranked_cue = index_of(source, cue)
    texts = {(p.part, p.number): p.text for p in index.text.paragraphs}
    places = [index.place(hit) for hit in index.find(Indice(ranked_cue, portee))]
    return [texts[place.part, place.paragraph][place.start : place.end] for place in places]


def test_an_abbreviation_does_not_end_a_sentence():
    text = "Il est représenté par M. Paul Roy, art. 3 du contrat. Le prix est fixé. Fin"
    assert [text[a:b].strip() for a, b in sentences(text)] == [
        "Il est représenté par M. Paul Roy, art. 3 du contrat.",
        "Le prix est fixé.",
        "Fin",
    ]


@given(st.text(alphabet="aéL. ;:!?\n«»MmN0(", max_size=80))
def test_sentences_cover_every_visible_character_in_order(text: str):
    spans = list(sentences(text))
    assert spans == sorted(spans)
    kept = "".join(text[a:b] for a, b in spans)
    assert kept.split() == text.split()


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("garantie financiere", ["GARANTIE FINANCIÈRE"]),
        ("garant*", ["GARANTIE"]),
        ("caution + salaires", ["Caution"]),
        ("salaires > caution", []),
        ("caution > salaires", ["Caution"]),
        ("caution + !salaires", []),
        ("@montant", ["40 €"]),
        ("prime|@montant", ["40 €"]),
        ("garanti* financi*", ["GARANTIE FINANCIÈRE"]),
    ],
)
def test_a_cue_is_found_at_the_words_of_its_first_group(cue: str, words: list[str]):
    source = "# GARANTIE FINANCIÈRE\nLa Caution Alpha couvre les salaires. Elle coûte 40 €."
    assert found(source, cue) == words


def test_groups_of_one_cue_do_not_cross_a_sentence_unless_told_to():
    source = "# Garantie\nUn garant est désigné.\nIl paie en cas de défaillance."
    assert found(source, "garant + defaillance") == []
    assert found(source, "garant + defaillance", Portee.PARAGRAPHE) == []
    assert found(source, "garant + defaillance", Portee.ARTICLE) == ["garant"]
    assert found(source, "garant + !defaillance", Portee.ARTICLE) == []


def test_a_cell_is_read_with_the_label_of_its_row():
    source = "| Garant financier | Caution Alpha |\n| Assureur | Assurances Beta |"
    assert found(source, "garant + alpha") == ["Garant"]
    assert found(source, "garant + beta") == []


def test_an_item_is_read_with_the_sentence_that_announces_it():
    source = "Le prix comprend :\n- la rémunération ;\n- les frais de gestion.\nLe reste est dû."
    assert found(source, "prix + frais de gestion") == ["prix"]
    assert found(source, "prix + reste") == []


def test_a_numbered_paragraph_is_no_item_of_the_one_before_it():
    text = text_from_notation("Il ne cesse qu’en cas :\nde faute ;\nIl est remis en main propre.")
    numbers = [("8.1", 1), ("–", 2), ("8.2", 1)]
    numbered = tuple(
        replace(paragraph, label=label, list_level=level)
        for paragraph, (label, level) in zip(text.paragraphs, numbers, strict=True)
    )
    text = replace(text, paragraphs=numbered)
    _, fault, delivery = units_of(text, articles(text))
    assert fault.text == " il ne cesse qu en cas de faute "
    assert delivery.text == " il est remis en main propre "


def test_a_numbered_item_is_read_with_the_sentence_of_another_numbering():
    text = text_from_notation("Le contrat cesse :\nen cas de faute ;")
    first, second = text.paragraphs
    first = replace(first, label="8.1", list_level=1)
    second = replace(second, label="1.", list_level=2)
    text = replace(text, paragraphs=(first, second))
    assert units_of(text, articles(text))[1].text == " le contrat cesse en cas de faute "


CONDITIONS = """# Conditions
| N° | Thème | Ce qui est convenu | In English |
| 1 | Assurance | La société tient à jour une police pour les dommages causés | Insurance |
| 2 | Litiges | Les parties se rencontrent avant toute saisine du juge compétent | Disputes |
| 3 | Langue | Le français | French |
"""


def labels_of(source: str) -> list[str]:
    """What the rows of the tables of `source` are titled."""
    titles = index_of(source)[0].titles
    return [unit.text.strip() for unit in titles.units if unit.paragraph >= 0]


def test_a_table_of_conditions_titles_its_rows_after_their_numbers():
    assert labels_of(CONDITIONS) == ["theme", "assurance", "litiges", "langue"]


def test_the_name_after_the_number_of_a_row_is_read_with_what_the_row_says():
    assert found(CONDITIONS, "litiges > rencontrent") == ["Litiges"]
    assert found(CONDITIONS, "assurance > rencontrent") == []


@pytest.mark.parametrize(
    "row",
    ["| Conseil | 4 | 500,00 € | 2 000,00 € |", "| Recette | janvier | Paul | fait |"],
)
def test_a_table_of_figures_or_of_data_titles_nothing(row: str):
    assert labels_of(f"# Suivi\n| Poste | Nombre | Prix | Total |\n{row}\n{row}") == []
