"""A rule told in full: what its sheet says, on a terminal and on its page."""

from datetime import date

import pytest

from clauselint.library import (
    Constat,
    Fondement,
    Gravite,
    Message,
    MessageTemplate,
    Outcome,
    Rule,
    RuleExample,
)
from clauselint.library.expressions import Expression
from clauselint.model import DocumentType
from clauselint.reporting.rule_pages import index_page, rule_page
from clauselint.reporting.rule_sheet import Items, Verdict, rule_sheet
from clauselint.reporting.rules import sheet_text


def made(fr: str = "Le délai manque.", en: str = "No term.", **changes: object) -> Rule:
    template = MessageTemplate(Expression(fr, b""), Expression(en, b""))
    fields = {
        "id": "paiement/essai",
        "gravite": Gravite.ERREUR,
        "documents": (DocumentType.PRESTATION,),
        "portage": True,
        "fondement": (
            Fondement("C. com.", "L441-10", "I", date(2019, 4, 26), None, "LEGIARTI000000000001"),
        ),
        "sanction": (),
        "titre": "Délai de paiement",
        "quand": None,
        "constats": (Constat(Expression("", b""), template),),
        "conseil": "Écrire un délai.",
        "pourquoi": "Le délai\nprotège.\n\nIl se compte en jours.",
        "corrige": "",
        "exemples": (
            RuleExample(Outcome.NON_CONFORME, "# Prix\n| total | 100_000 € |"),
            RuleExample(Outcome.CONFORME, "Payable à 30 jours.", piege="« payable » sans délai"),
            RuleExample(Outcome.INDETERMINE, "Payable.", DocumentType.CDD, date(2026, 3, 1)),
        ),
        "condition": "si un prix est dit",
    }
    return Rule(**{**fields, **changes})


VERDICTS = (
    Verdict((Message("Le délai de 90 jours manque.", "The term of 90 days is missing."),)),
    Verdict(()),
    Verdict((), "le délai de paiement"),
)


def test_a_terminal_shows_basis_dates_condition_messages_examples_and_their_outcome():
    text = sheet_text(rule_sheet(made(), VERDICTS, {}))
    for words in (
        "paiement/essai — Délai de paiement",
        "Gravité : erreur (nul, puni ou contradictoire)",
        "Documents : contrat de prestation, en portage salarial seulement",
        "S’applique : si un prix est dit",
        "C. com. L441-10 I, en vigueur depuis le 26 avril 2019 — LEGIARTI000000000001",
        "  Le délai protège.\n  Il se compte en jours.",
        "  → Le délai de 90 jours manque.",
        "Piège : « payable » sans délai",
        "Donnée manquante : le délai de paiement.",
        "Loi applicable au 1er mars 2026.",
    ):
        assert words in text
    assert "The term" not in text


def test_in_english_labels_and_messages_are_english():
    text = sheet_text(rule_sheet(made(), VERDICTS, {}, ("en",)))
    assert "  - No term." in text
    assert "  → The term of 90 days is missing." in text
    assert "Legal basis : C. com. L441-10 I, in force since" in text
    assert "Le délai manque." not in text


def test_a_page_has_both_languages_and_links_the_law():
    page = rule_page(rule_sheet(made(), VERDICTS, {}, ("fr", "en")))
    assert "- Le délai manque." in page
    assert "- No term." in page
    assert "(https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000000000001)" in page
    assert "```text\n# Prix\n| total | 100_000 € |\n```" in page


def test_a_rule_without_text_of_law_says_so_and_names_no_penalty():
    text = sheet_text(rule_sheet(made(fondement=()), VERDICTS, {}))
    assert "Fondement : aucun texte" in text
    assert "Sanction" not in text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Le {{ terme('date_fin').valeur }}.", "Le ‹date fin›."),
        ("{{ element.texte }} manque.", "‹texte› manque."),
        ("{{ element }} manque.", "‹…› manque."),
        ("{{ articles_modifies() | join(', ') }} ont changé.", "‹articles modifies› ont changé."),
        (
            "Au {{ document.date }}, {{ valeur_legale('taux_legal', document.date) }}.",
            "Au ‹date›, ‹taux legal›.",
        ),
        (
            "{{ ['le lieu' if x else '', 'la date' if y else ''] | enumerer('et') }} manque.",
            "[le lieu|la date] manque.",
        ),
        ("A {% if element.nombre > 1 %}b{% else %}c{% endif %} d.", "A [b|c] d."),
        ("A{% if x %} b{% if y %} c{% endif %}{% endif %}.", "A[ b[ c]]."),
    ],
)
def test_the_places_of_a_message_are_named(source: str, shown: str):
    sheet = rule_sheet(made(fr=source), VERDICTS, {})
    messages = next(part for part in sheet.parts if part.heading == "Messages")
    assert messages.blocks == (Items((shown,)),)


def test_a_judgment_is_not_said_in_force_since():
    judgment = Fondement("Cass. soc.", "10 juill. 2002", "n° 00-45.135", date(2002, 7, 10))
    text = sheet_text(rule_sheet(made(fondement=(judgment,)), VERDICTS, {}))
    assert "Fondement : Cass. soc. 10 juill. 2002 n° 00-45.135\n" in text


def test_two_findings_with_one_message_show_it_once():
    rule = made()
    sheet = rule_sheet(made(constats=rule.constats * 2), VERDICTS, {})
    messages = next(part for part in sheet.parts if part.heading == "Messages")
    assert messages.blocks == (Items(("Le délai manque.",)),)


def test_what_markdown_would_take_for_its_own_is_shown_as_it_is():
    page = rule_page(rule_sheet(made(titre="Un champ [ ] ou __ vide"), VERDICTS, {}))
    assert r"# Un champ \[ \] ou \_\_ vide" in page


def test_the_index_lists_rules_by_family():
    index = index_page([made(), made(id="prix/autre", fondement=())])
    assert "## Délais et pénalités de paiement" in index
    assert (
        "| [paiement/essai](paiement/essai.md) | erreur | Délai de paiement "
        "| contrat de prestation, en portage salarial seulement | C. com. L441-10 I |" in index
    )
    assert "## Prix" in index
