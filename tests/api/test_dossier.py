"""What the other contracts of the same folder change in the check of a contract."""

from pathlib import Path

import docx
import pytest

from clauselint import api

RULE = "non-concurrence/travail"
DUTY = "Le Salarié porté s’interdit de travailler pour un concurrent du Client."
CDD = "CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE DÉTERMINÉE"
PRESTATION = "CONTRAT COMMERCIAL DE PRESTATION DE PORTAGE SALARIAL"


def contract(path: Path, title: str, person: str, *clauses: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    document.add_paragraph(title)
    document.add_paragraph("Entre les soussignés :")
    document.add_paragraph(f"{person}, ci-après désigné « le Salarié porté »,")
    document.add_heading("Engagements", level=1)
    for text in clauses:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def found(*paths: Path) -> list[str]:
    report = api.check(paths, api.CheckOptions(select=(RULE,)))
    return [finding.document for finding in report.findings]


def test_the_service_contract_beside_it_allows_the_clause(tmp_path: Path) -> None:
    work = contract(tmp_path / "cdd.docx", CDD, "Monsieur Paul Verdier", DUTY)
    service = contract(tmp_path / "prestation.docx", PRESTATION, "Monsieur Paul Verdier", DUTY)
    assert found(work) == [str(work)]
    assert found(work, service) == []
    assert found(service, work) == []


@pytest.mark.parametrize(
    ("folder", "person"), [("ailleurs", "Monsieur Paul Verdier"), ("ici", "Madame Anne Lestrade")]
)
def test_a_contract_of_another_folder_or_person_allows_nothing(
    tmp_path: Path, folder: str, person: str
) -> None:
    work = contract(tmp_path / "ici" / "cdd.docx", CDD, "Monsieur Paul Verdier", DUTY)
    service = contract(tmp_path / folder / "prestation.docx", PRESTATION, person, DUTY)
    assert found(work, service) == [str(work)]
