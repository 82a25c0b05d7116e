from datetime import date
from pathlib import Path

import docx
import pytest

from clauselint import api
from clauselint.api.contracts import contracts_in
from clauselint.checking import UnknownRule
from clauselint.library import Gravite, Outcome
from clauselint.model import DocumentType

CDD = [
    "CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE DÉTERMINÉE",
    "Le contrat prend effet le lundi 3 mars 2026 et prend fin le 2 février 2026.",
]


def contract(path: Path, paragraphs: list[str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def test_contracts_of_the_same_name_keep_their_own_findings(tmp_path: Path):
    wrong = contract(tmp_path / "a" / "cdd.docx", CDD)
    right = contract(tmp_path / "b" / "cdd.docx", CDD[:1])
    report = api.check([wrong, right], api.CheckOptions(select=("durees/bornes",)))
    assert report.documents == (str(wrong), str(right))
    assert [finding.document for finding in report.findings] == [str(wrong)]


def test_only_the_rules_selected_run(tmp_path: Path):
    path = contract(tmp_path / "cdd.docx", CDD)
    report = api.check([path], api.CheckOptions(select=("durees",), ignore=("durees/bornes",)))
    assert {result.rule.famille for result in report.results} == {"durees"}
    assert "durees/bornes" not in {result.rule.id for result in report.results}


def test_a_misspelt_rule_switches_nothing_off(tmp_path: Path):
    path = contract(tmp_path / "cdd.docx", CDD)
    with pytest.raises(UnknownRule, match="Vouliez-vous dire « durees/bornes »"):
        api.check([path], api.CheckOptions(ignore=("durees/borne",)))


def test_a_type_asked_for_is_checked_as_its_portage_form(tmp_path: Path):
    path = contract(tmp_path / "contrat.docx", ["CONTRAT", "Le prix est de 600 € HT par jour."])
    options = api.CheckOptions(
        select=("mentions-prestation/garant-financier",), forced_type=DocumentType.PRESTATION
    )
    (result,) = api.check([path], options).results
    assert result.outcome is Outcome.NON_CONFORME
    assert result.rule.gravite is Gravite.ERREUR


def test_a_contract_without_a_date_takes_the_day_given_for_today(tmp_path: Path):
    path = contract(tmp_path / "cdd.docx", CDD[:1])
    rule = ("information-salarie/formation",)  # in force since 1 November 2023
    before = api.check([path], api.CheckOptions(select=rule, today=date(2023, 10, 31)))
    after = api.check([path], api.CheckOptions(select=rule, today=date(2023, 11, 1)))
    assert before.results[0].outcome is Outcome.SANS_OBJET
    assert after.results[0].outcome is Outcome.NON_CONFORME


def test_a_folder_stands_for_the_contracts_under_it_but_not_for_locks(tmp_path: Path):
    first = contract(tmp_path / "b.docx", CDD)
    second = contract(tmp_path / "sous" / "a.docx", CDD)
    (tmp_path / "~$b.docx").write_bytes(b"lock")
    (tmp_path / "notes.txt").write_text("rien")
    assert list(contracts_in([tmp_path])) == [first, second]
