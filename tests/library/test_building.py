"""Clause and rule files: what they become, and what their authors are told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clauselint.library import (
    Evaluator,
    Gravite,
    LibraryError,
    Outcome,
    Portee,
    TermeType,
)
from clauselint.library.building import build
from clauselint.library.definitions import Clause, Rule
from clauselint.library.library import library_files
from clauselint.model import DocumentType

Building = Callable[[dict[str, str]], tuple[tuple[Clause, ...], tuple[Rule, ...]]]

CLAUSE = """\
clause: assurance
titre: Assurance
documents: [travail, prestation]
fondement:
  - {texte: C. trav., article: L1254-15, division: "2° h)", depuis: 2015-04-04}
reconnaitre:
  titres: [assurance*]
  indices:
    - police + responsabilite civile
    - {indice: assur* + sinistre, portee: article}
  exclusions: [aucun* > assurance]
  faits:
    police_numerotee: {indices: [police + @entier], dans: [assurance]}
  termes:
    assureur: {motif: nom, indices: [aupres de], plusieurs: true}
variantes:
  equilibree:
    travail: Le salarié est assuré.
    cdi: Le salarié est assuré sans limite.
exemples:
  - presente: La police couvre la responsabilité civile.
    documents: [cdd]
    termes: {assureur: Alpha}
  - absente: Le prix est ferme.
"""
PRIX = """\
clause: prix
titre: Prix
documents: [prestations]
reconnaitre: {}
"""
RULE = """\
regle: essai/assureur
gravite: erreur
titre: Assureur
documents: [travail]
portage: true
quand: clause('assurance') is presente
exige: terme('assureur') is connu
ou: clause('assurance')
message: {fr: "L’assureur n’est pas nommé.\\nLe nommer.", en: The insurer is not named.}
corrige: assurance
exemples:
  - non_conforme: |
      # Assurance
      Une police est souscrite.
    date: 2026-01-01
    message: n’est pas nommé
  - indetermine: Rien.
    document: cdi
"""


@pytest.fixture
def built(tmp_path: Path) -> Building:
    """Builds a library of a few files, given by name."""

    def make(files: dict[str, str]) -> tuple[tuple[Clause, ...], tuple[Rule, ...]]:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return build(library_files([str(tmp_path)]))

    return make


def faults(built: Building, files: dict[str, str]) -> list[str]:
    with pytest.raises(LibraryError) as caught:
        built(files)
    return str(caught.value).splitlines()


def test_a_clause_file_becomes_a_clause(built: Building) -> None:
    ((clause,), _) = built({"clauses/assurance.yaml": CLAUSE})
    assert clause.kind == "assurance"
    assert clause.documents == (DocumentType.CDD, DocumentType.CDI, DocumentType.PRESTATION)
    assert str(clause.fondement[0]) == "C. trav. L1254-15 2° h)"
    assert clause.fondement[0].depuis == date(2015, 4, 4)
    known = clause.reconnaitre
    assert [cue.source for cue in known.titres] == ["assurance*"]
    assert [indice.portee for indice in known.indices] == [Portee.PHRASE, Portee.ARTICLE]
    assert known.exclusions[0].cue.groups[1].ordered
    assert (known.faits[0].nom, known.faits[0].dans) == ("police_numerotee", ("assurance",))
    (assureur,) = known.termes
    assert (assureur.type, assureur.motif, assureur.plusieurs) == (TermeType.TEXTE, "nom", True)
    assert [(e.outcome, dict(e.termes)) for e in clause.exemples] == [
        ("presente", {"assureur": "Alpha"}),
        ("absente", {}),
    ]


def test_a_text_for_several_contracts_gives_way_to_the_text_for_one(built: Building) -> None:
    ((clause,), _) = built({"clauses/assurance.yaml": CLAUSE})
    assert clause.variantes[0].textes == {
        DocumentType.CDD: "Le salarié est assuré.",
        DocumentType.CDI: "Le salarié est assuré sans limite.",
    }


def test_a_rule_file_becomes_a_rule_whose_expressions_run(built: Building) -> None:
    _, (rule,) = built({"clauses/assurance.yaml": CLAUSE, "rules/essai/assureur.yaml": RULE})
    assert (rule.id, rule.famille, rule.gravite) == ("essai/assureur", "essai", Gravite.ERREUR)
    assert (rule.portage, rule.corrige) == (True, "assurance")
    assert rule.quand is not None
    assert rule.quand.source == "clause('assurance') is presente"
    (constat,) = rule.constats
    names = {"terme": lambda nom: nom, "clause": lambda kind: kind}
    evaluator = Evaluator(tests={"connu": lambda name: name != "assureur"})
    assert evaluator.evaluate(constat.si, names) is True
    assert constat.ou is not None
    assert evaluator.evaluate(constat.ou, names) == "assurance"
    assert evaluator.render(constat.message.fr, names) == "L’assureur n’est pas nommé. Le nommer."
    assert [(e.outcome, e.document, e.date) for e in rule.exemples] == [
        (Outcome.NON_CONFORME, None, date(2026, 1, 1)),
        (Outcome.INDETERMINE, DocumentType.CDI, None),
    ]


def test_a_constat_for_each_element_knows_its_element(built: Building) -> None:
    rule = RULE.replace("exige: terme('assureur') is connu\nou: clause('assurance')\n", "").replace(
        RULE[RULE.index("message: {") : RULE.index("corrige")],
        "constats:\n"
        "  - pour_chaque: periodes()\n"
        "    si: element.fin < element.debut\n"
        "    ou: element\n"
        "    message: {fr: 'Fin {{ element.fin }}.', en: 'End {{ element.fin }}.'}\n",
    )
    rule = rule.replace("quand: clause('assurance') is presente\n", "")
    _, (made,) = built({"rules/essai/assureur.yaml": rule})
    (constat,) = made.constats
    assert made.quand is None
    assert constat.pour_chaque is not None
    assert Evaluator().evaluate(constat.pour_chaque, {"periodes": lambda: (1, 2)}) == (1, 2)


def test_the_faults_of_all_files_are_told_at_once(built: Building) -> None:
    found = faults(
        built,
        {
            "clauses/assurance.yaml": CLAUSE.replace("clause: assurance", "clause: asurance"),
            "clauses/prix.yaml": PRIX,
            "rules/essai/assureur.yaml": RULE.replace("gravite: erreur", "gravite: grave"),
        },
    )
    assert [line for line in found if not line.startswith("    ")] == [
        f"{name}{rest}"
        for name, rest in [
            (
                "clauses/assurance.yaml:1:9: clause : « asurance » n’est pas une sorte de clause.",
                " Vouliez-vous dire « assurance » ?",
            ),
            (
                "clauses/prix.yaml:3:13: documents.1 : « prestations » n’est pas attendu ici ; "
                "attendu : cdd, cdi, prestation, avenant, convention, devis, "
                "compte_rendu_activite, pv_recette, mise_en_demeure, nda, autre, travail ou tous.",
                " Vouliez-vous dire « prestation » ?",
            ),
            (
                "rules/essai/assureur.yaml:2:10: gravite : « grave » n’est pas attendu ici",
                " ; attendu : erreur, avertissement ou info.",
            ),
        ]
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "clause: assurance",
            "clause: prix",
            "1:9: clause : ce fichier s’appelle « assurance.yaml » : la clause porte le même "
            "nom ; attendu : assurance.",
        ),
        ("[assurance*]", "['']", "7:12: reconnaitre.titres.1 : «  » contient un groupe vide."),
        (
            "police + @entier",
            "police + @argent",
            "13:34: reconnaitre.faits.police_numerotee.indices.1 : « @argent » n’est pas une "
            "sorte de valeur (@adresse, @date, @duree, @entier, @montant, @nombre, "
            "@pourcentage).",
        ),
        (
            "assureur: {motif",
            "assureurs: {motif",
            "15:5: reconnaitre.termes.assureurs : « assureurs » n’est pas le nom d’un terme. "
            "Vouliez-vous dire « assureur » ?",
        ),
        (
            "{motif: nom,",
            "{type: date,",
            "15:22: reconnaitre.termes.assureur.type : le terme « assureur » n’est pas de type "
            "« date » ; attendu : texte.",
        ),
        (
            "dans: [assurance]",
            "dans: [asurance]",
            "13:60: reconnaitre.faits.police_numerotee.dans.1 : « asurance » n’est pas une sorte "
            "de clause. Vouliez-vous dire « assurance » ?",
        ),
        (
            "  - absente: Le",
            "  - exclue: a\n    absente: Le",
            "24:5: exemples.2 : un exemple dit une seule chose : presente, absente ou exclue.",
        ),
        (
            "titre: Assurance",
            "titre: ' '",
            "2:8: titre : un texte est attendu ; celui-ci est vide.",
        ),
        (
            "police_numerotee:",
            "policeNumérotée:",
            "13:5: reconnaitre.faits.policeNumérotée : « policeNumérotée » n’a pas la forme "
            "attendue : des minuscules sans accents et des traits bas, comme prix_ferme.",
        ),
        (
            "    travail: Le",
            "    travaille: Le",
            "18:5: variantes.equilibree.travaille : cette clé n’existe pas ; attendu : accepter, "
            "autre, avenant, cdd, cdi, compte_rendu_activite, concede, convention, defauts, devis, "
            "mise_en_demeure, nda, prestation, pv_recette, repli, tous ou travail. "
            "Vouliez-vous dire « travail » ?",
        ),
        (
            "2015-04-04",
            "20150404",
            "5:69: fondement.1.depuis : une date est attendue : année, mois, jour, "
            "comme 2026-03-01.",
        ),
    ],
)
def test_a_fault_of_a_clause_file_is_shown_where_it_is(
    built: Building, old: str, new: str, message: str
) -> None:
    text = CLAUSE.replace(old, new)
    assert text != CLAUSE
    assert faults(built, {"clauses/assurance.yaml": text})[0] == f"clauses/assurance.yaml:{message}"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "essai/assureur",
            "essai/assureurs",
            "1:8: regle : ce fichier est « rules/essai/assureur.yaml » : la règle porte le même "
            "nom ; attendu : essai/assureur.",
        ),
        (
            "regle: essai/assureur",
            "regle: Assureur",
            "1:8: regle : « Assureur » n’a pas la forme attendue : famille/nom, en minuscules, "
            "comme durees/bornes.",
        ),
        (
            "corrige: assurance",
            "corrige: asurance",
            "10:10: corrige : « asurance » n’est pas une sorte de clause. "
            "Vouliez-vous dire « assurance » ?",
        ),
        (
            "exige: terme('assureur')",
            "exige: terme('asureur')",
            "7:15: exige : « asureur » n’est pas un nom de terme. Vouliez-vous dire « assureur » ?",
        ),
        (
            "L’assureur n",
            "L’{{ terme('assureur').nomm }} n",
            "9:39: message.fr : « terme('assureur') » n’a pas d’attribut « nomm » ; "
            "attendu : derive, nom, texte, valeur ou valeurs. Vouliez-vous dire « nom » ?",
        ),
        (
            "quand: clause('assurance')",
            "quand: fait('police_numerote')",
            "6:14: quand : « police_numerote » n’est pas un nom de fait ; "
            "attendu : police_numerotee. Vouliez-vous dire « police_numerotee » ?",
        ),
        (
            "exige: terme('assureur') is connu\n",
            "",
            "1:1: une règle dit soit « constats », soit « exige » et « message ».",
        ),
        (
            "    message: n’est pas nommé",
            "    piege: une police est nommée",
            "12:5: exemples.1 : « piege » va avec un exemple conforme ou sans_objet : ce qui "
            "n’est pas relevé.",
        ),
    ],
)
def test_a_fault_of_a_rule_file_is_shown_where_it_is(
    built: Building, old: str, new: str, message: str
) -> None:
    text = RULE.replace(old, new)
    assert text != RULE
    files = {"clauses/assurance.yaml": CLAUSE, "rules/essai/assureur.yaml": text}
    assert faults(built, files)[0] == f"rules/essai/assureur.yaml:{message}"


def test_the_faults_of_a_folded_expression_are_shown_on_their_own_line(built: Building) -> None:
    rule = RULE.replace(
        "exige: terme('assureur') is connu",
        "exige: >\n  terme('assureur') is connu\n  and document.portag",
    )
    found = faults(built, {"clauses/assurance.yaml": CLAUSE, "rules/essai/assureur.yaml": rule})
    assert found == [
        "rules/essai/assureur.yaml:9:16: exige : « document » n’a pas d’attribut « portag » ; "
        "attendu : date, portage, porte_sur, titre ou type. Vouliez-vous dire « portage » ?",
        "      and document.portag",
        "                   ^",
    ]


def test_a_fact_defined_by_two_clauses_is_refused(built: Building) -> None:
    other = CLAUSE.replace("clause: assurance", "clause: responsabilite")
    found = faults(built, {"clauses/assurance.yaml": CLAUSE, "clauses/responsabilite.yaml": other})
    assert found[0] == (
        "clauses/responsabilite.yaml:13:23: reconnaitre.faits.police_numerotee : le fait "
        "« police_numerotee » est déjà défini dans clauses/assurance.yaml ; changer de nom."
    )
