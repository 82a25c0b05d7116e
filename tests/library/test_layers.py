"""A folder laid over the standard library holds only what it changes."""

from pathlib import Path

import pytest

from clauselint.drafting import draft
from clauselint.library import Gravite, LibraryError, load_library
from clauselint.library.clause_places import clause_place
from clauselint.library.mission import read_mission
from clauselint.model import DocumentType

EXAMPLES = Path(__file__).parents[2] / "examples"


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        kind, _, stem = name.partition("__")
        path = tmp_path / kind / f"{stem.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_a_clause_that_extends_the_standard_one_changes_some_of_its_keys(tmp_path: Path):
    own = folder(
        tmp_path,
        clauses__confidentialite="extends: standard\nparametres:\n  duree: {defaut: 4 ans}\n",
    )
    standard = load_library().clauses["confidentialite"]
    changed = load_library([own]).clauses["confidentialite"]
    defaults = {parametre.nom: parametre.defaut for parametre in changed.parametres}
    assert defaults["duree"] == "4 ans"
    assert changed.titre == standard.titre
    assert changed.variantes == standard.variantes
    assert [p.nom for p in changed.parametres] == [p.nom for p in standard.parametres]


def test_a_wording_of_ones_own_prevails_and_is_shown_in_its_own_file(tmp_path: Path):
    own = folder(
        tmp_path,
        clauses__ethique=(
            "extends: standard\nvariantes:\n  equilibree:\n    prestation: |\n"
            "      Les Parties respectent {{ rien }}.\n"
        ),
    )
    library = load_library([own])
    text, _ = library.clauses["ethique"].wording("equilibree", DocumentType.PRESTATION) or ("", "")
    assert text == "Les Parties respectent {{ rien }}."
    with pytest.raises(LibraryError) as caught:
        draft(read_mission(EXAMPLES / "mission-cdd.yaml"), library)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (str(own / "clauses" / "ethique.yaml"), 5)


def test_a_text_that_is_not_changed_stands_in_the_standard_file(tmp_path: Path):
    own = folder(tmp_path, clauses__ethique="extends: standard\ntitre: Probité\n")
    library = load_library([own])
    assert library.clauses["ethique"].titre == "Probité"
    file, line = clause_place(library, "ethique", ("variantes", "equilibree", "prestation"))
    assert Path(file) == library.roots[0] / "clauses" / "ethique.yaml"
    assert line > 10


def test_a_rule_may_change_its_severity_alone(tmp_path: Path):
    own = folder(
        tmp_path, **{"rules__durees__cdd-maximum": "extends: standard\ngravite: avertissement\n"}
    )
    rules = {rule.id: rule for rule in load_library([own]).rules}
    standard = {rule.id: rule for rule in load_library().rules}
    changed = rules["durees/cdd-maximum"]
    assert changed.gravite is Gravite.AVERTISSEMENT
    assert changed.constats == standard["durees/cdd-maximum"].constats


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("ethique", "extends: cabinet\n", 1, "n’est pas une bibliothèque"),
        ("ethique", "extends: standard\ntitres: Probité\n", 2, "titres"),
        ("confidentialite", "extends: standard\nparametres:\n  duree: {defaut: 90 ans}\n", 3,
         "hors des bornes"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_the_file_that_makes_it(
    tmp_path: Path, name: str, text: str, line: int, said: str
):
    own = folder(tmp_path, **{f"clauses__{name}": text})
    with pytest.raises(LibraryError) as caught:
        load_library([own])
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (f"{own}/clauses/{name}.yaml", line)
    assert said in str(caught.value)


def test_a_file_that_extends_nothing_says_so(tmp_path: Path):
    own = folder(tmp_path, rules__maison__inconnue="extends: standard\ngravite: info\n")
    with pytest.raises(LibraryError, match="la bibliothèque n’a pas"):
        load_library([own])


def test_changing_the_standard_file_changes_the_clause_that_extends_it(tmp_path: Path):
    lower, upper = tmp_path / "lower", tmp_path / "upper"
    folder(lower, clauses__ethique="extends: standard\ntitre: Probité\n")
    folder(upper, clauses__ethique="extends: standard\ndocuments: [prestation]\n")
    assert load_library([lower, upper]).clauses["ethique"].titre == "Probité"
    folder(lower, clauses__ethique="extends: standard\ntitre: Intégrité\n")
    found = load_library([lower, upper]).clauses["ethique"]
    assert (found.titre, found.documents) == ("Intégrité", (DocumentType.PRESTATION,))
