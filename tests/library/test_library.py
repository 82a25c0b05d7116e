"""The library as the program gets it: standard, layered, cached."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clauselint.library import Library, LibraryError, load_library, standard_root
from clauselint.library import library as module
from clauselint.library.building import build
from clauselint.library.lexicon import ranked, without_words
from clauselint.library.library import library_files
from clauselint.library.vocabulary import CLAUSES, TERMES

RULE = """\
regle: essai/prix
gravite: info
titre: Prix
documents: [prestation]
exige: clause('prix') is presente
message: {fr: Le prix manque., en: No price.}
"""


PRIX = "clause: prix\ntitre: {titre}\ndocuments: [prestation]\nreconnaitre: {{titres: [prix]}}\n"
OBJET = "clause: objet\ntitre: Objet\ndocuments: [tous]\nreconnaitre: {titres: [objet]}\n"


def written(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def standard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A standard library of two clauses and a rule."""
    files = {
        "clauses/objet.yaml": OBJET,
        "clauses/prix.yaml": PRIX.format(titre="Prix"),
        "rules/essai/prix.yaml": RULE,
        "clauses/notes.txt": "left alone",
    }
    root = written(tmp_path / "standard", files)
    monkeypatch.setattr(module, "standard_root", lambda: root)
    return root


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of one's own, with a clause of the same name and a rule more."""
    files = {
        "clauses/prix.yaml": PRIX.format(titre="Prix convenu"),
        "rules/maison/tarif.yaml": RULE.replace("essai/prix", "maison/tarif"),
    }
    return written(tmp_path / "maison", files)


def test_the_standard_library_is_whole(library: Library) -> None:
    assert set(library.clauses) <= CLAUSES
    terms = {slot.nom for clause in library.clauses.values() for slot in clause.reconnaitre.termes}
    assert terms <= set(TERMES)
    assert [rule.id for rule in library.rules] == sorted(rule.id for rule in library.rules)
    assert library.roots == (standard_root(),)


def test_the_cache_gives_back_what_the_files_say() -> None:
    load_library()
    again = load_library()
    clauses, rules = build(library_files([str(standard_root())]))
    clauses, lexicon = ranked(tuple(clauses))
    assert tuple(again.clauses[clause.kind] for clause in clauses) == clauses
    assert again.lexicon == lexicon
    assert again.rules == rules


def test_a_folder_of_ones_own_replaces_and_adds(standard: Path, own: Path) -> None:
    library = load_library([own])
    assert {kind: clause.titre for kind, clause in library.clauses.items()} == {
        "objet": "Objet",
        "prix": "Prix convenu",
    }
    assert [rule.id for rule in library.rules] == ["essai/prix", "maison/tarif"]
    assert library.file("clauses", "prix.yaml") == own / "clauses" / "prix.yaml"
    assert library.file("clauses", "objet.yaml") == standard / "clauses" / "objet.yaml"
    assert library.file("clauses", "rien.yaml") is None


def test_an_unchanged_library_is_not_built_again(
    standard: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_library([own])

    def refuse(files: object) -> object:
        raise AssertionError("built again")

    monkeypatch.setattr(module, "_frozen", refuse)
    assert load_library([own]) == first


def test_a_library_for_checking_keeps_all_but_what_only_people_read() -> None:
    whole = load_library()
    for _ in range(2):  # made, then from the cache
        bare = load_library(whole=False)
        assert [rule.constats for rule in bare.rules] == [rule.constats for rule in whole.rules]
        assert bare.lexicon == whole.lexicon
        assert [clause.reconnaitre for clause in bare.clauses.values()] == [
            clause.reconnaitre for clause in without_words(tuple(whole.clauses.values()))
        ]
        assert not any(rule.exemples or rule.pourquoi or rule.conseil for rule in bare.rules)
        assert not any(clause.exemples or clause.variantes for clause in bare.clauses.values())


def test_a_file_changed_is_read_again_for_checking(standard: Path) -> None:
    assert load_library(whole=False).clauses["prix"].titre == "Prix"
    written(standard, {"clauses/prix.yaml": PRIX.format(titre="Tarif")})
    assert load_library(whole=False).clauses["prix"].titre == "Tarif"


def test_a_changed_file_is_read_again(standard: Path) -> None:
    assert load_library().clauses["prix"].titre == "Prix"
    written(standard, {"clauses/prix.yaml": PRIX.format(titre="Tarif")})
    assert load_library().clauses["prix"].titre == "Tarif"


def test_a_library_with_faults_is_not_kept(standard: Path) -> None:
    written(standard, {"clauses/prix.yaml": "clause: prix"})
    for _ in range(2):
        with pytest.raises(LibraryError):
            load_library()


def test_a_folder_that_does_not_exist_is_an_error(standard: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        load_library([tmp_path / "absent"])
    assert str(caught.value) == (
        f"{tmp_path}/absent: ce dossier de bibliothèque n’existe pas ; vérifier son chemin."
    )


def test_a_file_that_would_be_passed_over_in_silence_is_an_error(standard: Path) -> None:
    written(standard, {"clauses/duree.yml": OBJET, "rules/prix.yaml": RULE})
    with pytest.raises(LibraryError) as caught:
        load_library()
    assert str(caught.value) == (
        "clauses/duree.yml: ce fichier n’est pas lu ; lui donner l’extension .yaml.\n"
        "rules/prix.yaml: cette règle n’est pas lue ; la ranger dans le dossier de sa famille."
    )


def test_a_file_that_cannot_be_read_is_named(standard: Path) -> None:
    (standard / "clauses" / "duree.yaml").symlink_to(standard / "absent.yaml")
    with pytest.raises(LibraryError) as caught:
        load_library()
    assert str(caught.value) == "clauses/duree.yaml: ce fichier n’existe pas ; vérifier son chemin."


def test_the_faults_of_a_folder_of_ones_own_name_its_path(standard: Path, own: Path) -> None:
    written(own, {"rules/maison/tarif.yaml": RULE.replace("info", "infos")})
    written(standard, {"rules/essai/prix.yaml": RULE.replace("info", "infos")})
    with pytest.raises(LibraryError) as caught:
        load_library([own])
    assert [problem.file for problem in caught.value.problems] == [
        f"{own}/rules/maison/tarif.yaml",
        "rules/essai/prix.yaml",
    ]


def test_a_warm_start_imports_no_reader_of_yaml_no_validator_and_no_jinja() -> None:
    load_library()
    heavy = "{'pydantic', 'ruamel', 'jinja2', 'difflib', 'docx'}"
    source = (
        "import sys\n"
        "from clauselint.library import load_library\n"
        "load_library()\n"
        f"print(sorted({heavy} & {{name.partition('.')[0] for name in sys.modules}}))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True, env=os.environ
    )
    assert run.stdout == "[]\n"
