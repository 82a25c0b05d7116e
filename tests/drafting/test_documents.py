"""Documents besides the two contracts: outlines with texts of their own, forms, annexes."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from clauselint.api.building import check_draft
from clauselint.drafting import Draft, draft, write
from clauselint.drafting.blocks import Bloc, Tableau, text_of
from clauselint.drafting.composition import composed, outline_of, prepared
from clauselint.drafting.context import names_for
from clauselint.library import Library, LibraryError
from clauselint.library.mission_model import Mission
from clauselint.library.outline import read_outline
from clauselint.model import ArticleKind, DocumentType
from clauselint.reading.docx import read_docx
from clauselint.reading.understanding import understand

Rewritten = Callable[..., Mission]
END = "signature: {lieu: Dijon, date: 2026-02-20, electronique: non}"
ALL = "[perimetre, prix, propriete_intellectuelle, confidentialite, indexation, decompte]"
OUTLINE = """\
document: autre
modele: prestation
titre: Note
reference: "{{ mission.reference }}-NOTE"
parties: ["**{{ portage.denomination }}**", "**{{ client.denomination }}**"]
articles:
  - titre: Premier point
    texte: |
      Un alinéa.

      Un autre.
  - titre: Second point
    quand: prestation.fin is none
    texte: Jamais écrit.
  - titre: Dernier point
    texte: Un seul alinéa.
"""


def asking(rewritten: Rewritten, example: str, wishes: str, *changes: tuple[str, str]) -> Mission:
    """The example with a fixed term, or that without, and these keys at its end."""
    end = END if example == "mission-cdd.yaml" else END.replace("02-20", "03-20")
    end = end if example == "mission-cdd.yaml" else end.replace("non}", "oui}")
    return rewritten(example, *changes, (end, f"{end}\n{wishes}\n"))


def told(found: Draft) -> str:
    words = " ".join(paragraph.text for paragraph in found.text.paragraphs)
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def annexes(found: Draft) -> list[str]:
    return [
        text_of(element.runs).replace("\u00a0", " ")
        for section in found.sections
        for element in section.elements
        if isinstance(element, Bloc) and element.nouvelle_page
    ]


def note(tmp_path: Path, library: Library, mission: Mission, outline: str) -> Draft:
    """The document that `outline`, a file of its own, makes of the mission."""
    folder = tmp_path / "templates" / "note"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "outline.yaml").write_text(outline)
    layered = replace(library, roots=(*library.roots, tmp_path))
    read = outline_of(layered, "note")
    names = names_for(mission, read.document, layered)
    return composed(prepared(read, read.document, mission, names), layered)


def labels(found: Draft) -> list[str]:
    return [paragraph.label for paragraph in found.text.paragraphs if paragraph.label]


def test_the_texts_of_an_outline_are_numbered_as_articles(
    tmp_path: Path, cdd: Mission, library: Library
) -> None:
    found = note(tmp_path, library, cdd, OUTLINE)
    assert labels(found) == ["Article 1.", "1.1", "1.2", "Article 2."]
    assert "Jamais" not in told(found)
    assert "ENTRE LES SOUSSIGNÉS" in told(found)


def test_an_act_has_titles_without_numbers(tmp_path: Path, cdd: Mission, library: Library) -> None:
    found = note(tmp_path, library, cdd, f"forme: acte\n{OUTLINE}")
    assert labels(found) == []
    assert "Premier point" in told(found)
    assert "SOUSSIGNÉS" not in told(found)


def test_a_letter_has_its_sender_its_addressee_on_the_right_and_its_object(
    tmp_path: Path, cdd: Mission, library: Library
) -> None:
    found = note(tmp_path, library, cdd, f"forme: lettre\n{OUTLINE}")
    opening = [element for element in found.sections[0].elements if isinstance(element, Bloc)]
    assert [(text_of(bloc.runs), bloc.align) for bloc in opening[:2]] == [
        ("Hauterive Portage", "left"),
        ("Laboratoires Vernanges", "right"),
    ]
    assert text_of(opening[2].runs) == "Objet\u00a0: Note"


def test_a_document_takes_the_word_template_that_its_outline_names(
    tmp_path: Path, cdd: Mission, library: Library
) -> None:
    found = note(tmp_path, library, cdd, OUTLINE)
    read = read_docx(write(found, library), name="note.docx").text
    assert next(p.text for p in read.paragraphs if p.text).upper() == "NOTE"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    texte: Un seul alinéa.\n", "", "soit une « clause », soit un « texte »"),
        ("  - titre: Dernier point\n", "  - titre: Dernier point\n    clause: prix\n", "soit"),
        ("  - titre: Dernier point\n", "  - clause: prixx\n", "prix"),
        ("forme: acte\n", "forme: acta\n", "acte"),
        ('parties: ["**{{ portage.denomination }}**", "**{{ client.denomination }}**"]\n', "",
         "présenter les « parties »"),
    ],
)  # fmt: skip
def test_an_outline_ill_written_is_told_in_french(
    old: str, new: str, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "outline.yaml"
    source = f"forme: acte\n{OUTLINE}"
    assert old in source
    path.write_text(source.replace(old, new))
    with pytest.raises(LibraryError) as caught:
        read_outline(path)
    assert message in str(caught.value)


def test_a_template_that_is_not_there_is_named(library: Library) -> None:
    with pytest.raises(LibraryError) as caught:
        outline_of(library, "facture")
    assert "templates/facture/outline.yaml" in str(caught.value)


def test_a_contract_has_the_annexes_asked_for_and_lists_them(
    rewritten: Rewritten, library: Library
) -> None:
    change = ("clauses:\n", "clauses:\n  indexation: oui\n")
    mission = asking(rewritten, "mission-cdd.yaml", f"annexes: {ALL}", change)
    work, service = draft(mission, library)
    assert annexes(work) == [
        "Annexe 1 – Périmètre et livrables",
        "Annexe 2 – Droits cédés sur les Livrables",
        "Annexe 3 – Décompte du prix de la Prestation",
    ]
    assert [title.split(" – ")[1] for title in annexes(service)] == [
        "Périmètre et livrables", "Prix", "Droits cédés sur les Livrables",
        "Informations confidentielles", "Calcul du prix indexé",
    ]  # fmt: skip
    for found in (work, service):
        assert all(f"{title}{end}" in told(found) for title, end in _ends(annexes(found)))


def _ends(titles: list[str]) -> list[tuple[str, str]]:
    return [(title, "." if title == titles[-1] else " ;") for title in titles]


@pytest.mark.parametrize("example", ["mission-cdd.yaml", "mission-cdi.yaml"])
def test_contracts_with_all_their_annexes_are_without_fault_and_read_as_annexes(
    example: str, rewritten: Rewritten, library: Library
) -> None:
    change = ("clauses:\n", "clauses:\n  indexation: oui\n")
    for found in draft(asking(rewritten, example, f"annexes: {ALL}", change), library):
        assert check_draft(found, library) == ()
        read = understand(found.text, library)
        annexed = [article for article in read.articles if article.kind is ArticleKind.ANNEXE]
        numbers = {article.numero for article in annexed if article.numero}
        assert len(numbers) == len(annexes(found)) > 2


def test_an_annex_that_no_contract_has_is_refused_at_its_line(
    rewritten: Rewritten, library: Library
) -> None:
    with pytest.raises(LibraryError) as caught:
        draft(asking(rewritten, "mission-cdd.yaml", "annexes: [perimetre, prixx]"), library)
    assert "annexes" in caught.value.problems[0].key
    assert "prix" in str(caught.value)


@pytest.mark.parametrize("example", ["mission-cdd.yaml", "mission-cdi.yaml"])
def test_the_breakdown_of_the_price_adds_up_to_the_cent(
    example: str, rewritten: Rewritten, library: Library
) -> None:
    mission = asking(rewritten, example, "annexes: [decompte]")
    work, service = draft(mission, library)
    annex = next(section for section in reversed(work.sections) if section.elements)
    table = next(element for element in annex.elements if isinstance(element, Tableau))
    amounts = [_amount(text_of(row[-1][0].runs)) for row in table.lignes[1:]]
    assert sum(amounts[:-1]) == amounts[-1] == mission.prix.total.montant
    assert annexes(service) == []


def _amount(text: str) -> Decimal:
    digits = "".join(char for char in text if char.isdigit() or char == ",")
    return Decimal(digits.replace(",", "."))


def test_measures_are_laid_out_in_the_annex_on_the_perimeter(
    rewritten: Rewritten, library: Library
) -> None:
    measures = (
        "  indicateurs:\n    - {nom: jalons tenus, cible: 95 %, mesure: relevé mensuel}\n"
        "  niveaux_service:\n    - {nom: réponse, cible: deux jours, mesure: dès la demande}\n"
    )
    mission = asking(
        rewritten, "mission-cdd.yaml", "annexes: [perimetre]",
        ("  interlocuteur:", f"{measures}  interlocuteur:"),
    )  # fmt: skip
    text = told(draft(mission, library)[1])
    assert "jalons tenus relevé mensuel 95 %" in text
    assert "réponse dès la demande deux jours" in text


@pytest.mark.parametrize(
    ("wish", "kind", "suffix"),
    [("convention", DocumentType.CONVENTION, "ADH"), ("devis", DocumentType.DEVIS, "DEV")],
)
def test_the_documents_asked_for_are_written_dated_and_without_fault(
    wish: str, kind: DocumentType, suffix: str, rewritten: Rewritten, library: Library
) -> None:
    wishes = f"documents: [{{document: {wish}, date: 2026-01-19}}]"
    for example, reference in (("mission-cdd.yaml", "031"), ("mission-cdi.yaml", "044")):
        found = draft(asking(rewritten, example, wishes), library)[2]
        assert found.reference == f"HTP-2026-{reference}-{suffix}"
        assert found.date == "2026-01-19"
        assert "le 19 janvier 2026" in told(found)
        assert check_draft(found, library) == ()
        assert understand(found.text, library).type is kind


def test_a_document_without_a_date_has_that_of_the_contracts(
    rewritten: Rewritten, library: Library
) -> None:
    found = draft(asking(rewritten, "mission-cdd.yaml", "documents: [devis]"), library)[2]
    assert found.date == "2026-02-20"


def test_a_quotation_states_the_terms_of_the_mission(
    rewritten: Rewritten, library: Library
) -> None:
    mission = asking(rewritten, "mission-cdd.yaml", "documents: [devis]")
    text = read_docx(write(draft(mission, library)[2], library), name="devis.docx").text
    terms = {item.nom: str(getattr(item.valeur, "montant", item.valeur))
             for item in understand(text, library).termes}  # fmt: skip
    assert terms["tjm"] == "640.00"
    assert terms["nombre_jours"] == "104"
    assert terms["date_debut"] == "2026-03-02"
    assert terms["date_fin"] == "2026-09-01"
