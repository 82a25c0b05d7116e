from clauselint.library.cues import parse_cue
from clauselint.library.definitions import Clause, FaitSlot, Indice, Reconnaissance
from clauselint.library.lexicon import ranked
from clauselint.reading.articles import articles
from clauselint.reading.index import Index
from clauselint.reading.notation import text_from_notation
from clauselint.reading.recognition import recognise_clauses, recognise_facts, with_kinds

NON_CONCURRENCE = Clause(
    kind="non_concurrence",
    titre="Non-concurrence",
    documents=(),
    fondement=(),
    reconnaitre=Reconnaissance(
        titres=(parse_cue("non concurrence"),),
        indices=(Indice(parse_cue("interdit* + concurrent*")),),
        exclusions=(Indice(parse_cue("aucun* > non concurrence")),),
        faits=(
            FaitSlot("zone_dite", (Indice(parse_cue("territoire|region")),), ("non_concurrence",)),
        ),
    ),
)
(RANKED,), LEXICON = ranked((NON_CONCURRENCE,))
CLAUSES = {"non_concurrence": RANKED}


def kinds_of(source: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    text = text_from_notation(source)
    cut = articles(text)
    found = with_kinds(cut, recognise_clauses(Index.build(text, cut, LEXICON), CLAUSES))
    return [(a.clauses, a.exclut) for a in found if a.clauses or a.exclut]


def test_a_title_is_enough():
    assert kinds_of("# Non-concurrence\nLe salarié reste loyal.") == [(("non_concurrence",), ())]


def test_a_sentence_is_enough_under_any_title():
    source = "# Loyauté\nIl s’interdit de servir un concurrent."
    assert kinds_of(source) == [(("non_concurrence",), ())]


def test_a_denial_is_an_exclusion_even_under_the_title():
    source = "# Non-concurrence\nAucune clause de non-concurrence ne s’applique."
    assert kinds_of(source) == [((), ("non_concurrence",))]


def test_a_real_clause_beside_a_denial_is_both():
    source = (
        "# Concurrence\nIl s’interdit de servir un concurrent du Client.\n"
        "Aucune autre clause de non-concurrence ne s’applique."
    )
    assert kinds_of(source) == [(("non_concurrence",), ("non_concurrence",))]


def test_the_label_of_a_table_row_is_a_title():
    rows = "| Lieu | Brest |\n| Non-concurrence | Six mois, en Bretagne |"
    assert kinds_of(f"# Conditions particulières\n{rows}") == [(("non_concurrence",), ())]


def test_a_row_that_gives_an_amount_or_nothing_titles_nothing():
    rows = "| Indemnité de non-concurrence | 217,50 € |\n| Non-concurrence | Néant |"
    assert kinds_of(f"# Conditions particulières\n{rows}") == []


def test_the_items_of_a_bill_state_no_clause():
    rows = "| Salaire | 900 € |\n| Charges | 400 € |\n| Interdiction d’aider un concurrent | 90 € |"
    assert kinds_of(f"# Prix\n{rows}") == []


def test_a_fact_counts_only_in_an_article_of_its_kind():
    def facts(source: str) -> list[str]:
        text = text_from_notation(source)
        cut = articles(text)
        index = Index.build(text, cut, LEXICON)
        cut = with_kinds(cut, recognise_clauses(index, CLAUSES))
        return [fait.texte for fait in recognise_facts(index, CLAUSES, cut)]

    assert facts("# Lieu\nLa région est calme.") == []
    assert facts("# Non-concurrence\nLa région Bretagne est visée. Fin.") == [
        "La région Bretagne est visée."
    ]


def test_the_table_of_a_title_page_bears_clauses_and_its_lines_do_not():
    sheet = "= CONTRAT\n{}\n# Article 1 – Objet\nLe contrat a un objet."
    row = "| Loyauté | Il s’interdit de servir un concurrent. |"
    assert kinds_of(sheet.format(row)) == [(("non_concurrence",), ())]
    assert kinds_of(sheet.format("Il s’interdit de servir un concurrent.")) == []
