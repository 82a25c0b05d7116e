import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.model import Article, ArticleKind, Paragraph, Part, Text
from clauselint.reading.articles import article_names, articles
from clauselint.reading.notation import text_from_notation

FRONT = """= CONTRAT DE PRESTATION
Entre les soussignés :
Alpha SAS, au capital de 10 euros, dont le siège est à Brest, ci-après « le Client »,
et
Mme Bé Cédille, née le 1er mai 1990, demeurant à Brest.
"""


def cut(source: str) -> list[tuple[str, str]]:
    """Number and title of the articles and annexes of `FRONT` followed by `source`."""
    return shown(articles(text_from_notation(FRONT + source)))


def shown(found: tuple[Article, ...]) -> list[tuple[str, str]]:
    kinds = (ArticleKind.ARTICLE, ArticleKind.ANNEXE)
    return [(article.numero, article.titre) for article in found if article.kind in kinds]


OBJET_PRIX = [("1", "Objet"), ("2", "Prix")]


@pytest.mark.parametrize(
    "source",
    [
        "Article 1 – Objet\nUne étude.\nArticle 2 – Prix\nMille euros.",
        "Article 1er : Objet\nUne étude.\nArticle 2 : Prix\nMille euros.",
        "Article premier – Objet\nUne étude.\nArticle 2 – Prix\nMille euros.",
        "ARTICLE PREMIER\nObjet\nUne étude.\nARTICLE 2\nPrix\nMille euros.",
        "ARTICLE l - Objet\nUne étude.\nARTICLE 2 - Prix\nMille euros.",
        "Art. 1. Objet\nUne étude.\nArt. 2. Prix\nMille euros.",
        "Article 1 Objet\nUne étude.\nArticle 2 Prix\nMille euros.",
        "Article\u00a01\u00a0: Objet\nUne étude.\nArticle\u00a02\u00a0: Prix\nMille euros.",
        "Article 1 – Objet. Une étude est confiée.\nArticle 2 – Prix. Mille euros sont dus.",
        "Article 1 – Objet : une étude est confiée.\nArticle 2 – Prix : mille euros sont dus.",
        "1. Objet\nUne étude.\n2. Prix\nMille euros.",
        "1) Objet\nUne étude.\n2) Prix\nMille euros.",
        "1° Objet\nUne étude.\n2° Prix\nMille euros.",
        "# 1. Objet\nUne étude.\n# ARTICLE 2 – Prix\nMille euros.",
        "# Article 1 – Objet\nUne étude.\n# Article 2 – Prix\nMille euros.",
        "| Article 1 – Objet | Une étude. |\n| Article 2 – Prix | Mille euros. |",
    ],
)
def test_articles_are_found_however_they_are_numbered(source: str) -> None:
    assert cut(source) == OBJET_PRIX


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("I – OBJET\nUne étude.\nII – PRIX\nMille.", [("I", "OBJET"), ("II", "PRIX")]),
        ("A) OBJET\nUne étude.\nB) PRIX\nMille.", [("A", "OBJET"), ("B", "PRIX")]),
        ("OBJET\nUne étude.\nPRIX\nMille.", [("", "OBJET"), ("", "PRIX")]),
        ("# Objet\nUne étude.\n# Prix\nMille.", [("", "Objet"), ("", "Prix")]),
        (
            "1. Une étude est confiée.\n2. Elle dure un an.\n3. Elle coûte mille euros.",
            [("1", ""), ("2", ""), ("3", "")],
        ),
        (
            "Article 1 – Objet\nUne étude.\nArticle 3 – Prix\nMille.",
            [("1", "Objet"), ("3", "Prix")],
        ),
        (
            "SECTION 1 – ETUDE\n1. OBJET\nUne étude.\n2. DUREE\nUn an.\n"
            "SECTION 2 – ARGENT\n1. PRIX\nMille.\n2. TERME\nTrente jours.",
            [
                ("section 1", "ETUDE"),
                ("1", "OBJET"),
                ("2", "DUREE"),
                ("section 2", "ARGENT"),
                ("1", "PRIX"),
                ("2", "TERME"),
            ],
        ),
    ],
)
def test_other_ways_to_number_and_title(source: str, expected: list[tuple[str, str]]) -> None:
    assert cut(source) == expected


def test_a_list_inside_an_article_makes_no_article() -> None:
    source = """Article 1 – Objet
La mission comprend :
1. une étude ;
2. un rapport.
Article 2 – Étapes
1. Cadrage
2. Rapport
Article 3 – Prix
Mille euros."""
    assert cut(source) == [("1", "Objet"), ("2", "Étapes"), ("3", "Prix")]


def test_a_numbered_paragraph_without_title_stays_in_its_article() -> None:
    source = """Article 1 – Objet
1.1 Le prestataire réalise une étude pour le client.
1.2 Il la remet en mai.
Article 2 – Prix
2.1 Montant
Le prix est de mille euros.
2.2 Le client paie sous trente jours."""
    assert cut(source) == [("1", "Objet"), ("2", "Prix"), ("2.1", "Montant")]


def test_a_word_made_of_roman_figures_is_no_number() -> None:
    source = """IL A ÉTÉ EXPOSÉ CE QUI SUIT :
Que le Client cherche une étude.
IL EST CONVENU :
I. – DE L’OBJET
Une étude.
II. – DU PRIX
Mille euros."""
    assert cut(source) == [("I", "DE L’OBJET"), ("II", "DU PRIX")]


def test_a_heading_may_open_with_a_word_of_one_letter() -> None:
    source = "# À quoi sert ce contrat ?\nÀ une étude.\n# Y a-t-il un essai ?\nOui."
    assert cut(source) == [("", "À quoi sert ce contrat ?"), ("", "Y a-t-il un essai ?")]


def test_a_law_cited_at_the_start_of_a_line_opens_nothing() -> None:
    source = """Article 1 – Objet
Article L. 1254-2 du Code du travail : il s’applique.
Article 1225 du Code civil aussi.
Article 5 du contrat initial est abrogé.
Article 2 – Prix
Mille."""
    assert cut(source) == OBJET_PRIX


def test_an_article_quoted_by_an_amendment_opens_nothing() -> None:
    source = """Article 1 – Objet
L’article 4 est remplacé par le texte suivant :
« Article 4 – Durée
La mission dure deux ans. »
Article 2 – Prix
Mille."""
    assert cut(source) == OBJET_PRIX


def test_annexes_have_their_own_numbers_and_a_list_of_annexes_is_none() -> None:
    source = """Article 1 – Objet
Les annexes sont :
Annexe 1 – Prix
Annexe 2 – Planning
Article 2 – Prix
Mille.
Fait à Brest, le 3 mai 2025.
ANNEXE 1 – PRIX
Mille euros.
ANNEXE 2 – PLANNING
# 1. Étapes
Mai, puis juin."""
    assert cut(source) == [
        *OBJET_PRIX,
        ("annexe 1", "PRIX"),
        ("annexe 2", "PLANNING"),
        ("annexe 2, 1", "Étapes"),
    ]


def test_the_kinds_follow_the_order_of_a_contract() -> None:
    source = """# Préambule
Le client a besoin d’une étude.
# Article 1 – Objet
Une étude.
# Article 2 – Prix
Mille.
Fait à Brest, le 3 mai 2025, en deux exemplaires.
| Pour le Client | La prestataire |
# Annexe – Prix
Mille."""
    kinds = [article.kind.value for article in articles(text_from_notation(FRONT + source))]
    assert kinds == [
        "titre",
        "parties",
        "preambule",
        "article",
        "article",
        "signature",
        "annexe",
    ]


def test_a_sheet_of_conditions_particulieres_is_an_article_wherever_its_title_stands() -> None:
    sheet = "| CONDITIONS PARTICULIERES |\n| Prix | Mille |\n"
    assert cut(sheet + "1. OBJET\nÉtude.\n2. PRIX\nMille.") == [
        ("", "CONDITIONS PARTICULIERES"),
        ("1", "OBJET"),
        ("2", "PRIX"),
    ]


def test_a_text_without_any_title_is_one_article() -> None:
    text = text_from_notation("La caution garantit les salaires.\nElle est à jour.")
    assert [article.paragraphs for article in articles(text)] == [(0, 1)]
    assert articles(text)[0].kind is ArticleKind.ARTICLE


@pytest.mark.parametrize("source", ["", "|"])
def test_a_text_that_shows_nothing_is_no_error(source: str) -> None:
    text = text_from_notation(source)
    assert len(articles(text)) == len(text.paragraphs)


def test_labels_computed_by_word_number_the_articles() -> None:
    texts = [("1.", "Objet", True), ("1.1", "Une étude.", False), ("2.", "Prix", True)]
    paragraphs = tuple(
        Paragraph(Part.BODY, number, text, label=label, bold=bold)
        for number, (label, text, bold) in enumerate(texts)
    )
    assert shown(articles(Text("mot", paragraphs))) == OBJET_PRIX


def test_lines_of_a_table_of_contents_open_nothing() -> None:
    lines = ["Article 1 – Objet", "Article 2 – Prix", "Article 1 – Objet", "Article 2 – Prix"]
    paragraphs = tuple(
        Paragraph(Part.BODY, number, text, toc=number < 2) for number, text in enumerate(lines)
    )
    found = articles(Text("sommaire", paragraphs))
    assert [article.paragraphs for article in found] == [(0, 1, 2), (3,)]


@pytest.mark.parametrize("leader", ["", " ............ 4", "\t4"])
def test_lines_of_a_typed_summary_open_nothing(leader: str) -> None:
    titles = ["Article 1 – Objet", "Article 2 – Prix", "Article 3 – Durée"]
    summary = "\n".join(title + leader for title in titles)
    source = "\n".join(f"{title}\nIl est dit ceci." for title in titles)
    assert cut(f"SOMMAIRE\n{summary}\n{source}") == [*OBJET_PRIX, ("3", "Durée")]


def test_headers_and_footers_belong_to_no_article() -> None:
    body = text_from_notation("# Objet\nÉtude.").paragraphs
    header = Paragraph(Part.HEADER, 0, "Contrat 12")
    found = articles(Text("entête", (*body, header)))
    assert (found[-1].kind, found[-1].titre, found[-1].paragraphs) == (
        ArticleKind.TITRE,
        "",
        (2,),
    )


def test_every_paragraph_is_named_after_its_article() -> None:
    text = text_from_notation(
        "# Article 1 – Objet\nÉtude.\n# Article 2 – Prix\nMille.\n# Annexe\nX."
    )
    assert article_names(articles(text)) == ("1", "1", "2", "2", "annexe", "annexe")


def test_the_place_of_an_article_is_its_heading() -> None:
    found = articles(text_from_notation("# Article 1 – Objet\nÉtude.\n# Article 2 – Prix\nMille."))
    place = found[1].place
    assert (place.paragraph, place.start, place.end, place.article) == (2, 0, 16, "2")


LINES = st.sampled_from(
    [
        "Article 1 – Objet", "ARTICLE 2", "# 3. Prix", "1. Objet", "2. Prix", "I – OBJET",
        "II.1 Un texte qui court.", "A) Prix", "a) un bien ;", "Annexe 1 – Prix", "ANNEXE",
        "Fait à Brest, le 3 mai 2025.", "Entre", "et", "Préambule", "# Titre", "## Durée",
        "Le client paie le prix convenu.", "| Article 4 – Lieu | Brest |", "| Prix |  |",
        "> Une note.", "= CONTRAT", "Il a été convenu ce qui suit :", "Pour le Client",
        "Alpha, SAS au capital de 10 €, RCS Brest", "SECTION 2 – PRIX", "7.2 Délai", "PRIX", "",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=25).map("\n".join))
def test_no_paragraph_is_lost_nor_doubled(source: str) -> None:
    text = text_from_notation(source)
    covered = [index for article in articles(text) for index in article.paragraphs]
    assert covered == list(range(len(text.paragraphs)))


def test_a_row_that_says_how_one_signs_opens_no_signature():
    source = (
        "# Conditions\n| Durée | six mois |\n| Signature | électronique |\n| Langue | français |"
    )
    assert [article.titre for article in articles(text_from_notation(FRONT + source))][-1:] == [
        "Conditions"
    ]


def test_the_initial_of_one_who_signs_numbers_no_article():
    source = (
        "Article 1 – Objet\nUne étude.\nArticle 2 – Prix\nMille euros.\nFait à Brest, le 2 mars."
    )
    assert cut(f"{source}\nC. DURAND\nP. ROY") == OBJET_PRIX


LETTERED = (
    "A. Objet\nUne étude.\nB. Dates\nDeux mois.\nC. Prix\nMille.\nD. Frais\nCent.\nE. Lieu\nBrest."
    "\nF. Recette\nDix jours.\nG. Retard\nDix.\nH. Secret\nUn an."
)


def test_i_after_h_is_a_letter() -> None:
    numbers = [numero for numero, _ in cut(f"{LETTERED}\nI. Droits\nCédés.\nJ. Loi\nFrançaise.")]
    assert numbers == list("ABCDEFGHIJ")


def test_the_parts_of_an_article_lettered_i_follow_it() -> None:
    source = f"{LETTERED}\nI. DROITS\nI.1 CESSION\nCédés.\nJ. Loi\nFrançaise."
    numbers = [numero for numero, _ in cut(source)]
    assert numbers[8:] == ["I", "I.1", "J"]


def test_letters_under_roman_numbers_leave_them_roman() -> None:
    found = cut("I. OBJET\nA. Étude\nUne.\nB. Plan\nUn.\nII. PRIX\nMille.\nIII. DURÉE\nUn an.")
    assert [numero for numero, _ in found if "." not in numero] == ["I", "II", "III"]


def test_twelve_roman_numbers_are_no_letters() -> None:
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    source = "\n".join(f"{number}. TITRE\nDu texte." for number in roman)
    assert [numero for numero, _ in cut(source)] == roman
