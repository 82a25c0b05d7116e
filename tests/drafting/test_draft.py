from collections.abc import Callable
from pathlib import Path

import pytest

from clauselint.drafting import Draft, draft
from clauselint.drafting.blocks import Tableau
from clauselint.library import Library, LibraryError
from clauselint.library.mission_model import Mission
from clauselint.model import DocumentType, Paragraph

GOLDEN = Path(__file__).parent / "golden"

CDD, CDI = "HTP-2026-031-CDD", "HTP-2026-044-CDI"
PRESTATION_CDD, PRESTATION_CDI = "HTP-2026-031-CPS", "HTP-2026-044-CPS"


def view(contract: Draft) -> str:
    return "".join(_line(paragraph) for paragraph in contract.text.paragraphs)


def _line(paragraph: Paragraph) -> str:
    where = f" r{paragraph.cell.row}c{paragraph.cell.column}" if paragraph.cell else ""
    label = f"{paragraph.label} " if paragraph.label else ""
    return f"[{paragraph.style}{where}] {label}{paragraph.text}\n"


def text_of(contract: Draft) -> str:
    return " ".join(paragraph.text for paragraph in contract.text.paragraphs)


@pytest.mark.parametrize("reference", [CDD, PRESTATION_CDD, CDI, PRESTATION_CDI])
def test_the_examples_read_as_reviewed(
    reference: str, drafts: dict[str, Draft], pytestconfig: pytest.Config
) -> None:
    path = GOLDEN / f"{reference}.txt"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(view(drafts[reference]))
    assert view(drafts[reference]) == path.read_text()


def test_a_mission_gives_its_work_contract_then_its_service_contract(
    cdd: Mission, cdi: Mission, library: Library
) -> None:
    work, service = DocumentType.CDD, DocumentType.PRESTATION
    assert [contract.document for contract in draft(cdd, library)] == [work, service]
    assert draft(cdi, library)[0].document is DocumentType.CDI


def test_the_same_mission_gives_the_same_drafts(cdd: Mission, library: Library) -> None:
    first, second = draft(cdd, library), draft(cdd, library)
    assert [contract.sections for contract in first] == [contract.sections for contract in second]
    assert list(map(view, first)) == list(map(view, second))


# What the Code du travail wants in each contract, as a clause of the outline.
MENTIONS = {
    CDD: {  # L1254-15 1° a) to i), 2° a) to h); R1221-34
        "duree", "renouvellement", "remuneration", "apport_affaire", "prelevements",
        "frais_gestion", "frais_professionnels", "competences", "periode_essai", "conges_payes",
        "retraite_prevoyance", "compte_rendu_activite", "garantie_financiere",
        "description_prestation", "conditions_execution", "prix", "sante_securite", "assurance",
        "lieu_execution", "formation", "rupture", "temps_travail", "convention_collective",
    },
    CDI: {  # L1254-21 I 1° to 8°, II; R1221-34
        "duree", "remuneration", "apport_affaire", "prelevements", "frais_gestion",
        "frais_professionnels", "competences", "conges_payes", "periode_essai",
        "retraite_prevoyance", "compte_rendu_activite", "garantie_financiere",
        "reserve_financiere", "lieu_execution", "formation", "rupture", "preavis",
        "temps_travail", "convention_collective", "equipements_protection",
    },
    PRESTATION_CDI: {  # L1254-23 1° to 9°
        "competences", "description_prestation", "conditions_execution", "duree", "prix",
        "sante_securite", "equipements_protection", "garantie_financiere", "assurance",
    },
}  # fmt: skip


@pytest.mark.parametrize("reference", MENTIONS)
def test_every_mandatory_mention_has_its_article(reference: str, drafts: dict[str, Draft]) -> None:
    written = {section.clause for section in drafts[reference].sections}
    assert MENTIONS[reference] <= written


def test_every_article_has_a_text_under_its_heading(drafts: dict[str, Draft]) -> None:
    sections = [found for contract in drafts.values() for found in contract.sections]
    assert all(len(section.elements) > 1 for section in sections if section.clause)


def test_no_tag_nor_mark_is_left_in_the_text(drafts: dict[str, Draft]) -> None:
    for contract in drafts.values():
        left = set(text_of(contract)) & set("{}*|\ue000\ue001\ue002")
        assert not left


def test_articles_are_numbered_in_order(drafts: dict[str, Draft]) -> None:
    for contract in drafts.values():
        labels = [p.label for p in contract.text.paragraphs if p.level == 1]
        assert labels == [f"Article {number}." for number in range(1, len(labels) + 1)]


def test_alineas_are_numbered_where_an_article_has_several(drafts: dict[str, Draft]) -> None:
    for contract in drafts.values():
        for section in contract.sections:
            styles = [getattr(element, "style", "") for element in section.elements]
            assert styles.count("Alinéa") != 1
            assert not ("Alinéa" in styles and "Alinéa seul" in styles)


def test_a_cross_reference_names_the_article_where_the_clause_stands(
    drafts: dict[str, Draft],
) -> None:
    contract = drafts[CDD]
    numbers = {
        section.clause: element.label.removesuffix(".")
        for section in contract.sections
        for element in section.elements[:1]
        if section.clause
    }
    found = 0
    for section in contract.sections:
        for element in section.elements:
            for run in () if isinstance(element, Tableau) else element.runs:
                if run.renvoi:
                    found += 1
                    assert run.text.replace("\u202f", " ") == numbers[run.renvoi]
    assert found > 5


def test_a_clause_that_is_left_out_moves_the_references_of_the_others(
    rewritten: Callable[..., Mission], library: Library
) -> None:
    mission = rewritten(
        "mission-cdd.yaml", ("clauses:\n", "clauses:\n  convention_collective: non\n")
    )
    contract = draft(mission, library)[0]
    assert "prévue à l’Article\u202f11" in text_of(contract)  # apport_affaire, one less than 12


def test_a_reference_to_a_clause_that_is_left_out_names_the_text(
    rewritten: Callable[..., Mission], library: Library
) -> None:
    mission = rewritten("mission-cdd.yaml", ("clauses:\n", "clauses:\n  apport_affaire: non\n"))
    with pytest.raises(LibraryError) as caught:
        draft(mission, library)
    assert "renvoi('apport_affaire') vise un article que ce contrat ne contient pas" in str(
        caught.value
    )
    assert "clauses/remuneration.yaml" in str(caught.value)


def test_words_agree_with_the_salarie(drafts: dict[str, Draft]) -> None:
    she, he = text_of(drafts[CDD]), text_of(drafts[CDI])
    assert "La Salariée portée est engagée" in she
    assert "née le 17 mai 1984" in she
    assert "Salarié porté" not in she.replace("un salarié porté", "")
    assert "Le Salarié porté est engagé en qualité" in he
    assert "né le 8 mars 1979" in he
    assert "portée" not in he


def test_values_special_to_xml_and_to_the_markup_come_out_verbatim(
    rewritten: Callable[..., Mission], library: Library
) -> None:
    odd = "R&D <phase 1> A < B | - **x** {{ y }} {% z %}"
    mission = rewritten(
        "mission-cdd.yaml",
        ("intitule: Refonte du plan de continuité d’activité", f"intitule: '{odd}'"),
    )
    for contract in draft(mission, library):
        assert f"«\u00a0{odd}\u00a0»" in text_of(contract)


def test_spaces_do_not_break_before_high_punctuation(drafts: dict[str, Draft]) -> None:
    for contract in drafts.values():
        text = text_of(contract)
        assert not [char for char in ":;?!»%€" if f" {char}" in text]
        assert "« " not in text
        assert "'" not in text


def test_a_printed_value_knows_its_line_in_the_mission(drafts: dict[str, Draft]) -> None:
    contract = drafts[CDD]
    paragraph = next(p for p in contract.text.paragraphs if "par jour. Pour" in p.text)
    printed = {
        origin.key: (paragraph.text[start:end], origin.line)
        for start, end, origin in paragraph.origins
    }
    lines = Path(paragraph.origins[0][2].file).read_text().splitlines()
    text, line = printed["prix.tjm"]
    assert text == "640,00\u00a0€\u00a0HT"
    assert lines[line - 1].strip().startswith("tjm:")
    assert printed["prix.jours"][0] == "cent quatre (104)"


def test_a_value_of_the_profile_knows_the_file_of_the_profile(drafts: dict[str, Draft]) -> None:
    origins = [o for p in drafts[CDD].text.paragraphs for _, _, o in p.origins]
    garant = next(origin for origin in origins if origin.key == "garant.nom")
    assert garant.file.endswith("hauterive-portage.yaml")


def test_a_cdd_without_a_dated_term_states_its_minimum_length_and_its_event(
    rewritten: Callable[..., Mission], library: Library
) -> None:
    mission = rewritten(
        "mission-cdd.yaml",
        (
            "  fin: 2026-09-01 ",
            "  terme_incertain: {duree_minimale: 4 mois, evenement: remise du bilan} ",
        ),
    )
    work, service = draft(mission, library)
    assert "sans terme précis" in text_of(work)
    for contract in (work, service):
        assert "quatre (4)\u00a0mois" in text_of(contract)
        assert "remise du bilan" in text_of(contract)
    assert "renouvellement" not in {section.clause for section in work.sections}


def test_optional_parts_follow_the_mission(
    rewritten: Callable[..., Mission], library: Library
) -> None:
    mission = rewritten(
        "mission-cdd.yaml",
        ("periode_essai: 2 semaines", "embauche: 2026-03-02"),
        ("  frais_professionnels: 2 400 EUR ", "  "),
        ("  interlocuteur: M. Côme Lagarrigue, responsable de la sécurité informatique\n", ""),
        ("electronique: non", "electronique: oui"),
    )
    work = draft(mission, library)[0]
    clauses = {section.clause for section in work.sections}
    assert "periode_essai" not in clauses
    assert "signature_electronique" in clauses
    assert "Lagarrigue" not in text_of(work)
    assert "en deux exemplaires" not in text_of(work)


def test_an_optional_clause_is_there_when_the_mission_asks_for_it(
    rewritten: Callable[..., Mission], library: Library, drafts: dict[str, Draft]
) -> None:
    wishes = "clauses:\n  indexation: oui\n  passage_cdi: oui\n  indicateurs: oui\n"
    work, service = draft(rewritten("mission-cdd.yaml", ("clauses:\n", wishes)), library)
    asked = {section.clause for section in service.sections}
    assert {"indexation", "indicateurs"} <= asked
    assert "revision_prix" not in asked
    assert "P1 = P0 × (S1 / S0)" in text_of(service)
    assert "passage_cdi" in {section.clause for section in work.sections}
    assert "indexation" not in {section.clause for section in drafts[PRESTATION_CDD].sections}


def test_a_wish_for_an_unknown_clause_gives_the_line_and_the_near_name(
    rewritten: Callable[..., Mission], library: Library
) -> None:
    mission = rewritten("mission-cdd.yaml", ("  non_sollicitation:", "  non_solicitation:"))
    with pytest.raises(LibraryError) as caught:
        draft(mission, library)
    assert "« non_solicitation » n’est pas une clause de la bibliothèque" in str(caught.value)
    assert "Vouliez-vous dire « non_sollicitation » ?" in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{duree: 3 ans}", "{dure: 3 ans}", "la clause n’a pas de paramètre « dure »"),
        ("{duree: 3 ans}", "{variante: clients}", "la clause n’a pas de variante « clients »"),
        ("{delai: 30 jours}", "{delai: 60 jours}", "au plus 45 jours (C. com. L441-10 I"),
        ("{delai: 30 jours}", "{delai: trente jours}", "n’est pas une durée"),
        ("{duree: 3 ans}", "{duree: 20 jours}", "au moins 1 an"),
    ],
)
def test_a_wish_out_of_bounds_is_refused_with_its_key(
    old: str, new: str, message: str, rewritten: Callable[..., Mission], library: Library
) -> None:
    mission = rewritten("mission-cdd.yaml", (old, new))
    with pytest.raises(LibraryError) as caught:
        draft(mission, library)
    assert message in str(caught.value)
    assert "clauses." in str(caught.value)


def test_every_wrong_wish_is_told_at_once(
    rewritten: Callable[..., Mission], library: Library
) -> None:
    mission = rewritten(
        "mission-cdd.yaml", ("{duree: 3 ans}", "{dure: 3 ans}"), ("{delai: 30", "{delai: 90")
    )
    with pytest.raises(LibraryError) as caught:
        draft(mission, library)
    assert len(caught.value.problems) == 2
