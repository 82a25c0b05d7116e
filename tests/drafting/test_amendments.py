"""Amendments: what they change in each contract, how they say it, and what they may not do."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.drafting.test_draft import text_of as as_typeset
from tests.drafting.test_draft import view

from clauselint.api.building import RefusedMission, build, check_draft
from clauselint.drafting import Draft, draft, draft_consolidated, write
from clauselint.drafting.blocks import Bloc
from clauselint.library import Library, LibraryError
from clauselint.library.mission import read_mission
from clauselint.library.mission_changes import amended
from clauselint.library.mission_documents import Avenant
from clauselint.library.mission_model import Mission, Travail
from clauselint.model import Document, DocumentType, Duree, Montant, Taxe
from clauselint.reading.docx import read_docx
from clauselint.reading.understanding import understand

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "golden"
REFERENCE = "HTP-2026-058"
WORK, SERVICE = f"{REFERENCE}-CDD", f"{REFERENCE}-CPS"
DOCUMENTS = (
    WORK, SERVICE, f"{REFERENCE}-ADH", f"{REFERENCE}-DEV",
    f"{REFERENCE}-CRA1", f"{REFERENCE}-PVR1", f"{REFERENCE}-MED",
    f"{WORK}-A1", f"{SERVICE}-A1", f"{WORK}-A2", f"{SERVICE}-A2", f"{WORK}-A3", f"{SERVICE}-A3",
    f"{WORK}-A4", f"{SERVICE}-A4", f"{WORK}-A5", f"{SERVICE}-A5",
)  # fmt: skip

Rewritten = Callable[..., Mission]


@pytest.fixture(scope="module")
def mission() -> Mission:
    return read_mission(EXAMPLES / "mission-suivie.yaml")


@pytest.fixture(scope="module")
def documents(mission: Mission, library: Library) -> dict[str, Draft]:
    return {found.reference: found for found in draft(mission, library)}


def text_of(found: Draft) -> str:
    return as_typeset(found).replace("\u00a0", " ").replace("\u202f", " ")


def clauses(found: Draft) -> list[str]:
    return [section.clause for section in found.sections if section.clause]


def amending(rewritten: Rewritten, avenants: str, *changes: tuple[str, str]) -> Mission:
    """The example with a fixed term, followed by these amendments."""
    end = "signature: {lieu: Dijon, date: 2026-02-20, electronique: non}"
    return rewritten("mission-cdd.yaml", *changes, (end, f"{end}\n\navenants:\n{avenants}"))


def extension(fin: str, date: str = "2026-08-24", effet: str = "2026-09-02") -> str:
    return (
        f"  - nature: prolongation\n    date: {date}\n    effet: {effet}\n"
        f"    prestation: {{fin: {fin}}}\n"
    )


def test_a_mission_gives_its_documents_and_both_sides_of_each_amendment(
    documents: dict[str, Draft],
) -> None:
    assert tuple(documents) == DOCUMENTS


@pytest.mark.parametrize("reference", DOCUMENTS)
def test_each_document_reads_as_reviewed(
    reference: str, documents: dict[str, Draft], pytestconfig: pytest.Config
) -> None:
    path = GOLDEN / f"{reference}.txt"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(view(documents[reference]))
    assert view(documents[reference]) == path.read_text()


@pytest.mark.parametrize("reference", DOCUMENTS)
def test_no_rule_of_severity_erreur_finds_fault_with_a_document(
    reference: str, documents: dict[str, Draft], library: Library
) -> None:
    assert check_draft(documents[reference], library) == ()


def test_no_rule_of_severity_erreur_finds_fault_with_the_contracts_amended(
    mission: Mission, library: Library
) -> None:
    left = draft_consolidated(mission, library)
    assert len(left) == 2 * len(mission.avenants)
    assert not [refusal for found in left for refusal in check_draft(found, library)]


def read_back(found: Draft, library: Library) -> Document:
    text = read_docx(write(found, library), name=f"{found.reference}.docx").text
    return understand(text, library)


@pytest.mark.parametrize("reference", [name for name in DOCUMENTS if "-A" in name[-3:]])
def test_an_amendment_is_read_back_as_one_of_its_contract(
    reference: str, documents: dict[str, Draft], library: Library
) -> None:
    document = read_back(documents[reference], library)
    amended_kind = DocumentType.PRESTATION if "-CPS" in reference else DocumentType.CDD
    assert (document.type, document.porte_sur) == (DocumentType.AVENANT, amended_kind)
    assert document.portage


@pytest.mark.parametrize(
    ("reference", "term", "value"),
    [
        (f"{SERVICE}-A3", "date_fin", "2027-02-06"),
        (f"{WORK}-A3", "date_fin", "2027-02-06"),
        (f"{SERVICE}-A2", "nombre_jours", "108"),
        (f"{SERVICE}-A4", "tjm", "630.00"),
    ],
)
def test_the_new_value_is_read_back_in_the_amendment(
    reference: str, term: str, value: str, documents: dict[str, Draft], library: Library
) -> None:
    found = [item.valeur for item in read_back(documents[reference], library).termes
             if item.nom == term]  # fmt: skip
    said = {str(getattr(item, "montant", item)) for item in found}
    assert value in said


def test_an_amendment_replaces_only_the_articles_that_its_values_change(
    documents: dict[str, Draft],
) -> None:
    assert clauses(documents[f"{WORK}-A1"]) == ["description_prestation"]
    assert {"duree", "prix"} <= set(clauses(documents[f"{SERVICE}-A3"]))
    for reference in (f"{WORK}-A3", f"{SERVICE}-A3"):
        assert "confidentialite" not in clauses(documents[reference])
        assert "Les autres stipulations du Contrat demeurent inchangées" in text_of(
            documents[reference]
        )


def test_an_amendment_names_each_article_by_its_number_in_the_contract(
    documents: dict[str, Draft],
) -> None:
    contract, amendment = documents[SERVICE], documents[f"{SERVICE}-A3"]
    number = 1 + clauses(contract).index("duree")
    assert f"L’Article {number} du Contrat est remplacé par le texte suivant" in text_of(amendment)
    assert f"« {number}.1 Le présent contrat prend effet" in text_of(amendment)


def test_an_amendment_says_the_contract_its_parties_and_the_values_before_and_after(
    documents: dict[str, Draft],
) -> None:
    text = text_of(documents[f"{SERVICE}-A3"])
    assert "ont conclu le 27 mars 2026 un contrat commercial de prestation" in text
    assert f"sous la référence {SERVICE}" in text
    assert "Hauterive Portage" in text
    assert "Marées du Ponant" in text
    assert "Terme de la Prestation 6 février 2027 6 octobre 2026" in text
    assert "modifié par les avenants n° 1 du 15 juin 2026 et n° 2 du 26 juin 2026" in text
    assert "Fait à Dijon, le 21 septembre 2026" in text


def test_an_amendment_starts_from_what_the_one_before_it_left(documents: dict[str, Draft]) -> None:
    text = text_of(documents[f"{SERVICE}-A3"])
    assert "Nombre de jours 180 108" in text
    assert "Nombre de jours 108 96" in text_of(documents[f"{SERVICE}-A2"])


def test_a_cross_reference_of_a_replaced_article_is_plain_and_names_the_contract(
    documents: dict[str, Draft],
) -> None:
    amendment = documents[f"{WORK}-A4"]
    number = 1 + clauses(documents[WORK]).index("apport_affaire")
    assert f"prévue à l’Article {number}" in text_of(amendment)
    elements = [element for section in amendment.sections for element in section.elements]
    runs = [run for element in elements if isinstance(element, Bloc) for run in element.runs]
    assert not [run for run in runs if run.renvoi]


def test_the_pay_of_the_salarie_is_not_shown_to_the_client(documents: dict[str, Draft]) -> None:
    for reference in (SERVICE, f"{SERVICE}-A4", f"{REFERENCE}-DEV"):
        assert "285,00" not in text_of(documents[reference])
        assert "300,00" not in text_of(documents[reference])


def test_the_annexes_that_change_are_joined_to_the_amendment(documents: dict[str, Draft]) -> None:
    first, second = text_of(documents[f"{SERVICE}-A1"]), text_of(documents[f"{SERVICE}-A2"])
    assert "Annexe 1 – Périmètre et livrables" in first
    assert "Annexe 2 – Prix" not in first
    assert "Annexe 2 – Prix" in second
    assert "Annexe 1 – Périmètre" not in second
    assert "L’annexe jointe remplace celle du Contrat qui porte le même numéro" in second


def test_a_change_of_one_contract_only_has_no_mirror_and_says_so(
    rewritten: Rewritten, library: Library
) -> None:
    mission = amending(
        rewritten,
        "  - nature: tarif\n    date: 2026-04-01\n    effet: 2026-04-15\n"
        "    clauses: {modalites_paiement: {delai: 15 jours}}\n",
    )
    found = draft(mission, library)
    assert [item.reference for item in found[2:]] == ["HTP-2026-031-CPS-A1"]
    assert "ne change aucune stipulation du contrat de travail" in text_of(found[2])
    assert "quinze (15) jours" in text_of(found[2])


def test_the_passage_to_a_cdi_strikes_out_replaces_and_adds_articles(
    documents: dict[str, Draft],
) -> None:
    contract, amendment = documents[WORK], documents[f"{WORK}-A5"]
    text, last = text_of(amendment), len(clauses(contract))
    renewal = 1 + clauses(contract).index("renouvellement")
    assert f"L’Article {renewal} du Contrat est supprimé" in text
    assert f"Il est ajouté au Contrat un Article {last + 1}" in text
    assert "« contrat de travail en portage salarial à durée indéterminée »" in text
    assert "aucune nouvelle période d’essai" in text


def test_the_mission_after_a_passage_is_one_of_a_cdi_without_trial(mission: Mission) -> None:
    after = amended(mission, 4)
    assert after.travail is Travail.CDI
    assert after.periode_essai is None
    assert mission.travail is Travail.CDD


def test_a_value_that_an_amendment_gives_knows_its_line(mission: Mission) -> None:
    after = amended(mission, 2)
    origin = after.origine("prestation", "fin")
    assert origin is not None
    assert origin.key == "avenants.3.prestation.fin"
    untouched = after.origine("prestation", "debut")
    assert untouched is not None
    assert untouched.key == "prestation.debut"


def test_a_value_that_takes_the_place_of_another_removes_it(
    rewritten: Rewritten,
) -> None:
    mission = amending(
        rewritten,
        "  - nature: perimetre\n    date: 2026-04-01\n    effet: 2026-04-15\n"
        "    prestation: {terme_incertain: {duree_minimale: 4 mois, evenement: remise du bilan}}\n",
    )
    after = amended(mission, 0)
    assert after.prestation.fin is None
    assert after.prestation.terme_incertain is not None
    assert after.prestation.terme_incertain.duree_minimale == Duree(mois=4)


def test_a_postponement_concerns_the_cdd_alone_and_cites_its_article(
    rewritten: Rewritten, library: Library
) -> None:
    mission = amending(
        rewritten,
        "  - nature: report\n    date: 2026-08-24\n    effet: 2026-09-02\n    report: 2 mois\n",
    )
    found = draft(mission, library)
    assert [item.reference for item in found[2:]] == ["HTP-2026-031-CDD-A1"]
    assert "L. 1254-13" in text_of(found[2])
    assert "deux (2) mois" in text_of(found[2])
    assert check_draft(found[2], library) == ()


FIRST = extension("2026-12-01")
SECOND = extension("2027-02-01", "2026-11-20", "2026-12-02")
REFUSED = {
    "a third renewal": (
        FIRST + SECOND + extension("2027-04-01", "2027-01-20", "2027-02-02"),
        "avenants.3.nature",
        "se renouvelle deux fois",
    ),
    "after the term": (
        extension("2026-12-01", "2026-09-03", "2026-09-03"),
        "avenants.1.date",
        "L1254-17",
    ),
    "an earlier term": (
        extension("2026-08-01"),
        "avenants.1.prestation.fin",
        "le nouveau terme ne suit pas le terme en cours",
    ),
    "no new term": (
        "  - {nature: prolongation, date: 2026-08-24, effet: 2026-09-02, prix: {jours: 120}}\n",
        "avenants.1.nature",
        "donne la nouvelle date",
    ),
    "before the contract": (
        "  - {nature: tarif, date: 2026-02-01, effet: 2026-03-02, prix: {tjm: 700 EUR HT}}\n",
        "avenants.1.date",
        "signé avant le contrat",
    ),
    "out of order": (
        FIRST + "  - {nature: tarif, date: 2026-06-01, effet: 2026-07-01, prix: {jours: 110}}\n",
        "avenants.2.date",
        "les ranger par date",
    ),
    "too long a postponement": (
        "  - {nature: report, date: 2026-08-24, effet: 2026-09-02, report: 4 mois}\n",
        "avenants.1.report",
        "L1254-13",
    ),
    "a second postponement": (
        "  - {nature: report, date: 2026-08-24, effet: 2026-09-02, report: 1 mois}\n"
        "  - {nature: report, date: 2026-08-25, effet: 2026-09-02, report: 1 mois}\n",
        "avenants.2.nature",
        "déjà été reporté",
    ),
    "a CDI made one again": (
        "  - {nature: passage_cdi, date: 2026-08-03, effet: 2026-08-10}\n"
        "  - {nature: passage_cdi, date: 2026-08-17, effet: 2026-08-24}\n",
        "avenants.2.nature",
        "déjà un CDI",
    ),
    "nothing": (
        "  - {nature: tarif, date: 2026-04-01, effet: 2026-04-02}\n",
        "avenants.1",
        "ne change aucun article",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_amendment_that_can_not_be_agreed_is_refused_at_its_line(
    case: str, rewritten: Rewritten, library: Library
) -> None:
    avenants, key, message = REFUSED[case]
    mission = amending(rewritten, avenants)
    with pytest.raises(LibraryError) as caught:
        draft(mission, library)
    problem = caught.value.problems[0]
    assert problem.key == key
    assert message in problem.message
    assert problem.line > 80


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{nature: tarif, date: 2026-04-10, effet: 2026-04-01}", "n’est pas rétroactif"),
        ("{nature: report, date: 2026-04-01, effet: 2026-04-02}", "« report » accompagne"),
        ("{nature: tariff, date: 2026-04-01, effet: 2026-04-02}", "tarif"),
        ("{nature: tarif, date: 2026-04-01, effet: 2026-04-02, prix: {tmj: 1 EUR}}", "tjm"),
        ("{nature: tarif, date: 2026-04-31, effet: 2026-05-02}", "n’existe pas"),
    ],
)
def test_an_amendment_ill_written_is_told_in_french(
    line: str, message: str, rewritten: Rewritten
) -> None:
    with pytest.raises(LibraryError) as caught:
        amending(rewritten, f"  - {line}\n")
    assert message in str(caught.value)
    assert "avenants" in str(caught.value)


def test_values_that_do_not_go_together_are_told_at_the_amendment(
    rewritten: Rewritten, library: Library
) -> None:
    mission = amending(
        rewritten,
        "  - nature: tarif\n    date: 2026-04-01\n    effet: 2026-04-02\n"
        "    prix: {tjm: 640.33 EUR HT, jours: 100.5}\n",
    )
    with pytest.raises(LibraryError) as caught:
        draft(mission, library)
    assert "centime" in str(caught.value)
    assert caught.value.problems[0].key.startswith("avenants.1.prix")


@pytest.mark.parametrize(
    ("fin", "rule"),
    [("2027-09-30", "durees/cdd-maximum"), ("2029-04-01", "durees/prestation-maximum")],
)
def test_a_contract_amended_beyond_the_legal_length_is_refused_with_rule_key_and_line(
    fin: str, rule: str, tmp_path: Path
) -> None:
    source = (EXAMPLES / "mission-cdd.yaml").read_text()
    (tmp_path / "profils").mkdir()
    profil = "profils/hauterive-portage.yaml"
    (tmp_path / profil).write_text((EXAMPLES / profil).read_text())
    path = tmp_path / "mission.yaml"
    path.write_text(f"{source}\navenants:\n{extension(fin)}")
    line = path.read_text().splitlines().index(f"    prestation: {{fin: {fin}}}") + 1
    with pytest.raises(RefusedMission) as caught:
        build([path], tmp_path / "out")
    told = [refusal for refusal in caught.value.refusals if refusal.finding.rule.id == rule]
    assert told
    assert any(
        refusal.origin is not None
        and (refusal.origin.key, refusal.origin.line) == ("avenants.1.prestation.fin", line)
        for refusal in told
    )
    assert not (tmp_path / "out").exists()


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    fin=st.dates(date(2026, 9, 2), date(2027, 9, 1)),
    jours=st.integers(105, 240),
    tjm=st.integers(64000, 99900),
)
def test_any_new_term_and_price_is_read_back_on_both_sides(
    fin: date, jours: int, tjm: int, cdd: Mission, library: Library
) -> None:
    wanted = Avenant.model_validate(
        {
            "nature": "prolongation",
            "date": "2026-08-24",
            "effet": "2026-09-02",
            "prestation": {"fin": fin.isoformat()},
            "prix": {"jours": jours, "tjm": f"{tjm // 100},{tjm % 100:02d} EUR HT"},
        }
    )
    mission = cdd.model_copy(update={"avenants": (wanted,)})
    both = draft(mission, library)[2:]
    assert len(both) == 2
    for found in both:
        assert check_draft(found, library) == ()
        terms = {item.nom: item.valeur for item in understand(found.text, library).termes}
        assert terms["date_fin"] == fin
        assert terms["nombre_jours"] == jours
        assert terms["tjm"] == Montant(Decimal(tjm) / 100, taxe=Taxe.HT)
        assert terms["prix_total"] == terms["tjm"] * jours
