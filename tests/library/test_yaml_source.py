"""YAML files read strictly: every fault with its line, column and key, all at once."""

from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from clauselint.library.problems import LibraryError, Problem
from clauselint.library.yaml_source import MAX_BYTES, parse_yaml, read_yaml


class Gravite(StrEnum):
    ERREUR = "erreur"
    AVERTISSEMENT = "avertissement"
    INFO = "info"


class Source(BaseModel):
    model_config = ConfigDict(extra="forbid")

    texte: str
    depuis: date | None = None


class Fiche(BaseModel):
    model_config = ConfigDict(extra="forbid")

    nom: str
    gravite: Gravite = Gravite.INFO
    actif: bool = True
    rang: int = 1
    sources: tuple[Source, ...] = ()
    par_nom: dict[str, Source] = {}


def problems(source: str) -> list[str]:
    with pytest.raises(LibraryError) as caught:
        parse_yaml(source, Fiche, name="fiche.yaml")
    return str(caught.value).splitlines()


def test_a_sound_file_gives_its_model_and_the_places_of_its_values() -> None:
    source = "nom: Essai\nsources:\n  - {texte: C. civ., depuis: 2016-10-01}\n"
    located = parse_yaml(source, Fiche, name="fiche.yaml")
    assert located.value.nom == "Essai"
    assert located.value.sources[0].depuis == date(2016, 10, 1)
    assert located.position(("nom",)) == (1, 6)
    assert located.position(("sources", 0, "depuis")) == (3, 30)
    assert located.position(("sources", 0, "jusqua")) == (3, 5), (
        "unsaid: the item that would hold it"
    )
    assert located.position(("gravite",)) == (1, 1)


def test_all_the_faults_of_a_file_are_told_at_once_with_carets() -> None:
    found = problems(
        "gravite: eror\n"
        "nomm: Essai\n"
        "sources:\n"
        "  - texte: C. civ.\n"
        "    depuis: 2025-02-30\n"
        "  - {article: 4}\n"
    )
    assert found == [
        "fiche.yaml:1:1: nom : cette clé manque.",
        "    gravite: eror",
        "    ^",
        "fiche.yaml:1:10: gravite : « eror » n’est pas attendu ici ; "
        "attendu : erreur, avertissement ou info. Vouliez-vous dire « erreur » ?",
        "    gravite: eror",
        "             ^",
        "fiche.yaml:2:1: nomm : cette clé n’existe pas ; "
        "attendu : actif, gravite, nom, par_nom, rang ou sources. Vouliez-vous dire « nom » ?",
        "    nomm: Essai",
        "    ^",
        "fiche.yaml:5:13: sources.1.depuis : « 2025-02-30 » n’existe pas au calendrier.",
        "        depuis: 2025-02-30",
        "                ^",
        "fiche.yaml:6:5: sources.2.texte : cette clé manque.",
        "      - {article: 4}",
        "        ^",
        "fiche.yaml:6:6: sources.2.article : cette clé n’existe pas ; attendu : depuis ou texte.",
        "      - {article: 4}",
        "         ^",
    ]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "nom: 012345678",
            "1:6: nom : « 012345678 » est lu comme un nombre ; "
            "mettre entre guillemets : '012345678'.",
        ),
        (
            "nom: 3.50",
            "1:6: nom : « 3.50 » est lu comme un nombre ; mettre entre guillemets : '3.50'.",
        ),
        (
            "nom: true",
            "1:6: nom : « true » est lu comme oui ou non ; mettre entre guillemets : 'true'.",
        ),
        ("nom:", "1:5: nom : cette clé est sans valeur ; en donner une ou l’ôter."),
        ("nom: [a]", "1:6: nom : un texte est attendu ici, non une liste ou des clés."),
        ("nom: A\nactif: non", "2:8: actif : attendu : true (oui) ou false (non)."),
        ("nom: A\nrang: deux", "2:7: rang : un nombre entier est attendu."),
        ("nom: A\nrang: 1.5", "2:7: rang : un nombre entier est attendu."),
        (
            "nom: A\nsources: C. civ.",
            "2:10: sources : une liste est attendue : un tiret par ligne, ou [a, b].",
        ),
        (
            "nom: A\npar_nom: {a: 4}",
            "2:14: par_nom.a : des clés sont attendues ici, une par ligne (clé: valeur).",
        ),
        (
            "nom: A\npar_nom: {a: {texte: x, depui: 2020-01-01}}",
            "2:25: par_nom.a.depui : cette clé n’existe pas ; attendu : depuis ou texte. "
            "Vouliez-vous dire « depuis » ?",
        ),
        ("- a\n- b", "1:1: des clés sont attendues ici, une par ligne (clé: valeur)."),
        ("nom: a\nnom: b", "2:1: nom : cette clé est donnée deux fois ; n’en garder qu’une."),
        (
            "nom: !!python/name:os.system ''",
            "1:6: nom : l’étiquette YAML « !!python/name:os.system » n’est pas admise ; "
            "écrire la valeur elle-même.",
        ),
        (
            "nom: &n a\nsources: *n",
            "1:6: nom : les ancres et renvois YAML (&nom, *nom) ne sont pas admis ; "
            "écrire la valeur elle-même.",
        ),
        ("? [a]\n: b", "1:3: une clé doit être un simple nom ; écrire la valeur elle-même."),
        ("", "1:1: ce fichier est vide."),
        (
            "nom: Durée : six mois",
            "1:12: deux-points inattendus : un texte qui contient « : » suivi d’un espace s’écrit "
            "entre guillemets droits, et chaque clé sur sa ligne, au même retrait que ses "
            "voisines.",
        ),
        ("nom:\n\t- a", "2:1: une tabulation sert de retrait ; la remplacer par des espaces."),
        (
            'nom: "six mois\nrang: 2',
            "1:6: un guillemet ouvert n’est pas refermé ; ajouter le guillemet fermant.",
        ),
        (
            "nom: [a\nrang: 2",
            "1:6: une liste entre crochets n’est pas refermée, ou il y manque une virgule.",
        ),
        (
            "nom: *a",
            "1:6: un texte ne peut pas commencer par un astérisque ; "
            "mettre le texte entre guillemets droits.",
        ),
        (
            "nom: a\n--- \nnom: b",
            "2:1: le fichier contient plusieurs documents YAML (« --- ») ; n’en laisser qu’un.",
        ),
        ("rang: 1\nnom: a\xad\x07b", "2:8: ce caractère ne s’imprime pas ; l’ôter."),
        (
            "nom: " + "[" * 200,
            "1:35: trop de niveaux emboîtés ; ce n’est pas un fichier de clauselint.",
        ),
    ],
)
def test_each_trap_of_yaml_says_where_it_is_and_what_to_do(source: str, message: str) -> None:
    assert problems(source)[0] == f"fiche.yaml:{message}"


def test_words_that_older_yaml_takes_for_booleans_stay_words() -> None:
    assert parse_yaml("nom: NO", Fiche, name="f").value.nom == "NO"
    assert parse_yaml("nom: 12:30", Fiche, name="f").value.nom == "12:30"


def test_a_reference_bomb_is_refused_without_being_expanded() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert len(problems(bomb)) == 9 * 3


def test_a_file_that_cannot_be_read_says_what_to_do(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("nom: A\nautre: é".encode("latin-1"))
    big = tmp_path / "gros.yaml"
    big.write_bytes(b"#" * (MAX_BYTES + 1))
    messages = []
    for path in (tmp_path / "absent.yaml", tmp_path, latin, big):
        with pytest.raises(LibraryError) as caught:
            read_yaml(path, Fiche, name="f")
        messages.append(str(caught.value))
    assert messages == [
        "f: ce fichier n’existe pas ; vérifier son chemin.",
        "f: c’est un dossier ; indiquer le fichier YAML qu’il contient.",
        "f:2:1: ce fichier n’est pas en UTF-8 ; l’enregistrer dans ce codage.",
        "f: ce fichier dépasse 2 Mo ; ce n’est sans doute pas le bon.",
    ]


def test_windows_line_ends_and_a_byte_order_mark_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "fiche.yaml"
    path.write_bytes("nom: Essai\r\nrang: deux\r\n".encode("utf-8-sig"))
    with pytest.raises(LibraryError) as caught:
        read_yaml(path, Fiche, name="fiche.yaml")
    assert str(caught.value) == (
        "fiche.yaml:2:7: rang : un nombre entier est attendu.\n    rang: deux\n          ^"
    )


@pytest.mark.parametrize(
    ("source", "word", "place"),
    [
        ("nom: un deux trois", "deux", (1, 9)),
        ("nom: 'un deux trois'", "deux", (1, 10)),
        ("nom: |\n  un\n  deux\n", "deux", (3, 3)),
        ("nom: >\n    un\n    deux\n", "deux", (3, 5)),
        ("nom: un\n  deux\n  trois\n", "trois", (3, 3)),
        ("nom: |\n  un\n    deux\n", "deux", (3, 5)),
    ],
)
def test_a_word_inside_a_text_is_found_in_the_file(
    source: str, word: str, place: tuple[int, int]
) -> None:
    located = parse_yaml(source, Fiche, name="f")
    offset = located.value.nom.index(word)
    found = located.problem(("nom",), "m", offset=offset)
    assert (found.line, found.column) == place


def faults(source: str) -> tuple[Problem, ...]:
    try:
        parse_yaml(source, Fiche, name="f")
    except LibraryError as error:
        return error.problems
    return ()


YAML_SIGNS = st.text("nomrag:-*&!?%@1. '\"{}[]|>#,\t\n", max_size=40)


@given(st.one_of(st.text(max_size=60), YAML_SIGNS))
def test_every_problem_points_inside_the_file(source: str) -> None:
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in faults(source):
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.message
