"""The rules promised, against the rules that are there."""

from pathlib import Path

from clauselint.library import Outcome, load_library

CATALOGUE = Path(__file__).with_name("catalogue.tsv")


def promised() -> dict[str, str]:
    lines = CATALOGUE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return dict(tuple(row) for row in rows)


def test_the_rules_are_those_promised_with_their_severities():
    assert {rule.id: str(rule.gravite) for rule in load_library().rules} == promised()


def test_every_rule_shows_what_it_finds_what_it_admits_and_what_would_mislead():
    for rule in load_library().rules:
        found = [item for item in rule.exemples if item.outcome is Outcome.NON_CONFORME]
        admitted = [
            item for item in rule.exemples if item.outcome in (Outcome.CONFORME, Outcome.SANS_OBJET)
        ]
        traps = [item for item in admitted if item.piege]
        assert len(found) >= 2, rule.id
        assert len(admitted) >= 3, f"{rule.id} : two good examples besides a trap"
        assert traps, f"{rule.id} : no example says what in it would mislead (« piege »)"


def test_every_rule_that_does_not_always_apply_says_when_in_plain_words():
    for rule in load_library().rules:
        assert bool(rule.condition) == bool(rule.quand), rule.id


def test_every_rule_says_why_and_what_to_do_in_both_languages():
    for rule in load_library().rules:
        assert rule.pourquoi.strip(), rule.id
        for constat in rule.constats:
            assert constat.message.fr.source.strip(), rule.id
            assert constat.message.en.source.strip(), rule.id
            assert constat.message.fr.source != constat.message.en.source, rule.id
