"""A contract in French and English side by side reads as the French alone."""

from collections.abc import Callable

import pytest
from word import docx

from clauselint.checking import check_document
from clauselint.library import Library
from clauselint.model import Document
from clauselint.reading.bilingual import in_french
from clauselint.reading.docx import read_docx
from clauselint.reading.understanding import understand

Pairs = list[tuple[str, str]]

TITLE = "=**CONTRAT DE PRESTATION DE PORTAGE SALARIAL**"
BACK = "Fait à Nantes, le 4 mai 2026."
PAIRS: Pairs = [
    ("ENTRE LES SOUSSIGNÉS :", "BETWEEN THE UNDERSIGNED:"),
    (
        "Brume Conseil, SARL au capital de 5 000 euros, dont le siège est à Nantes, RCS Nantes "
        "732 829 320, ci-après « le Client »,",
        "Brume Conseil, a company with a capital of EUR 5,000 and its registered office in Nantes, "
        "under number 732 829 320, hereinafter “the Client”,",
    ),
    ("ET", "AND"),
    (
        "Portage Ouest, SAS, dont le siège est à Angers, ci-après « l’Entreprise de portage ».",
        "Portage Ouest, a company with its registered office in Angers, hereinafter the “Company”.",
    ),
    ("ARTICLE 1 – OBJET", "ARTICLE 1 – PURPOSE"),
    (
        "Le Client confie à l’Entreprise de portage une étude de marché, réalisée par M. Loriol.",
        "The Client entrusts the Company with a market study, to be carried out by Mr Loriol.",
    ),
    ("ARTICLE 2 – PRIX ET PAIEMENT", "ARTICLE 2 – PRICE AND PAYMENT"),
    (
        "Le prix est de 12 000 euros HT. Les factures se paient à 90 jours à compter de leur "
        "émission.",
        "The price is 12 000 euros HT. Invoices are to be paid within 90 days of the date of issue "
        "and the penalty for late payment is 10 %.",
    ),
    ("ARTICLE 3 – RÉSILIATION", "ARTICLE 3 – TERMINATION"),
    (
        "Chaque partie peut résilier le contrat avec un préavis de deux (2) mois.",
        "Each party may terminate the agreement with two (2) months’ notice before 31/12/2026.",
    ),
    ("ARTICLE 4 – CONFIDENTIALITÉ", "ARTICLE 4 – CONFIDENTIALITY"),
    (
        "Chaque partie garde secrètes les informations de l’autre, dans un délai de [à compléter].",
        "Each party shall keep the information of the other secret, for a term of [à compléter].",
    ),
]


def alone(pairs: Pairs) -> str:
    return "\n".join(french for french, _ in pairs)


def in_rows(pairs: Pairs) -> str:
    return "\n".join(f"| {french} | {english}" for french, english in pairs)


def in_rows_english_first(pairs: Pairs) -> str:
    return "\n".join(f"| {english} | {french}" for french, english in pairs)


def in_two_cells(pairs: Pairs) -> str:
    return f"| {'↵'.join(fr for fr, _ in pairs)} | {'↵'.join(en for _, en in pairs)}"


def by_turns(pairs: Pairs) -> str:
    return "\n".join(f"{french}\n{english}" for french, english in pairs)


def text_by_text(pairs: Pairs) -> str:
    """French heading and text, then English heading and text."""
    front = by_turns(pairs[:4])
    rest = [
        f"{pairs[at][0]}\n{pairs[at + 1][0]}\n{pairs[at][1]}\n{pairs[at + 1][1]}"
        for at in range(4, len(pairs), 2)
    ]
    return "\n".join((front, *rest))


def understood(body: str, library: Library) -> Document:
    text = read_docx(docx(f"{TITLE}\n{body}\n{BACK}")).text
    return understand(text, library)


def said(document: Document, library: Library) -> tuple[object, ...]:
    """All that a document says, and what rules find in it, without the places."""
    results, failures = check_document(document, library.rules)
    assert not failures
    return (
        document.type,
        [(a.kind, a.numero, a.titre, a.clauses, a.exclut) for a in document.articles],
        [(clause.kind, clause.exclue) for clause in document.clauses],
        [(party.role, party.nom, party.siren, party.appellation) for party in document.parties],
        [(term.nom, term.valeur, term.texte) for term in document.termes],
        [fact.nom for fact in document.faits],
        [found.valeur for found in document.dates],
        [(result.rule.id, result.outcome) for result in results],
        [(f.rule.id, f.quote) for result in results for f in result.findings],
    )


@pytest.mark.parametrize(
    "layout", [in_rows, in_rows_english_first, in_two_cells, by_turns, text_by_text]
)
def test_the_english_beside_the_french_changes_nothing(
    layout: Callable[[Pairs], str], library: Library
) -> None:
    french = understood(alone(PAIRS), library)
    assert len(french.termes) >= 3
    assert said(understood(layout(PAIRS), library), library) == said(french, library)


def test_every_paragraph_still_belongs_to_an_article(library: Library) -> None:
    source = read_docx(docx(f"{TITLE}\n{in_rows(PAIRS)}\n{BACK}")).text
    document = understand(source, library)
    covered = [at for article in document.articles for at in article.paragraphs]
    assert covered == list(range(len(source.paragraphs)))


def test_a_finding_stands_in_the_french_column(library: Library) -> None:
    source = read_docx(docx(f"{TITLE}\n{in_rows_english_first(PAIRS)}\n{BACK}")).text
    document = understand(source, library)
    delay = next(term for term in document.termes if term.nom == "delai_paiement")
    cell = source.paragraphs[delay.place.paragraph]
    assert cell.cell is not None
    assert cell.cell.column == 1
    assert cell.text[delay.place.start : delay.place.end] == delay.texte


@pytest.mark.parametrize(
    "body",
    [
        "| Dessin de la maquette | 10 jours | 5 000 €\n| Set up of the cloud | 2 jours | 900 €",
        "| Langue | Anglais\n| Titre | Head of the Office of the Board",
        "Le Client paie le prix de la mission.\nANNEX\nThe scope of the work is the audit of the "
        "site.\nThe work is done by the end of the month.\nIt shall be paid by the Client.",
        "The price is paid by the Client.\nThe study is made by the Company in the year.",
    ],
)
def test_english_that_translates_nothing_is_left(body: str) -> None:
    text = read_docx(docx(f"{TITLE}\n{body}\n{BACK}")).text
    assert in_french(text) is text


def test_a_name_alone_in_its_cell_speaks_no_language() -> None:
    body = (
        "Le Client confie la mission à la société.\nThe Client gives the mission to the Company.\n"
        "La mission est faite par le salarié porté.\n| Salarié porté | Ivana Petrov, Lyon\n"
        "The work is done by the consultant of the Company.\n"
        "Le prix est payé par le Client dans le mois.\nThe price is paid by the Client."
    )
    kept = in_french(read_docx(docx(f"{TITLE}\n{body}\n{BACK}")).text)
    texts = [paragraph.text for paragraph in kept.paragraphs]
    assert "Ivana Petrov, Lyon" in texts
    assert "The price is paid by the Client." not in texts
