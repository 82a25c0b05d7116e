"""Rules written as a lawyer writes them, run on documents made by hand."""

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from msgspec.structs import replace

from clauselint.checking import RuleFailure, RuleResult, check_document
from clauselint.library import Outcome, Rule, load_library
from clauselint.model import (
    ClauseFound,
    DateStated,
    Document,
    DocumentType,
    Duree,
    Part,
    Place,
    Terme,
)
from clauselint.reading.notation import text_from_notation

SENTENCES = "Le contrat dure vingt mois.\nIl commence le lundi 3 mars 2026.\nIl est renouvelable."
CONTRACT = Document(
    text=text_from_notation(SENTENCES, name="cdd.docx"), type=DocumentType.CDD, portage=True
)


def place(paragraph: int, start: int = 0, end: int = 10) -> Place:
    return Place(Part.BODY, paragraph, start, end)


def with_duration(months: int) -> Document:
    term = Terme("duree", Duree(mois=months), f"{months} mois", place(0, 16, 26))
    return replace(CONTRACT, termes=(term,))


def rule(folder: Path, body: str) -> Rule:
    """The rule `durees/essai` whose conditions are `body`, loaded over the standard library."""
    path = folder / "rules" / "durees" / "essai.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        dedent(
            """\
            regle: durees/essai
            gravite: erreur
            titre: Essai
            documents: [cdd]
            portage: true
            fondement: [{texte: C. trav., article: L1254-12, depuis: 2015-08-19}]
            pourquoi: Parce que.
            """
        )
        + dedent(body)
        + "exemples:\n  - {conforme: Le contrat dure six mois., document: cdd}\n",
        encoding="utf-8",
    )
    rules = load_library((folder,)).rules
    return next(found for found in rules if found.id == "durees/essai")


def run(found: Rule, document: Document) -> RuleResult:
    results, failures = check_document(document, [found])
    assert failures == ()
    return results[0]


MAXIMUM = """\
exige: terme('duree').valeur <= mois(18)
ou: terme('duree')
message:
  fr: "La durée est de {{ terme('duree').valeur }}. Elle ne peut excéder {{ mois(18) }}."
  en: "It lasts {{ terme('duree').valeur }}. At most {{ mois(18) }}."
"""


def test_a_rule_that_holds_is_conforme(tmp_path: Path):
    assert run(rule(tmp_path, MAXIMUM), with_duration(18)).outcome is Outcome.CONFORME


def test_a_rule_that_fails_gives_its_message_place_and_quote(tmp_path: Path):
    result = run(rule(tmp_path, MAXIMUM), with_duration(20))
    (finding,) = result.findings
    assert result.outcome is Outcome.NON_CONFORME
    assert finding.message.fr == "La durée est de 20\u00a0mois. Elle ne peut excéder 18\u00a0mois."
    assert finding.place == place(0, 16, 26)
    assert finding.quote == "vingt mois"
    assert finding.termes == ("duree",)


def test_a_datum_that_is_missing_leaves_the_rule_undecided_and_is_named(tmp_path: Path):
    result = run(rule(tmp_path, MAXIMUM), CONTRACT)
    assert result.outcome is Outcome.INDETERMINE
    assert "duree" in result.missing


def test_quantities_that_do_not_compare_leave_the_rule_undecided(tmp_path: Path):
    days = Terme("duree", Duree(jours=548), "548 jours", place(0))
    result = run(rule(tmp_path, MAXIMUM), replace(CONTRACT, termes=(days,)))
    assert result.outcome is Outcome.INDETERMINE


@pytest.mark.parametrize(
    ("document", "outcome"),
    [
        (replace(with_duration(20), portage=False), Outcome.SANS_OBJET),
        (replace(with_duration(20), type=DocumentType.CDI), Outcome.SANS_OBJET),
        (with_duration(20), Outcome.NON_CONFORME),
    ],
)
def test_a_rule_speaks_only_of_its_documents(tmp_path: Path, document: Document, outcome: Outcome):
    assert run(rule(tmp_path, MAXIMUM), document).outcome is outcome


def test_a_rule_whose_condition_is_false_does_not_apply(tmp_path: Path):
    found = rule(tmp_path, "quand: clause('indexation') is presente\n" + MAXIMUM)
    assert run(found, with_duration(20)).outcome is Outcome.SANS_OBJET


def test_an_excluded_clause_is_absent_and_excluded(tmp_path: Path):
    excluded = ClauseFound("indexation", place(2), exclue=True)
    document = replace(with_duration(20), clauses=(excluded,))
    absent = rule(tmp_path, "quand: clause('indexation') is absente\n" + MAXIMUM)
    assert run(absent, document).outcome is Outcome.NON_CONFORME
    out = rule(tmp_path, "quand: clause('indexation') is exclue\n" + MAXIMUM)
    assert run(out, document).outcome is Outcome.NON_CONFORME


CONSTATS = """\
constats:
  - si: terme('duree') is inconnu
    message: {fr: La durée manque. La dire., en: No length.}
  - si: terme('duree').valeur > mois(18)
    message: {fr: Trop long. Raccourcir., en: Too long.}
"""


@pytest.mark.parametrize(
    ("document", "messages"),
    [
        (CONTRACT, ["La durée manque. La dire."]),
        (with_duration(20), ["Trop long. Raccourcir."]),
        (with_duration(3), []),
    ],
)
def test_the_first_constat_that_holds_is_the_finding(
    tmp_path: Path, document: Document, messages: list[str]
):
    found = run(rule(tmp_path, CONSTATS), document).findings
    assert [finding.message.fr for finding in found] == messages


def test_a_missing_mention_points_at_the_title(tmp_path: Path):
    (finding,) = run(rule(tmp_path, CONSTATS), CONTRACT).findings
    assert finding.place == Place(Part.BODY, 0, 0, len("Le contrat dure vingt mois."))


def test_a_finding_is_given_for_each_element(tmp_path: Path):
    days = (
        DateStated(date(2026, 3, 3), 0, "lundi 3 mars 2026", place(1, 15, 32)),
        DateStated(date(2026, 3, 2), 0, "lundi 2 mars 2026", place(1)),
        DateStated(date(2026, 3, 4), 6, "dimanche 4 mars 2026", place(2)),
    )
    body = """\
    constats:
      - pour_chaque: jours_semaine_faux()
        si: element.jour_semaine >= 0
        ou: element
        message: {fr: "Faux : {{ element.texte }}.", en: "Wrong: {{ element.texte }}."}
    """
    result = run(rule(tmp_path, body), replace(CONTRACT, dates=days))
    assert [finding.message.fr for finding in result.findings] == [
        "Faux : lundi 3 mars 2026.",
        "Faux : dimanche 4 mars 2026.",
    ]
    assert result.findings[0].place == place(1, 15, 32)


def test_a_rule_that_crashes_is_set_apart_and_the_others_run(tmp_path: Path):
    broken = rule(tmp_path, MAXIMUM)
    text = Terme("duree", "vingt mois", "vingt mois", place(0))
    results, failures = check_document(replace(CONTRACT, termes=(text,)), [broken])
    assert results == ()
    assert [(failure.rule.id, type(failure)) for failure in failures] == [
        ("durees/essai", RuleFailure)
    ]
