"""Take one mandatory mention out of a built contract: exactly its finding appears.

The contract is written to Word without the article that bears the mention (or without the sentence,
where an article bears several), read back and checked by every rule.
"""

import re
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace
from ruamel.yaml import YAML
from tests.missions import EXAMPLES, PROFIL, written

from clauselint.checking import check_document
from clauselint.drafting import Draft, draft, write
from clauselint.library import Library, load_library
from clauselint.library.mission import read_mission
from clauselint.reading.docx import read_docx
from clauselint.reading.understanding import understand

CONTRACTS = {
    "cdd": ("mission-cdd.yaml", 0),
    "cdi": ("mission-cdi.yaml", 0),
    "prestation": ("mission-cdd.yaml", 1),
}

# Once nothing presents the client or the employee, the name left in a recital is a stranger's.
STRANGER = {"redaction/residu"}

# contract, article taken out, the mentions that it alone bears
ARTICLES = [
    ("cdd", "remuneration", {"mentions-cdd/remuneration"}),
    ("cdd", "apport_affaire", {"mentions-cdd/apport-affaire"}),
    ("cdd", "prelevements", {"mentions-cdd/prelevements"}),
    ("cdd", "frais_gestion", {"mentions-cdd/frais-gestion"}),
    ("cdd", "frais_professionnels", {"mentions-cdd/frais-professionnels"}),
    ("cdd", "conges_payes", {"mentions-cdd/conges-payes"}),
    ("cdd", "compte_rendu_activite", {"mentions-cdd/compte-rendu-activite"}),
    ("cdd", "garantie_financiere", {"mentions-cdd/garant-financier"}),
    ("cdd", "prix", {"mentions-cdd/prix"}),
    ("cdd", "sante_securite", {"mentions-cdd/sante-securite"}),
    ("cdd", "assurance", {"mentions-cdd/assurance-rc"}),
    ("cdd", "duree", {"mentions-cdd/terme", "information-salarie/date-embauche"}),
    ("cdd", "competences", {"mentions-cdd/competences", "information-salarie/emploi"}),
    (
        "cdd",
        "description_prestation",
        {"mentions-cdd/client", "mentions-cdd/description-prestation", *STRANGER},
    ),
    ("cdd", "lieu_execution", {"information-salarie/lieu-travail"}),
    ("cdd", "formation", {"information-salarie/formation"}),
    ("cdd", "rupture", {"information-salarie/procedure-rupture"}),
    ("cdd", "temps_travail", {"information-salarie/temps-travail"}),
    ("cdd", "convention_collective", {"information-salarie/convention-collective"}),
    ("cdi", "remuneration", {"mentions-cdi/remuneration"}),
    ("cdi", "apport_affaire", {"mentions-cdi/apport-affaire"}),
    ("cdi", "prelevements", {"mentions-cdi/prelevements"}),
    ("cdi", "frais_gestion", {"mentions-cdi/frais-gestion"}),
    ("cdi", "frais_professionnels", {"mentions-cdi/frais-professionnels"}),
    ("cdi", "conges_payes", {"mentions-cdi/conges-payes"}),
    ("cdi", "compte_rendu_activite", {"mentions-cdi/compte-rendu-activite"}),
    ("cdi", "garantie_financiere", {"mentions-cdi/garant-financier"}),
    ("cdi", "reserve_financiere", {"mentions-cdi/periodes-sans-prestation"}),
    ("cdi", "competences", {"mentions-cdi/competences", "information-salarie/emploi"}),
    ("prestation", "duree", {"mentions-prestation/terme"}),
    (
        "prestation",
        "competences",
        {"mentions-prestation/competences", "mentions-prestation/salarie-porte", *STRANGER},
    ),
    ("prestation", "prix", {"mentions-prestation/prix"}),
    ("prestation", "sante_securite", {"mentions-prestation/sante-securite"}),
    ("prestation", "garantie_financiere", {"mentions-prestation/garant-financier"}),
    ("prestation", "assurance", {"mentions-prestation/assurance-rc"}),
    ("prestation", "description_prestation", {"mentions-prestation/description-prestation"}),
]

# contract, words of the sentences taken out (or what replaces them), the mentions they bear
SENTENCES = [
    ("cdd", r"caisse de retraite suivante", None, {"mentions-cdd/retraite-complementaire"}),
    ("cdd", r", 31 avenue Maréchal-Foch, 21000 Dijon", "",
     {"mentions-cdd/retraite-complementaire"}),
    ("cdd", r"organisme de prévoyance suivant", None, {"mentions-cdd/prevoyance"}),
    ("cdd", r"engagée en qualité de", None, {"information-salarie/emploi"}),
    ("cdd", r"Le Client est la société", None, {"mentions-cdd/client", *STRANGER}),
    ("cdd", r"numéro de police RC-2026-558-104", "numéro qui figure sur l’attestation",
     {"mentions-cdd/assurance-rc"}),
    ("cdd", r"chaque mois un compte rendu", "chaque trimestre un compte rendu",
     {"mentions-cdd/compte-rendu-activite"}),
    ("cdd", r"(?i) en portage salarial à durée déterminée", " à durée déterminée",
     {"mentions-cdd/intitule"}),
    ("cdi", r"(?i) en portage salarial à durée indéterminée", " à durée indéterminée",
     {"mentions-cdi/intitule"}),
    ("cdi", r"caisse de retraite suivante", None, {"mentions-cdi/retraite-complementaire"}),
    ("cdi", r"organisme de prévoyance suivant", None, {"mentions-cdi/prevoyance"}),
    ("prestation", r"numéro de police RC-2026-558-104", "numéro qui figure sur l’attestation",
     {"mentions-prestation/assurance-rc"}),
    ("prestation", r"Mme Maëlys Tournebise", "une personne qu’elle désigne",
     {"mentions-prestation/salarie-porte"}),
]  # fmt: skip


def case_name(value: str | set[str] | None) -> str:
    """The name of a case; that of a set does not depend on its order."""
    return "+".join(sorted(value)) if isinstance(value, set) else value or "-"


@cache
def contract(name: str) -> tuple[Draft, Library]:
    mission, rank = CONTRACTS[name]
    library = load_library()
    return draft(read_mission(EXAMPLES / mission), library)[rank], library


def findings(content: bytes, library: Library) -> set[str]:
    document = understand(read_docx(content).text, library)
    results, failures = check_document(document, library.rules)
    assert failures == ()
    return {finding.rule.id for result in results for finding in result.findings}


def edited(content: bytes, pattern: str, replacement: str | None) -> bytes:
    """The contract without the paragraphs that hold `pattern`, or with `replacement` for it."""
    document = docx.Document(BytesIO(content))
    changed = 0
    section = document.sections[0]
    stories = (document.element.body, section.header._element, section.footer._element)
    for paragraph in chain.from_iterable(story.iter(qn("w:p")) for story in stories):
        texts = list(paragraph.iter(qn("w:t")))
        text = "".join(node.text or "" for node in texts)
        if not re.search(pattern, text):
            continue
        changed += 1
        new = "" if replacement is None else re.sub(pattern, replacement, text)
        for node in texts:
            node.text = ""
        texts[0].text = new
    assert changed, f"« {pattern} » is not in the contract"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_whole_contract_breaks_no_rule(name: str):
    whole, library = contract(name)
    assert findings(write(whole, library), library) == set()


@pytest.mark.parametrize(("name", "clause", "rules"), ARTICLES, ids=case_name)
def test_an_article_taken_out_gives_exactly_its_findings(name: str, clause: str, rules: set[str]):
    whole, library = contract(name)
    kept = tuple(section for section in whole.sections if section.clause != clause)
    assert len(kept) < len(whole.sections)
    assert findings(write(replace(whole, sections=kept), library), library) == rules


@pytest.mark.parametrize(("name", "pattern", "replacement", "rules"), SENTENCES, ids=case_name)
def test_a_sentence_taken_out_gives_exactly_its_finding(
    name: str, pattern: str, replacement: str | None, rules: set[str]
):
    whole, library = contract(name)
    assert findings(edited(write(whole, library), pattern, replacement), library) == rules


def test_every_mandatory_mention_is_taken_out_once():
    """Those of the last tests apart, which need other missions."""
    tried = {rule for case in (*ARTICLES, *SENTENCES) for rule in case[-1]}
    library = contract("cdd")[1]
    mandatory = {rule.id for rule in library.rules if rule.famille.startswith("mentions-")}
    assert mandatory - tried == {
        "mentions-cdd/duree-prestation",
        "mentions-cdd/equipements-protection",
        "mentions-cdd/evenement-terme",
        "mentions-prestation/equipements-protection",
    }


def drafted(tmp_path: Path, changes: dict[str, Any]) -> tuple[Draft, Library]:
    """The CDD of the example mission, its prestation changed; a value of None takes a key out."""
    source = YAML(typ="safe").load((EXAMPLES / "mission-cdd.yaml").read_text(encoding="utf-8"))
    source["profil"] = str(PROFIL)
    merged = source["prestation"] | changes
    source["prestation"] = {key: value for key, value in merged.items() if value is not None}
    library = load_library()
    return draft(read_mission(written(source, tmp_path)), library)[0], library


UNCERTAIN = {
    "fin": None,
    "livrables": [],
    "terme_incertain": {
        "duree_minimale": "4 mois",
        "evenement": "la mise en service du nouveau site de secours",
    },
}


def test_an_uncertain_term_asks_for_its_minimum_length_and_its_event(tmp_path: Path):
    whole, library = drafted(tmp_path, UNCERTAIN)
    content = write(whole, library)
    assert findings(content, library) == set()
    event = r"la mise en service du nouveau site de secours"
    assert findings(edited(content, event, "ce que les Parties décideront"), library) == {
        "mentions-cdd/evenement-terme"
    }


def test_the_length_of_the_prestation_is_asked_for_beside_that_of_the_contract(tmp_path: Path):
    whole, library = contract("cdd")
    kept = tuple(section for section in whole.sections if section.clause != "duree")
    content = edited(write(replace(whole, sections=kept), library), r"La Prestation dure", None)
    content = edited(content, r"Pour cent quatre\W\(104\)\Wjours, il|104\Wjours à", "Il")
    content = edited(content, r" et un mois complet à dix-sept\W\(17\)\Wjournées", "")
    assert findings(content, library) == {
        "information-salarie/date-embauche",
        "mentions-cdd/duree-prestation",
        "mentions-cdd/terme",
    }


def test_a_site_that_needs_protective_equipment_asks_for_it(tmp_path: Path):
    description = "contrôler l’avancement des travaux sur le chantier de la nouvelle usine"
    without, library = drafted(tmp_path, {"description": description})
    assert findings(write(without, library), library) == {"mentions-cdd/equipements-protection"}
    given, _ = drafted(
        tmp_path,
        {"description": description, "equipements_protection": ["un casque", "des chaussures"]},
    )
    assert findings(write(given, library), library) == set()
