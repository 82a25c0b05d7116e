"""Formal notices: the sums they claim, at the contract’s own rate, and the bills they refuse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.drafting.test_documents import asking, told

from clauselint.api.building import check_draft
from clauselint.drafting import Draft, draft
from clauselint.drafting.blocks import Tableau, text_of
from clauselint.library import Library, LibraryError
from clauselint.library.mission_model import Mission
from clauselint.model import DocumentType
from clauselint.reading.understanding import understand

Rewritten = Callable[..., Mission]
FIRST = "{numero: F-118, date: 2026-04-30, echeance: 2026-05-30, montant: 12 288 EUR TTC}"
SECOND = (
    "{numero: F-164, date: 2026-07-31, echeance: 2026-08-30, montant: 13 056 EUR TTC, "
    "acompte: 5 000 EUR TTC}"
)
RATE = "  modalites_paiement: {delai: 30 jours}"


def notice(*bills: str, day: str = "2026-10-12") -> str:
    lines = "".join(f"    - {bill}\n" for bill in bills)
    return f"relance:\n  date: {day}\n  delai: 8 jours\n  factures:\n{lines}"


def letter(mission: Mission, library: Library) -> Draft:
    return next(
        found for found in draft(mission, library) if found.document is DocumentType.MISE_EN_DEMEURE
    )


def rows(found: Draft) -> list[list[str]]:
    return [
        [text_of(cell[0].runs).replace("\u00a0", " ").replace("\u202f", " ") for cell in row]
        for section in found.sections
        for element in section.elements
        if isinstance(element, Tableau)
        for row in element.lignes
    ]


def refusal(mission: Mission, library: Library) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        draft(mission, library)
    return caught.value


@pytest.mark.parametrize("example", ["mission-cdd.yaml", "mission-cdi.yaml"])
def test_a_letter_is_recognised_and_without_fault(
    example: str, rewritten: Rewritten, library: Library
) -> None:
    found = letter(asking(rewritten, example, notice(FIRST, SECOND)), library)
    assert check_draft(found, library) == ()
    assert understand(found.text, library).type is DocumentType.MISE_EN_DEMEURE


def test_contracts_are_initialled_by_hand_and_a_letter_is_not(
    rewritten: Rewritten, library: Library
) -> None:
    drafts = draft(asking(rewritten, "mission-cdd.yaml", notice(FIRST)), library)
    initialled = {found.document: found.papier for found in drafts}
    assert initialled[DocumentType.CDD]
    assert not initialled[DocumentType.MISE_EN_DEMEURE]


def test_each_bill_is_accounted_for_by_half_year(rewritten: Rewritten, library: Library) -> None:
    found = rows(letter(asking(rewritten, "mission-cdd.yaml", notice(FIRST, SECOND)), library))
    assert ["Du 31 mai 2026 au 30 juin 2026", "31", "12,15 %", "126,80 €"] in found
    assert ["Du 1er juillet 2026 au 12 octobre 2026", "104", "12,4 %", "434,15 €"] in found
    assert ["Du 31 août 2026 au 12 octobre 2026", "43", "12,4 %", "117,68 €"] in found
    assert ["Pénalités de retard arrêtées au 12 octobre 2026", "678,63 €"] in found
    assert ["Indemnités forfaitaires pour frais de recouvrement", "80,00 €"] in found
    assert ["Total à payer", "21 102,63 €"] in found


def test_a_part_already_paid_bears_no_penalty(rewritten: Rewritten, library: Library) -> None:
    found = letter(asking(rewritten, "mission-cdd.yaml", notice(SECOND)), library)
    assert ["Somme restant due sur la facture", "", "", "8 056,00 €"] in rows(found)
    assert "sur laquelle 5 000,00 € ont été payés" in told(found)


def test_a_multiple_of_the_legal_rate_is_that_of_the_half_year(
    rewritten: Rewritten, library: Library
) -> None:
    change = (RATE, f"{RATE}\n  penalites_retard: {{variante: client}}")
    wishes = notice(FIRST, day="2026-06-29")
    found = letter(asking(rewritten, "mission-cdd.yaml", wishes, change), library)
    assert ["Du 31 mai 2026 au 29 juin 2026", "30", "7,86 %", "79,38 €"] in rows(found)
    assert "trois (3) fois le taux d’intérêt légal" in told(found)


def test_the_points_of_the_mission_are_those_of_the_contract_and_of_the_letter(
    rewritten: Rewritten, library: Library
) -> None:
    change = (RATE, f"{RATE}\n  penalites_retard: {{points: 12}}")
    documents = draft(asking(rewritten, "mission-cdd.yaml", notice(FIRST), change), library)
    assert all("douze (12) points" in told(found) for found in documents[1:])
    assert ["Du 31 mai 2026 au 30 juin 2026", "31", "14,15 %", "147,67 €"] in rows(documents[2])


def test_a_day_that_no_table_covers_is_refused_with_what_to_do(
    rewritten: Rewritten, library: Library
) -> None:
    change = (RATE, f"{RATE}\n  penalites_retard: {{variante: client}}")
    error = refusal(asking(rewritten, "mission-cdd.yaml", notice(FIRST), change), library)
    assert error.problems[0].key == "relance.date"
    assert "1er juillet 2026 n’est pas connu" in str(error)
    assert "law/taux_legal.yaml" in str(error)


def test_a_firm_that_adds_the_published_rate_has_its_letter(
    tmp_path: Path, rewritten: Rewritten, library: Library
) -> None:
    standard = library.file("law", "taux_legal.yaml")
    assert standard is not None
    (tmp_path / "law").mkdir()
    table = standard.read_text().replace("jusqua: 2026-06-30", "jusqua: 2026-12-31")
    added = table.rstrip() + '\n  - {depuis: 2026-07-01, valeur: "4.00"}\n'
    (tmp_path / "law" / "taux_legal.yaml").write_text(added)
    layered = replace(library, roots=(*library.roots, tmp_path))
    change = (RATE, f"{RATE}\n  penalites_retard: {{variante: client}}")
    found = letter(asking(rewritten, "mission-cdd.yaml", notice(FIRST), change), layered)
    assert ["Du 1er juillet 2026 au 12 octobre 2026", "104", "12 %", "420,15 €"] in rows(found)


def test_without_a_clause_on_penalties_the_rate_is_that_of_the_law(
    rewritten: Rewritten, library: Library
) -> None:
    """Such a contract is a fault that `build` refuses; the letter of one signed stays right."""
    change = (RATE, "  modalites_paiement: non\n  penalites_retard: non")
    found = letter(asking(rewritten, "mission-cdd.yaml", notice(FIRST), change), library)
    text = told(found)
    assert "faute de stipulation du Contrat" in text
    assert "l’ du Contrat" not in text
    assert "suspendre" not in text
    assert ["Du 31 mai 2026 au 30 juin 2026", "31", "12,15 %", "126,80 €"] in rows(found)


@pytest.mark.parametrize(
    ("change", "key", "message"),
    [
        (("echeance: 2026-05-30", "echeance: 2026-10-12"), "echeance", "n’est pas échue"),
        (("12 288 EUR TTC", "12 288 EUR HT"), "montant", "toutes taxes comprises"),
        (("288 EUR TTC}", "288 EUR TTC, acompte: 12 288 EUR}"), "montant", "rien à payer"),
    ],
)
def test_a_bill_that_is_not_owed_is_refused_at_its_line(
    change: tuple[str, str], key: str, message: str, rewritten: Rewritten, library: Library
) -> None:
    assert change[0] in FIRST
    wishes = notice(SECOND, FIRST.replace(*change))
    error = refusal(asking(rewritten, "mission-cdd.yaml", wishes), library)
    assert [problem.key for problem in error.problems] == [f"relance.factures.2.{key}"]
    assert message in str(error)


def test_the_articles_it_invokes_are_those_of_the_contract(
    rewritten: Rewritten, library: Library
) -> None:
    documents = draft(asking(rewritten, "mission-cdd.yaml", notice(FIRST)), library)
    numbers = {
        section.clause: section.elements[0].label
        for section in documents[1].sections
        if section.clause and not isinstance(section.elements[0], Tableau)
    }
    text = told(documents[2])
    for clause in ("penalites_retard", "resiliation"):
        assert f"l’article {numbers[clause].split()[1].rstrip('.')}" in text
