"""The mandatory mentions in whole contracts, each worded and laid out in its own way."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from clauselint.checking import check_document
from clauselint.library import Library, Outcome, load_library
from clauselint.model import DocumentType, Text
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

CONTRACTS = Path(__file__).parents[1] / "contracts"
FAMILIES = ("mentions-cdd", "mentions-cdi", "information-salarie")

# Contract, the article taken out, and what is then missing.
REMOVALS = [
    ("cdd-qui-parle-au-salarie", "Votre métier", "mentions-cdd/competences"),
    ("cdd-qui-parle-au-salarie", "Votre client", "mentions-cdd/description-prestation"),
    ("cdd-qui-parle-au-salarie", "Votre client", "mentions-cdd/client"),
    ("cdd-qui-parle-au-salarie", "Votre salaire", "mentions-cdd/remuneration"),
    ("cdd-qui-parle-au-salarie", "Votre salaire", "mentions-cdd/apport-affaire"),
    ("cdd-qui-parle-au-salarie", "Votre salaire", "mentions-cdd/prelevements"),
    ("cdd-qui-parle-au-salarie", "Ce que nous gardons", "mentions-cdd/frais-gestion"),
    ("cdd-qui-parle-au-salarie", "Vos dépenses", "mentions-cdd/frais-professionnels"),
    ("cdd-qui-parle-au-salarie", "Le prix", "mentions-cdd/prix"),
    ("cdd-qui-parle-au-salarie", "Votre compte", "mentions-cdd/compte-rendu-activite"),
    ("cdd-qui-parle-au-salarie", "Vacances", "mentions-cdd/conges-payes"),
    ("cdd-qui-parle-au-salarie", "Retraite", "mentions-cdd/retraite-complementaire"),
    ("cdd-qui-parle-au-salarie", "Retraite", "mentions-cdd/prevoyance"),
    ("cdd-qui-parle-au-salarie", "Votre sécurité", "mentions-cdd/sante-securite"),
    ("cdd-qui-parle-au-salarie", "Nos garanties", "mentions-cdd/garant-financier"),
    ("cdd-qui-parle-au-salarie", "Nos garanties", "mentions-cdd/assurance-rc"),
    ("cdd-qui-parle-au-salarie", "Vous former", "information-salarie/formation"),
    ("cdd-sans-terme-precis", "Terme", "mentions-cdd/terme"),
    ("cdd-sans-terme-precis", "Rapport", "mentions-cdd/compte-rendu-activite"),
    ("cdd-a-articles-tapes", "Mission", "mentions-cdd/duree-prestation"),
    ("cdd-a-articles-tapes", "Rupture", "information-salarie/procedure-rupture"),
    ("cdi-en-style-ancien", "FONCTIONS", "information-salarie/emploi"),
    ("cdi-en-style-ancien", "ENGAGEMENT", "information-salarie/date-embauche"),
    ("cdi-en-style-ancien", "INTERRUPTIONS", "mentions-cdi/periodes-sans-prestation"),
    ("cdi-en-style-ancien", "CONGES", "mentions-cdi/conges-payes"),
    ("cdi-ordinaire", "Garantie", "mentions-cdi/garant-financier"),
    ("cdi-ordinaire", "Obligations", "mentions-cdi/compte-rendu-activite"),
    ("cdi-aux-titres-anglais", "Package", "mentions-cdi/remuneration"),
    ("cdi-aux-titres-anglais", "Benefits", "information-salarie/protection-sociale"),
]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def contract(name: str) -> Text:
    return text_from_notation((CONTRACTS / f"{name}.txt").read_text("utf-8"), name)


def findings(library: Library, text: Text, kind: DocumentType | None = None) -> set[str]:
    rules = [rule for rule in library.rules if rule.famille in FAMILIES]
    results, failures = check_document(understand(text, library, forced_type=kind), rules)
    assert not failures
    return {r.rule.id for r in results if r.outcome is Outcome.NON_CONFORME}


def without_article(library: Library, text: Text, title: str) -> Text:
    (gone,) = (
        set(article.paragraphs)
        for article in understand(text, library).articles
        if article.titre.startswith(title)
    )
    return replace(
        text, paragraphs=tuple(p for i, p in enumerate(text.paragraphs) if i not in gone)
    )


@pytest.mark.parametrize("name", sorted(path.stem for path in CONTRACTS.glob("cd[di]-*.txt")))
def test_a_complete_contract_lacks_no_mention(library: Library, name: str) -> None:
    assert findings(library, contract(name)) == set()


@pytest.mark.parametrize(("name", "title", "rule"), REMOVALS)
def test_a_contract_without_an_article_lacks_its_mention(
    library: Library, name: str, title: str, rule: str
) -> None:
    text = contract(name)
    kind = understand(text, library).type
    assert rule in findings(library, without_article(library, text, title), kind)
