"""The library told on a terminal and to programs: `clausegen clauses`, `clausegen show`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clauselint.cli.clausegen import main as clausegen
from clauselint.library import Library

CLAUSE = """\
clause: recette
titre: Recette
documents: [prestation, travail]
fondement:
  - {texte: C. civ., article: "1342-4", depuis: 2016-10-01, id: LEGIARTI000032035233}
reconnaitre: {titres: [recette]}
parametres:
  delai: {type: duree, defaut: 10 jours, max: 30 jours, pourquoi: "au-delà, tout attend"}
  penalite: {type: montant, pourquoi: "facultative"}
variantes:
  equilibree:
    travail: Le Client prononce la recette.
    prestation: |
      Le Client dispose, pour répondre par écrit après la remise complète et définitive du tout, de {{ parametres.delai | lettres }}.
  client:
    concede: Un délai plus long.
    accepter: Si les livrables sont longs à lire.
    repli: Quinze jours.
    defauts: {delai: 20 jours}
    prestation: Le Client dispose de tout son temps.
exige:
  - {clause: facturation, dans: miroir, quand: "document == 'cdd'", pourquoi: "le prix suit"}
exclut:
  - {clause: prix, dans: contrat, pourquoi: "les deux se contredisent"}
exemples:
  - {presente: "# Recette\\nElle est prononcée.", documents: [prestation]}
  - {absente: "Le prix est ferme."}
"""  # noqa: E501 (a wording stands on one line)


def run(*args: object) -> Result:
    return CliRunner().invoke(clausegen, [str(arg) for arg in args])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "clauses").mkdir()
    (tmp_path / "clauses" / "recette.yaml").write_text(CLAUSE, encoding="utf-8")
    return tmp_path


def test_every_clause_has_its_line(library: Library):
    head, *lines = run("clauses").stdout.splitlines()
    assert head.split() == ["CLAUSE", "TITRE", "DOCUMENTS", "VARIANTES", "PARAMÈTRES"]
    assert [line.split()[0] for line in lines] == list(library.clauses)


def test_the_table_gives_documents_variants_and_parameters(own: Path):
    lines = run("clauses", "--library", own).stdout.splitlines()
    (line,) = (line for line in lines if line.startswith("recette "))
    assert line.split()[1:] == [
        "Recette",
        "cdd,cdi,prestation",
        "equilibree,client",
        "delai,penalite",
    ]


def test_the_table_is_given_to_programs(own: Path):
    listed = json.loads(run("clauses", "--format", "json", "--library", own).stdout)
    assert {
        "clause": "recette",
        "titre": "Recette",
        "documents": ["cdd", "cdi", "prestation"],
        "variantes": ["equilibree", "client"],
        "parametres": ["delai", "penalite"],
    } in listed


def test_a_clause_is_told_in_full(own: Path):
    told = run("show", "recette", "--library", own).stdout
    for words in (
        "recette — Recette",
        "Documents : CDD, CDI, contrat de prestation",
        "Fondement : C. civ. 1342-4, en vigueur depuis le 1er octobre 2016 — LEGIARTI000032035233",
        "  - delai : duree, 10 jours par défaut, au plus 30 jours — au-delà, tout attend",
        "  - penalite : montant, facultatif — facultative",
        "  - facturation dans l’autre contrat de la mission, si document == 'cdd' — le prix suit",
        "  - prix dans le même contrat — les deux se contredisent",
        "Variante « client »\n  - Concède : Un délai plus long.",
        "  - Quand l’accepter : Si les livrables sont longs à lire.",
        "  - Repli : Quinze jours.",
        "  - Valeurs par défaut : delai 20 jours",
        "  CDD : comme « equilibree »",
        "  contrat de prestation :\n  │ Le Client dispose de tout son temps.",
        "Textes qui portent la clause\n  (contrat de prestation)\n  │ # Recette",
        "Textes qui ne la portent pas\n  │ Le prix est ferme.",
    ):
        assert words in told


def test_a_tag_of_a_text_stays_on_one_line(own: Path):
    told = run("show", "recette", "--library", own).stdout
    assert "{{ parametres.delai | lettres }}" in told
    assert max(map(len, told.splitlines())) <= 100


def test_one_variant_and_one_document_may_be_shown(own: Path):
    told = run(
        "show", "recette", "--variante", "client", "--document", "cdd", "--library", own
    ).stdout
    assert "CDD, texte de « equilibree » :\n  │ Le Client prononce la recette." in told
    assert "tout son temps" not in told
    assert "Variante « equilibree »" not in told


def test_a_clause_is_given_to_programs(own: Path):
    told = json.loads(run("show", "recette", "--format", "json", "--library", own).stdout)
    assert told["schema"] == "clausegen/clause/1"
    assert told["fondement"][0]["depuis"] == "2016-10-01"
    assert told["parametres"][0] == {
        "nom": "delai",
        "type": "duree",
        "defaut": "10 jours",
        "min": None,
        "max": "30 jours",
        "pourquoi": "au-delà, tout attend",
    }
    client = told["variantes"][1]
    assert client["defauts"] == {"delai": "20 jours"}
    assert client["textes"]["cdd"] == {
        "texte": "Le Client prononce la recette.",
        "de": "equilibree",
    }
    assert client["textes"]["prestation"]["de"] == "client"
    assert told["exige"] == [
        {
            "clause": "facturation",
            "dans": "miroir",
            "quand": "document == 'cdd'",
            "pourquoi": "le prix suit",
        }
    ]
    assert told["exclut"][0]["dans"] == "contrat"
    assert told["exemples"][1]["absente"] == "Le prix est ferme."


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ("recete",),
            "« recete » n’est pas une clause de la bibliothèque. Vouliez-vous dire « recette » ?",
        ),
        (
            ("recette", "--variante", "clients"),
            "la clause n’a pas de variante « clients » (les siennes : equilibree, client). "
            "Vouliez-vous dire « client » ?",
        ),
        (
            ("recette", "--document", "nda"),
            "la clause n’a pas de texte pour « nda » ; elle en a pour : cdd, cdi, prestation.",
        ),
        (("recette", "--document", "cddd"), "« cddd » n’est pas accepté ; attendu : cdd, cdi"),
    ],
)
def test_what_does_not_exist_is_said_with_what_does(own: Path, args: tuple[str, ...], message: str):
    result = run("show", *args, "--library", own)
    assert result.exit_code == 2
    assert message in result.stderr


def test_every_clause_of_the_library_can_be_shown(library: Library):
    for kind in library.clauses:
        result = run("show", kind)
        assert result.exit_code == 0, kind
        assert result.stdout.startswith(f"{kind} — ")


def test_a_mission_of_clauses_that_exclude_each_other_is_refused(own: Path, tmp_path: Path):
    mission = Path(__file__).parents[2] / "examples" / "mission-cdd.yaml"
    result = run("build", mission, "-o", tmp_path / "out", "--library", own)
    assert result.exit_code == 1
    assert "« recette » du contrat de prestation exclut « prix » dans le même contrat" in (
        result.stderr
    )
    assert "Rien n’a été écrit." in result.stderr
    assert not (tmp_path / "out").exists()
