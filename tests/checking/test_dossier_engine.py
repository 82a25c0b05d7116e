"""Rules about a dossier: what they see, and findings of two places."""

from pathlib import Path

import pytest

from clauselint.checking.dossier_engine import check_dossier
from clauselint.checking.results import RuleResult
from clauselint.dossiers.dossier import assemble, side_of
from clauselint.library import LibraryError, Outcome, load_library
from clauselint.model import Document, DocumentType
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

RULE = """
regle: essai/essai
portee: dossier
gravite: erreur
titre: Essai
documents: [cdd, prestation, avenant]
fondement: []
"""
WORK = "# Prix\nLe prix de la mission est de 400 € HT par jour."
SERVICE = "# Objet\nLa mission est utile.\n# Prix\nLe prix de la mission est de 450 € HT par jour."
AMENDMENT = "= Avenant n° 1 au contrat de prestation de portage salarial\n# Prix\n{}"


def written(folder: Path, rest: str) -> Path:
    (folder / "rules" / "essai").mkdir(parents=True, exist_ok=True)
    (folder / "rules" / "essai" / "essai.yaml").write_text(RULE + rest, encoding="utf-8")
    return folder


def constat(si: str, ou: str = "contrat('travail')", contre: str = "contrat('prestation')") -> str:
    message = "{fr: fait, en: done}"
    return (
        f'constats:\n  - si: "{si}"\n    ou: {ou}\n    contre: {contre}\n    message: {message}\n'
    )


def judged(folder: Path, rest: str, **texts: str) -> RuleResult:
    library = load_library([written(folder, rest)])
    rules = [rule for rule in library.rules if rule.id == "essai/essai"]
    kinds = {"travail": DocumentType.CDD, "prestation": DocumentType.PRESTATION}
    documents: dict[str, Document] = {
        name: understand(
            text_from_notation(text, name=name),
            library,
            forced_type=kinds.get(name, DocumentType.AVENANT),
        )
        for name, text in texts.items()
    }
    bases = tuple(found for name, found in documents.items() if name in kinds)
    amendments = tuple(found for name, found in documents.items() if name not in kinds)
    dossier = assemble(bases, tuple((found, side_of(found)) for found in amendments))
    results, failures = check_dossier(dossier, rules)
    assert not failures
    (result,) = results
    return result


def test_a_finding_shows_the_words_of_both_contracts(tmp_path: Path):
    rest = constat(
        "terme_de('travail', 'tjm') is not meme_que(terme_de('prestation', 'tjm'))",
        "terme_de('travail', 'tjm')",
        "terme_de('prestation', 'tjm')",
    )
    (finding,) = judged(tmp_path, rest, travail=WORK, prestation=SERVICE).findings
    assert (finding.document, finding.quote) == ("travail", "400 € HT")
    assert finding.other_documents == ("prestation",)
    (other,) = finding.other_places
    assert other.quote == "450 € HT"
    assert other.place
    assert other.place.paragraph == 3
    assert finding.termes == ("tjm",)


def test_what_is_absent_is_shown_at_the_head_of_the_contract_that_lacks_it(tmp_path: Path):
    rest = constat(
        "clause_de('travail', 'indexation') is absente",
        "clause_de('travail', 'indexation')",
        "terme_de('prestation', 'tjm')",
    )
    (finding,) = judged(tmp_path, rest, travail=WORK, prestation=SERVICE).findings
    assert (finding.document, finding.quote) == ("travail", "Prix")


def test_a_term_that_no_contract_states_leaves_the_rule_undecided(tmp_path: Path):
    rest = constat(
        "terme_de('travail', 'garant') is not meme_que(terme_de('prestation', 'garant'))"
    )
    result = judged(tmp_path, rest, travail=WORK, prestation=SERVICE)
    assert result.outcome is Outcome.INDETERMINE
    assert result.missing == "terme garant"


def test_the_terms_compared_are_those_that_the_amendments_leave(tmp_path: Path):
    rest = constat("terme_de('travail', 'tjm') is not meme_que(terme_de('prestation', 'tjm'))")
    lower = AMENDMENT.format("Le prix journalier est ramené à 400 € HT par jour.")
    result = judged(tmp_path, rest, travail=WORK, prestation=SERVICE, avenant=lower)
    assert result.outcome is Outcome.CONFORME


def test_each_amendment_gives_a_finding(tmp_path: Path):
    rest = """
constats:
  - pour_chaque: avenants()
    si: element.orphelin and terme_dans(element, 'tjm') is connu
    ou: terme_dans(element, 'tjm')
    message: {fr: "{{ element.cote }} {{ element.rang }}", en: "{{ element.rang }}"}
"""
    one = AMENDMENT.format("Le prix journalier est de 500 € HT par jour.")
    result = judged(tmp_path, rest, travail=WORK, avenant=one)
    (finding,) = result.findings
    assert finding.message.fr == "prestation 1"
    assert finding.document == "avenant"
    assert finding.other_places == ()


def test_a_dossier_without_the_contracts_of_the_rule_is_not_its_business(tmp_path: Path):
    rest = "portage: false\n" + constat("existe('travail')")
    assert judged(tmp_path, rest, travail=WORK).outcome is Outcome.SANS_OBJET


@pytest.mark.parametrize(
    ("si", "said"),
    [
        ("terme('tjm') is connu", "fonction"),
        ("document.type == 'cdd'", "nom"),
        ("terme_de('employeur', 'tjm') is connu", "cote"),
        ("terme_de('travail', 'prix_du_jour') is connu", "terme"),
        ("terme_de('travail', 'tjm') == terme_de('prestation', 'tjm')", "ne se compare pas"),
        ("terme_de('travail', 'tjm') is meme_que(clause_de('travail', 'prix'))", "pareil"),
        ("terme_de('travail', 'tjm') is meme_que", "à comparer"),
    ],
)
def test_a_rule_about_a_dossier_that_says_something_else_is_refused(
    tmp_path: Path, si: str, said: str
):
    with pytest.raises(LibraryError, match=said):
        load_library([written(tmp_path, constat(si))])


def test_a_rule_about_one_contract_points_into_no_other(tmp_path: Path):
    text = RULE.replace("portee: dossier\n", "") + constat(
        "terme('tjm') is connu", "terme('tjm')", "terme('tjm')"
    )
    folder = written(tmp_path, "")
    (folder / "rules" / "essai" / "essai.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError, match="portee: dossier"):
        load_library([folder])


def test_the_examples_of_a_rule_about_a_dossier_are_contracts(tmp_path: Path):
    rest = constat("existe('travail')") + "exemples:\n  - conforme: Un texte.\n"
    with pytest.raises(LibraryError, match="chaque contrat"):
        load_library([written(tmp_path, rest)])
