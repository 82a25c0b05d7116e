"""Every way in which French contracts are laid out, each read from a Word file of its own."""

import pytest
from word import abstract, docx, level, num, style

from clauselint.model import ArticleKind
from clauselint.reading.articles import articles
from clauselint.reading.docx import read_docx

NUMBERING = (
    abstract(0, level(0, "Article %1 –"), level(1, "%1.%2"), level(2, "%3)", "lowerLetter"))
    + abstract(1, level(0, "%1.", "upperRoman"))
    + abstract(2, level(0, "%1."), level(1, "%1.%2."))
    + abstract(3, level(0, "Annexe %1 :", "upperLetter"))
    + num(1, 0)
    + num(2, 1)
    + num(3, 2)
    + num(4, 3)
)
STYLES = (
    style("T1", "heading 1", '<w:outlineLvl w:val="0"/>', look="<w:b/>")
    + style("T2", "heading 2", '<w:outlineLvl w:val="1"/>')
    + style("Titre", "Title")
)
FRONT = """=**CONTRAT DE PRESTATION**
ENTRE LES SOUSSIGNÉS :
Brume Conseil, SARL au capital de 5 000 euros, dont le siège est à Nantes, ci-après « le Client »,
D’une part,
ET
Mme Ida Loriol, née le 2 mai 1988, demeurant à Angers, ci-après « le Prestataire »,
D’autre part,
"""
BACK = """
Fait à Nantes, le 4 mai 2026, en deux exemplaires.
| Pour le Client | Le Prestataire
"""
ETUDE = "Le Client confie une étude de marché au Prestataire."
PRIX = "Le prix est de mille euros, payable à trente jours."
LONG_ETUDE = (
    f"{ETUDE} Elle compare les chantiers de la côte et leurs clients, port par port, sur cinq ans, "
    "et donne pour chacun les volumes, les prix et les délais constatés, avec leurs sources."
)
LONG_PRIX = f"{PRIX} Il couvre les déplacements, les achats de données et deux réunions au siège."
OBJET_PRIX = [("1", "Objet"), ("2", "Prix")]
NUMBERED = [("1", "OBJET"), ("2", "PRIX")]
UNNUMBERED = [("", "Objet"), ("", "Prix")]

Titles = list[tuple[str, str]]


def under(one: str, other: str) -> str:
    """Two headings with their text."""
    return f"{one}\n{ETUDE}\n{other}\n{PRIX}"


LAYOUTS: dict[str, tuple[str, Titles]] = {
    "« ARTICLE 1 – OBJET »": (under("ARTICLE 1 – OBJET", "ARTICLE 2 – PRIX"), NUMBERED),
    "with an em dash": (under("ARTICLE 1 — OBJET", "ARTICLE 2 — PRIX"), NUMBERED),
    "« Article 1er : »": (under("Article 1er : Objet", "Article 2 : Prix"), OBJET_PRIX),
    "« Art. 2. »": (under("Art. 1. Objet", "Art. 2. Prix"), OBJET_PRIX),
    "« Article n° 2 »": (under("Article n° 1 : Objet", "Article n° 2 : Prix"), OBJET_PRIX),
    "« § 2. »": (under("§ 1. Objet", "§ 2. Prix"), OBJET_PRIX),
    "« ARTICLE DEUX »": (under("ARTICLE PREMIER – OBJET", "ARTICLE DEUX – PRIX"), NUMBERED),
    "« ARTICLE DIX-SEPT »": (
        under("Article seize – Objet", "Article dix-sept – Prix"),
        [("16", "Objet"), ("17", "Prix")],
    ),
    "two separators": (under("Article 1 - Objet", "Article 2 : Prix"), OBJET_PRIX),
    "a space without width": (
        under("\u200bArticle 1 – Objet", "\u200bArticle 2 – Prix"),
        OBJET_PRIX,
    ),
    "number alone, title below": (
        under("**Article 1**\n**Objet**", "**Article 2**\n**Prix**"),
        OBJET_PRIX,
    ),
    "number alone, text below": (under("Article 1", "Article 2"), [("1", ""), ("2", "")]),
    "text on the line of the number": (
        f"Article 1er : {ETUDE}\nArticle 2 : {PRIX}",
        [("1", ""), ("2", "")],
    ),
    "text on the line of the title": (
        f"Article 1 – Objet. {ETUDE}\nArticle 2 – Prix. {PRIX}",
        OBJET_PRIX,
    ),
    "« 1. OBJET »": (under("1. OBJET", "2. PRIX"), NUMBERED),
    "« 1 - OBJET »": (under("1 - OBJET", "2 - PRIX"), NUMBERED),
    "« 1/ Objet »": (under("1/ Objet", "2/ Prix"), OBJET_PRIX),
    "« 1.1 »": (
        f"1. OBJET\n1.1 Étendue\n{ETUDE}\n1.2 Lieu\nÀ Nantes.\n2. PRIX\n2.1 {PRIX}\n2.2 Ferme.",
        [("1", "OBJET"), ("1.1", "Étendue"), ("1.2", "Lieu"), ("2", "PRIX")],
    ),
    "« Article 4-1 »": (
        f"{under('Article 1 – Objet', 'Article 2 – Prix')}\nArticle 2-1 – Révision\nIl est ferme.",
        [*OBJET_PRIX, ("2-1", "Révision")],
    ),
    "« I. »": (under("I. Objet", "II. Prix"), [("I", "Objet"), ("II", "Prix")]),
    "« I. » over « 1. »": (
        f"**I. OBJET**\n**1. Étude**\n{ETUDE}\n**2. Rapport**\nUn rapport est remis.\n"
        f"**II. PRIX**\n**1. Montant**\n{PRIX}",
        [
            ("I", "OBJET"),
            ("I.1", "Étude"),
            ("I.2", "Rapport"),
            ("II", "PRIX"),
            ("II.1", "Montant"),
        ],
    ),
    "« A) »": (under("A) Objet", "B) Prix"), [("A", "Objet"), ("B", "Prix")]),
    "« Article n – » made by Word": (
        f"(1:0) Objet\n(1:1) {ETUDE}\n(1:2) une partie ;\n(1:2) autre.\n(1:0) Prix\n(1:1) {PRIX}",
        OBJET_PRIX,
    ),
    "headings numbered by Word": (
        f"@T1 (3:0) Objet\n{ETUDE}\n@T1 (3:0) Prix\n@T2 (3:1) Montant\n{PRIX}",
        [*OBJET_PRIX, ("2.1", "Montant")],
    ),
    "bold, numbered in roman by Word": (
        under("(2:0) **Objet**", "(2:0) **Prix**"),
        [("I", "Objet"), ("II", "Prix")],
    ),
    "plain, numbered by Word": (under("(3:0) Objet", "(3:0) Prix"), OBJET_PRIX),
    "paragraphs numbered by Word, no titles": (
        f"(3:0) {ETUDE}\n(3:0) {PRIX}\n(3:0) La mission dure six mois.",
        [("1", ""), ("2", ""), ("3", "")],
    ),
    "bold, no number": (under("**Objet**", "**Prix**"), UNNUMBERED),
    "bold, closed by a colon": (under("**Objet :**", "**Prix :**"), UNNUMBERED),
    "capitals, no number": (under("OBJET", "PRIX"), [("", "OBJET"), ("", "PRIX")]),
    "headings of Word, no number": (under("@T1 Objet", "@T1 Prix"), UNNUMBERED),
    "headings with an emoji": (
        under("@T2 📝 Objet", "@T2 💳 Prix"),
        [("", "📝 Objet"), ("", "💳 Prix")],
    ),
    "an empty heading": (under("@T1 Objet", "@T1 \n@T1 Prix"), UNNUMBERED),
    "siblings in several styles": (
        f"{under('@T1 Article 1 – Objet', '@T2 Article 2 – Prix')}\nArticle 3 – Durée\nSix mois.",
        [*OBJET_PRIX, ("3", "Durée")],
    ),
    "the style Title": (
        under("@Titre **Article 1 - Objet**", "@Titre Article 2 - Prix"),
        OBJET_PRIX,
    ),
    "a number used twice": (
        f"{under('Article 1 – Objet', 'Article 2 – Prix')}\nArticle 2 – Durée\nSix mois.",
        [*OBJET_PRIX, ("2", "Durée")],
    ),
    "a jump in the numbers": (
        under("Article 1 – Objet", "Article 4 – Prix"),
        [("1", "Objet"), ("4", "Prix")],
    ),
    "the letter l for the digit 1": (under("ARTICLE l – OBJET", "ARTICLE 2 – PRIX"), NUMBERED),
    "« 1. », then « ARTICLE 3 »": (
        f"{under('**1. OBJET**', '**2. PRIX**')}\n**ARTICLE 3 – DURÉE**\nSix mois.\n"
        "**ARTICLE 4 – LIEU**\nNantes.",
        [*NUMBERED, ("3", "DURÉE"), ("4", "LIEU")],
    ),
    "sections that count anew": (
        f"SECTION 1 – LA MISSION\n{under('1. OBJET', '2. LIVRABLES')}\n"
        f"SECTION 2 – L’ARGENT\n{under('1. PRIX', '2. RETARD')}",
        [
            ("section 1", "LA MISSION"),
            ("1", "OBJET"),
            ("2", "LIVRABLES"),
            ("section 2", "L’ARGENT"),
            ("1", "PRIX"),
            ("2", "RETARD"),
        ],
    ),
    "chapters over articles that go on": (
        f"CHAPITRE I – LA MISSION\nArticle 1 – Objet\n{ETUDE}\n"
        f"CHAPITRE II – L’ARGENT\nArticle 2 – Prix\n{PRIX}",
        [("chapitre I", "LA MISSION"), ("1", "Objet"), ("chapitre II", "L’ARGENT"), ("2", "Prix")],
    ),
    "title and text in a row": (
        f"| Article 1 – Objet | {ETUDE}\n| Article 2 – Prix | {PRIX}",
        OBJET_PRIX,
    ),
    "number and title in two cells": (
        f"| Article 1 | Objet\n| {ETUDE}\n| Article 2 | Prix\n| {PRIX}",
        OBJET_PRIX,
    ),
    "bands with « ARTICLE 1 »": (under("| ARTICLE 1 – OBJET", "| ARTICLE 2 – PRIX"), NUMBERED),
    "bands with « 1. »": (under("| **1. OBJET**", "| **2. PRIX**"), NUMBERED),
    "bands with a number and a title": (under("| 1 | OBJET", "| 2 | PRIX"), NUMBERED),
    "bands without number": (
        under("| **OBJET**", "| **PRIX**"),
        [("", "OBJET"), ("", "PRIX")],
    ),
    "number, title and text in a row": (
        f"| 1 | Objet | {LONG_ETUDE}\n| 2 | Prix | {LONG_PRIX}",
        OBJET_PRIX,
    ),
    "numbered title and text in a row": (
        f"| 1. Objet | {LONG_ETUDE}\n| 2. Prix | {LONG_PRIX}",
        OBJET_PRIX,
    ),
    "bold questions": (
        under("**Que fait le Prestataire ?**", "**Combien cela coûte-t-il ?**"),
        [("", "Que fait le Prestataire ?"), ("", "Combien cela coûte-t-il ?")],
    ),
    "the whole text in a column": (
        f"| 1. Objet\n| {ETUDE}\n| 2. Prix\n| {PRIX}",
        OBJET_PRIX,
    ),
    "conditions particulières, then générales": (
        "**CONDITIONS PARTICULIÈRES**\n| Client | Brume Conseil\n| Prix | 1 000 € HT\n"
        f"**CONDITIONS GÉNÉRALES**\n{under('1. OBJET', '2. PRIX')}",
        [("", "CONDITIONS PARTICULIÈRES"), ("", "CONDITIONS GÉNÉRALES"), *NUMBERED],
    ),
    "conditions that both count from 1": (
        f"**CONDITIONS PARTICULIÈRES**\n{under('Article 1 – Mission', 'Article 2 – Prix')}\n"
        f"**CONDITIONS GÉNÉRALES**\n{under('Article 1 – Champ', 'Article 2 – Retard')}",
        [
            ("", "CONDITIONS PARTICULIÈRES"),
            ("1", "Mission"),
            ("2", "Prix"),
            ("", "CONDITIONS GÉNÉRALES"),
            ("1", "Champ"),
            ("2", "Retard"),
        ],
    ),
}  # fmt: skip


def read(notation: str) -> list[tuple[ArticleKind, str, str]]:
    contract = read_docx(docx(notation, styles=STYLES, numbering=NUMBERING))
    return [(found.kind, found.numero, found.titre) for found in articles(contract.text)]


@pytest.mark.parametrize(("body", "titles"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_contract_is_cut_at_its_articles(body: str, titles: Titles) -> None:
    found = read(FRONT + body + BACK)
    assert [(numero, titre) for kind, numero, titre in found if kind is ArticleKind.ARTICLE] == (
        titles
    )
    assert [kind for kind, _, _ in found if kind is not ArticleKind.ARTICLE] == [
        ArticleKind.TITRE,
        ArticleKind.PARTIES,
        ArticleKind.SIGNATURE,
    ]


@pytest.mark.parametrize(
    "preamble",
    [
        "**PRÉAMBULE**\nLe Client cherche à connaître son marché.",
        "@T1 Préambule\nLe Client cherche à connaître son marché.",
        "EXPOSÉ PRÉALABLE\nLe Client cherche à connaître son marché.",
        "Étant préalablement rappelé que :\n- le Client cherche à connaître son marché ;\n"
        "CECI ÉTANT EXPOSÉ, IL A ÉTÉ CONVENU CE QUI SUIT :",
        "Il a été préalablement exposé ce qui suit :\nLe Client cherche à connaître son marché.\n"
        "IL A ÉTÉ ARRÊTÉ ET CONVENU CE QUI SUIT :",
    ],
)
def test_the_preamble_stands_between_the_parties_and_the_articles(preamble: str) -> None:
    body = under("ARTICLE 1 – OBJET", "ARTICLE 2 – PRIX")
    kinds = [kind for kind, _, _ in read(f"{FRONT}{preamble}\n{body}{BACK}")]
    assert kinds == [
        ArticleKind.TITRE,
        ArticleKind.PARTIES,
        ArticleKind.PREAMBULE,
        ArticleKind.ARTICLE,
        ArticleKind.ARTICLE,
        ArticleKind.SIGNATURE,
    ]


@pytest.mark.parametrize(
    ("annexes", "expected"),
    [
        ("**ANNEXE 1 – TARIF**\nMille euros.", [("annexe 1", "TARIF")]),
        ("@T1 Annexe A : Tarif\nMille euros.", [("annexe A", "Tarif")]),
        ("ANNEXE\nMille euros.", [("annexe", "")]),
        ("@T1 (4:0) Tarif\nMille euros.", [("annexe A", "Tarif")]),
        (
            "**ANNEXE 1 – TARIF**\n**1. Forfait**\nMille euros.\n**2. Frais**\nAu réel.\n"
            "**ANNEXE 2 – CALENDRIER**\n**1. Cadrage**\nEn mai.",
            [
                ("annexe 1", "TARIF"),
                ("annexe 1, 1", "Forfait"),
                ("annexe 1, 2", "Frais"),
                ("annexe 2", "CALENDRIER"),
                ("annexe 2, 1", "Cadrage"),
            ],
        ),
    ],
)
def test_annexes_follow_the_signature_and_count_for_themselves(
    annexes: str, expected: Titles
) -> None:
    body = under("ARTICLE 1 – OBJET", "ARTICLE 2 – PRIX")
    found = read(FRONT + body + BACK + annexes)
    assert [(numero, titre) for kind, numero, titre in found if kind is ArticleKind.ANNEXE] == (
        expected
    )


@pytest.mark.parametrize(
    "signature",
    [
        "Fait à Nantes, le 4 mai 2026.\n| Pour le Client | Le Prestataire",
        "**SIGNATURES**\n| Le Client | Le Prestataire",
        "Pour le Client\tPour le Prestataire\nLu et approuvé",
        "EN FOI DE QUOI, les parties ont signé.",
    ],
)
def test_the_signature_closes_the_last_article(signature: str) -> None:
    body = under("ARTICLE 1 – OBJET", "ARTICLE 2 – PRIX")
    kinds = [kind for kind, _, _ in read(f"{FRONT}{body}\n{signature}")]
    assert kinds[-3:] == [ArticleKind.ARTICLE, ArticleKind.ARTICLE, ArticleKind.SIGNATURE]


@pytest.mark.parametrize(
    "parties",
    [
        "| Le Client | Brume Conseil, SARL, RCS Nantes 111 222 333\n| Le Prestataire | Ida Loriol",
        "**PARTIES**\nLe Client : Brume Conseil, SARL\nLe Prestataire : Ida Loriol",
        "Le présent contrat est conclu entre :\nBrume Conseil, dont le siège est à Nantes,\n"
        "Ida Loriol, demeurant à Angers.",
    ],
)
def test_the_parties_are_told_from_the_title(parties: str) -> None:
    body = under("ARTICLE 1 – OBJET", "ARTICLE 2 – PRIX")
    kinds = [kind for kind, _, _ in read(f"=**CONTRAT**\n{parties}\n{body}{BACK}")]
    assert kinds[:3] == [ArticleKind.TITRE, ArticleKind.PARTIES, ArticleKind.ARTICLE]


def test_a_contract_of_one_paragraph_is_one_article() -> None:
    found = read("Brume Conseil confie à Ida Loriol une étude pour mille euros. Fait à Nantes.")
    assert found == [(ArticleKind.ARTICLE, "", "")]


@pytest.mark.parametrize(
    "listed",
    [
        "1. une étude ;\n2. un rapport.",
        "1. Cadrage\n2. Rapport\n3. Restitution",
        "a) une étude ;\nb) un rapport.",
        "(3:0) Cadrage\n(3:0) Rapport",
        "| 1 | Cadrage | 3 jours\n| 2 | Rapport | 5 jours",
    ],
)
def test_a_list_or_a_planning_makes_no_article(listed: str) -> None:
    body = f"ARTICLE 1 – OBJET\n{ETUDE} Elle comprend :\n{listed}\nARTICLE 2 – PRIX\n{PRIX}"
    found = read(FRONT + body + BACK)
    assert [found[1:] for found in found if found[0] is ArticleKind.ARTICLE] == NUMBERED
