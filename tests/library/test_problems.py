"""What the author of a YAML file is told, word for word."""

from clauselint.library.problems import LibraryError, Problem, choices, nearest, show


def test_a_problem_shows_its_place_its_remedy_and_a_caret() -> None:
    problem = Problem(
        file="rules/essai/plafond.yaml",
        line=3,
        column=10,
        key="gravite",
        message="« eror » n’est pas attendu ici",
        expected="erreur, avertissement ou info",
        suggestion="erreur",
        source_line="gravite: eror",
    )
    assert show(problem) == (
        "rules/essai/plafond.yaml:3:10: gravite : « eror » n’est pas attendu ici ; "
        "attendu : erreur, avertissement ou info. Vouliez-vous dire « erreur » ?\n"
        "    gravite: eror\n"
        "             ^"
    )


def test_a_problem_of_the_whole_file_has_no_line() -> None:
    problem = Problem("mission.yaml", 0, 0, "", "ce fichier n’existe pas")
    assert show(problem) == "mission.yaml: ce fichier n’existe pas."


def test_the_caret_stands_under_the_fault_of_a_tabbed_or_very_long_line() -> None:
    tabbed = show(Problem("a.yaml", 1, 3, "", "m", source_line="\t\tx"))
    assert tabbed.splitlines()[1:] == ["    \t\tx", "    \t\t^"]

    line = "a" * 300 + "!" + "b" * 300
    _, shown, caret = show(Problem("a.yaml", 1, 301, "", "m", source_line=line)).splitlines()
    assert shown[caret.index("^")] == "!"
    assert len(shown) <= 104


def test_the_problems_of_an_error_come_in_the_order_of_files_and_lines() -> None:
    places = [("b.yaml", 1), ("a.yaml", 12), ("a.yaml", 2)]
    error = LibraryError(Problem(file, line, 1, "", "m") for file, line in places)
    assert [(p.file, p.line) for p in error.problems] == [
        ("a.yaml", 2),
        ("a.yaml", 12),
        ("b.yaml", 1),
    ]
    assert str(error) == "a.yaml:2:1: m.\na.yaml:12:1: m.\nb.yaml:1:1: m."


def test_choices_read_as_a_french_list() -> None:
    assert choices(["cdd"]) == "cdd"
    assert choices(["cdd", "cdi"]) == "cdd ou cdi"
    assert choices(["cdd", "cdi", "nda"]) == "cdd, cdi ou nda"


def test_the_nearest_name_is_proposed_only_when_it_is_near() -> None:
    assert nearest("asurance", {"assurance", "absences"}) == "assurance"
    assert nearest("zzz", {"assurance", "absences"}) == ""
