"""A defect in any clause file is found, with its file, its line and the smallest mission."""

import json
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace
from tests.missions import EXAMPLES

from clauselint.api.verification.missions import Base, Change, bases, with_choices, written
from clauselint.api.verification.statics import static_problems
from clauselint.api.verification.trial import Outcome, Trials
from clauselint.cli.clausegen import main as clausegen
from clauselint.library import Clause, Gravite, Library, load_library
from clauselint.library.definitions import Lien
from clauselint.library.problems import show
from clauselint.model import DocumentType

WORK = (DocumentType.CDD, DocumentType.CDI)
STANDARD = load_library()
DRAFTED = sorted(
    kind
    for kind, clause in STANDARD.clauses.items()
    if {*WORK, DocumentType.PRESTATION}.intersection(clause.redigee)
)


def base_for(clause: Clause) -> Base:
    cdi_only = DocumentType.CDD not in clause.redigee and DocumentType.CDI in clause.redigee
    name = "mission-cdi.yaml" if cdi_only else "mission-cdd.yaml"
    return next(base for base in bases(STANDARD) if base.file.name == name)


def asked_for(clause: Clause) -> list[Change]:
    """What makes a mission write the clause."""
    changes = [Change(("clauses", clause.kind), "oui")]
    if clause.kind == "equipements_protection":
        changes.append(Change(("prestation", "equipements_protection"), ["un casque"]))
    if clause.kind == "signature_electronique":
        changes.append(Change(("signature", "electronique"), "oui"))
    changes += [
        Change(("clauses", lien.clause), "oui")
        for lien in clause.exige
        if lien.clause != clause.kind
    ]
    return changes


def with_clause(clause: Clause) -> Library:
    clauses = MappingProxyType({**STANDARD.clauses, clause.kind: clause})
    return replace(STANDARD, clauses=clauses)


def reworded(clause: Clause, text: str) -> Clause:
    """The clause, `text` in place of every wording."""
    variantes = tuple(
        replace(variante, textes=dict.fromkeys(variante.textes, text))
        for variante in clause.variantes
    )
    return replace(clause, variantes=variantes)


def tried(library: Library, clause: Clause, folder: Path) -> Outcome:
    path = folder / "mission.yaml"
    written(with_choices(base_for(clause), asked_for(clause)), path)
    return Trials(library, [Gravite.ERREUR]).run(path)


@pytest.mark.parametrize("kind", DRAFTED)
def test_a_wording_that_no_longer_says_its_clause_is_found(kind: str, tmp_path: Path):
    clause = STANDARD.clauses[kind]
    broken = reworded(clause, "Les Parties se souviennent de cette journée.")
    outcome = tried(with_clause(broken), clause, tmp_path)
    assert f"clauses/{kind}.yaml" in {fault.file for fault in outcome.faults}, outcome.refused
    line = min(fault.line for fault in outcome.faults if fault.file == f"clauses/{kind}.yaml")
    assert line > 1


@pytest.mark.parametrize("kind", DRAFTED)
def test_a_name_misspelt_in_a_wording_is_found(kind: str):
    clause = STANDARD.clauses[kind]
    broken = reworded(clause, "Les Parties voient {{ portage.denominatoin }}.")
    errors, _ = static_problems(with_clause(broken), bases(STANDARD)[:1], ())
    (first, *_) = errors
    assert Path(first.file).name == f"{kind}.yaml"
    assert "Vouliez-vous dire « denomination »" in show(first)


def test_clauses_that_require_and_exclude_each_other_are_found():
    clause = STANDARD.clauses["ethique"]
    liens = replace(
        clause,
        exige=(Lien("notifications", "essai"),),
        exclut=(Lien("notifications", "essai"),),
    )
    errors, _ = static_problems(with_clause(liens), bases(STANDARD)[:1], ())
    assert [Path(problem.file).name for problem in errors] == ["ethique.yaml"]
    assert "exige les deux" in errors[0].message


def test_a_requirement_that_no_outline_can_meet_is_found():
    clause = STANDARD.clauses["ethique"]
    liens = replace(clause, exige=(Lien("reserve_financiere", "essai"),))
    errors, _ = static_problems(with_clause(liens), bases(STANDARD)[:1], ())
    assert "dont le plan ne la contient pas" in errors[0].message


def test_a_parameter_that_no_text_reads_is_told(tmp_path: Path):
    (tmp_path / "clauses").mkdir()
    (tmp_path / "clauses" / "ethique.yaml").write_text(
        "extends: standard\nparametres:\n  seuil: {type: montant, defaut: 50 EUR}\n"
    )
    _, unused = static_problems(load_library([tmp_path]), bases(STANDARD)[:1], ())
    assert any("ne lit le paramètre « seuil »" in problem.message for problem in unused)


def test_the_command_shows_the_smallest_mission(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "clauses").mkdir()
    own = tmp_path / "clauses" / "ethique.yaml"
    own.write_text(
        "extends: standard\nvariantes:\n  equilibree:\n    prestation: |\n"
        "      Les Parties s’interdisent tout acte de corruption et agissent avec probité.\n\n"
        "      {% if prestation.motif == 'tâche occasionnelle' %}\n"
        "      L’article est le {{ renvoi('reserve_financiere') }}.\n      {% endif %}\n",
        encoding="utf-8",
    )
    output = tmp_path / "verification.json"
    words = ["verify", str(tmp_path), "--random", "0", "--format", "json", "-o", str(output)]
    with pytest.raises(SystemExit) as left:
        clausegen([*words, "--mission", str(EXAMPLES / "mission-cdd.yaml")])
    assert left.value.code == 1, capsys.readouterr().err
    found = json.loads(output.read_text(encoding="utf-8"))
    (fault,) = [item for item in found["faults"] if item["rule"] == "redaction"]
    assert (fault["file"], fault["line"]) == (str(own), 5)
    assert fault["options"] == ["prestation.motif: tâche occasionnelle"]
    assert "motif: tâche occasionnelle" in fault["mission"]
    assert found["summary"]["missions"] > 30
    assert {cell["clause"] for cell in found["matrix"]} > {"prix", "confidentialite"}
