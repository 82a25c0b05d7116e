import pytest

from clauselint.library.cues import CueError, parse_cue


def groups(source: str) -> list[tuple[tuple[tuple[str, ...], ...], bool, bool]]:
    return [(g.alternatives, g.negated, g.ordered) for g in parse_cue(source).groups]


def test_a_cue_is_read_without_accents_case_or_apostrophes():
    assert groups("Indemnité d’apport") == [((("indemnite", "d", "apport"),), False, False)]


def test_alternatives_stems_negation_and_order_are_told_apart():
    assert groups("aucun*|sans > clause + !prix + @montant") == [
        ((("aucun*",), ("sans",)), False, False),
        ((("clause",),), False, True),
        ((("prix",),), True, False),
        ((("@montant",),), False, False),
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "groupe vide"),
        ("prix + ", "groupe vide"),
        ("!prix", "ne demande aucun mot"),
        ("prix + @argent", "« @argent » n’est pas une sorte de valeur"),
    ],
)
def test_a_cue_that_could_never_be_found_is_refused(source: str, reason: str):
    with pytest.raises(CueError, match=reason):
        parse_cue(source)
