"""A contract beside the library: what is the same, set otherwise, reworded, added, missing."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from tests.missions import EXAMPLES

from clauselint.api.comparison import Difference, Etat, Reglage, diff, diff_json, diff_text
from clauselint.api.comparison.matching import compare
from clauselint.api.comparison.wordings import wordings_of
from clauselint.drafting import draft, write
from clauselint.library import load_library
from clauselint.library.mission import read_mission

MISSIONS = ["mission-cdd.yaml", "mission-cdi.yaml"]
Edit = Callable[[docx.document.Document], None]


def as_is(_document: docx.document.Document) -> None:
    """No edit."""


def contract(tmp_path: Path, mission: str, rank: int, edit: Edit = as_is) -> Path:
    library = load_library()
    built = draft(read_mission(EXAMPLES / mission), library)[rank]
    document = docx.Document(BytesIO(write(built, library)))
    edit(document)
    path = tmp_path / "contrat.docx"
    document.save(path)
    return path


def untagged(document: docx.document.Document) -> None:
    """As a contract typed anew: no content control left."""
    for control in list(document.element.body.iter(qn("w:sdt"))):
        parent = control.getparent()
        at = parent.index(control)
        for child in reversed(list(control.find(qn("w:sdtContent")))):
            parent.insert(at, child)
        parent.remove(control)


def replaced(old: str, new: str) -> Edit:
    def edit(document: docx.document.Document) -> None:
        for paragraph in document.element.body.iter(qn("w:p")):
            texts = list(paragraph.iter(qn("w:t")))
            whole = "".join(node.text or "" for node in texts)
            if old in whole:
                for node in texts:
                    node.text = ""
                texts[0].text = whole.replace(old, new)
                return
        raise AssertionError(f"« {old} » is not in the contract")

    return edit


def by_clause(found: tuple[Difference, ...]) -> dict[str, Difference]:
    return {item.clause: item for item in found}


@pytest.mark.parametrize("edit", [as_is, untagged], ids=["tagged", "untagged"])
@pytest.mark.parametrize("rank", [0, 1])
@pytest.mark.parametrize("mission", MISSIONS)
def test_a_contract_just_built_differs_by_parameters_only(
    tmp_path: Path, mission: str, rank: int, edit: Edit
):
    found = diff(contract(tmp_path, mission, rank, edit))
    assert {item.etat for item in found} <= {Etat.INCHANGEE, Etat.PARAMETRES}
    assert len(found) > 25


def test_a_parameter_set_otherwise_is_named_with_both_values(tmp_path: Path):
    found = by_clause(diff(contract(tmp_path, "mission-cdi.yaml", 1)))
    item = found["modalites_paiement"]
    assert item.etat is Etat.PARAMETRES
    (delay,) = [setting for setting in item.reglages if setting.nom == "delai"]
    assert isinstance(delay, Reglage)
    assert "quarante-cinq" in delay.contrat
    assert delay.contrat != delay.bibliotheque


@pytest.mark.parametrize("tagged", [True, False])
def test_words_changed_are_shown_one_by_one(tmp_path: Path, tagged: bool):
    def edit(document: docx.document.Document) -> None:
        replaced("ne les communique à aucun tiers", "ne les montre à aucun concurrent")(document)
        if not tagged:
            untagged(document)

    found = by_clause(diff(contract(tmp_path, "mission-cdd.yaml", 0, edit)))
    item = found["confidentialite"]
    assert item.etat is Etat.REFORMULEE
    (paragraph,) = item.ecarts
    changed = [(p.nature, p.texte) for p in paragraph if p.nature != "egal"]
    assert changed == [
        ("retrait", "communique"),
        ("ajout", "montre"),
        ("retrait", "tiers"),
        ("ajout", "concurrent"),
    ]
    others = {other.etat for other in found.values() if other is not item}
    assert others <= {Etat.INCHANGEE, Etat.PARAMETRES}
    text = diff_text((item,), lambda word, _style: word)
    assert "[-communique-] {+montre+}" in text


def test_a_clause_taken_out_and_one_put_in_are_told(tmp_path: Path):
    def edit(document: docx.document.Document) -> None:
        for control in list(document.element.body.iter(qn("w:sdt"))):
            tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
            if tag is not None and tag.get(qn("w:val")).startswith("formation/"):
                heading = control.find(f"{qn('w:sdtContent')}/{qn('w:p')}")
                parent, at = control.getparent(), control.getparent().index(control)
                parent.remove(control)
                for node in list(heading.iter(qn("w:t")))[1:]:
                    node.text = ""
                next(heading.iter(qn("w:t"))).text = "Véhicule de service"
                parent.insert(at, heading)
                body = docx.oxml.OxmlElement("w:p")
                run = docx.oxml.OxmlElement("w:r")
                text = docx.oxml.OxmlElement("w:t")
                text.text = "Une voiture est prêtée pour les trajets de nuit."
                run.append(text)
                body.append(run)
                parent.insert(at + 1, body)

    found = diff(contract(tmp_path, "mission-cdd.yaml", 0, edit))
    assert by_clause(found)["formation"].etat is Etat.RETIREE
    (added,) = [item for item in found if item.etat is Etat.AJOUTEE]
    assert added.titre == "Véhicule de service"


def test_a_contract_of_an_older_wording_is_told(tmp_path: Path):
    own = tmp_path / "clauses"
    own.mkdir()
    (own / "ethique.yaml").write_text(
        "extends: standard\nvariantes:\n  equilibree:\n    prestation: |\n"
        "      Les Parties se conduisent avec probité et refusent tout cadeau.\n",
        encoding="utf-8",
    )
    path = contract(tmp_path, "mission-cdd.yaml", 1)
    item = by_clause(diff(path, (tmp_path,)))["ethique"]
    assert item.ancienne
    assert item.etat is Etat.REFORMULEE


def test_programs_get_every_clause_and_the_counts(tmp_path: Path):
    found = diff(contract(tmp_path, "mission-cdd.yaml", 1))
    read = diff_json(found, "contrat.docx")
    assert read["schema"] == "clauselint/diff/1"
    assert len(read["clauses"]) == sum(read["summary"].values()) == len(found)


def test_conditions_items_and_loops_are_ways_to_say_the_same_text():
    source = (
        "Le Client paie {% if x %}par virement{% else %}par chèque{% endif %} sous {{ delai }}.\n\n"
        "{% if y %}\nIl en avise le prestataire.\n{% endif %}\n\nIl remet :\n"
        "{% for l in liste %}\n- {{ l.nom }} ;\n{% endfor %}\n"
    )
    wording = wordings_of(source)[0]
    for paragraphs in (
        ["Le Client paie par virement sous dix jours.", "Il remet :", "un plan ;", "une carte ;"],
        ["Le Client paie par chèque sous un mois.", "Il en avise le prestataire.", "Il remet :"],
    ):
        compared = compare(wording, paragraphs)
        assert compared.ecarts == ()
    assert ("delai", "un mois") in compared.valeurs
    missing = compare(wording, ["Le Client paie par chèque sous un mois."])
    assert [[p.nature for p in ecart] for ecart in missing.ecarts] == [["retrait"]]
