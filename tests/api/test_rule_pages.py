"""The pages of `docs/regles` are those that the rules give today."""

from pathlib import Path

import pytest
from tools.rule_pages import PAGES, write

from clauselint.api.rule_sheets import explain_rules, rule_pages
from clauselint.checking import UnknownRule
from clauselint.library import load_library


def test_every_rule_has_its_page_up_to_date_and_no_page_is_left_over():
    kept = {
        page.relative_to(PAGES).as_posix(): page.read_text(encoding="utf-8")
        for page in PAGES.rglob("*.md")
    }
    made = rule_pages(load_library())
    stale = {name for name in kept.keys() | made.keys() if kept.get(name) != made.get(name)}
    assert not stale, "lancer « make docs »"


def test_writing_removes_the_page_of_a_rule_that_is_gone(tmp_path: Path):
    write({"README.md": "a", "prix/taxe.md": "b"}, tmp_path)
    write({"README.md": "c"}, tmp_path)
    assert [page.name for page in tmp_path.rglob("*.md")] == ["README.md"]
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "c"


def test_a_family_is_explained_rule_by_rule():
    text = explain_rules(load_library(), "prix", "fr")
    for rule in ("prix/arithmetique — ", "prix/devises — ", "prix/taxe — "):
        assert rule in text


def test_an_unknown_rule_is_said():
    with pytest.raises(UnknownRule, match="prix/taxe"):
        explain_rules(load_library(), "prix/tax", "fr")
