"""Patterns kept in the cache: the very ones that `re` compiles, made again when they can't be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.library import patterns
from clauselint.library.patterns import Program, keep_patterns, kept_pattern

SOURCES = (
    (r"\d+ ?(?:jours?|mois)", 0),
    (r"(?P<jour>\d\d)/(?P<mois>\d\d)(?P<an>/\d{4})?", 0),
    (r"n[ée]ant|sans objet", re.IGNORECASE),
    (r"(?<![a-z])un(?=e?\b)|^(a)\1*$", re.MULTILINE),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAUSELINT_CACHE", str(tmp_path))
    patterns._programs.cache_clear()
    return tmp_path


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_the_program_kept_is_the_one_that_re_compiles(source: str, flags: int) -> None:
    program = patterns._written(source, int(flags))
    assert program is not None
    assert patterns._compiled(program) == re.compile(source, flags)


def test_what_is_known_is_not_written_again(folder: Path) -> None:
    kept_pattern("a+b").search("")
    keep_patterns()
    (folder / "patterns.cache").unlink()
    kept_pattern("a+b").search("")
    keep_patterns()
    assert not list(folder.iterdir())


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_program_that_comes_from_the_cache_is_still_that_one(source: str, flags: int) -> None:
    kept_pattern(source, int(flags)).search("un")
    keep_patterns()
    patterns._programs.cache_clear()
    assert patterns._compiled(patterns._programs()[source, int(flags)]) == re.compile(source, flags)


@given(st.text(alphabet="a1b2/ jours", max_size=20))
def test_a_pattern_finds_what_re_finds(text: str) -> None:
    kept, real = kept_pattern(r"(\d+)(?: ?jours?)?"), re.compile(r"(\d+)(?: ?jours?)?")
    assert [match.span(1) for match in kept.finditer(text)] == [
        match.span(1) for match in real.finditer(text)
    ]
    assert kept.sub("x", text) == real.sub("x", text)


def test_a_python_that_writes_no_program_compiles_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_written", lambda *_: None)
    assert kept_pattern("a+").findall("caab") == ["aa"]


def test_a_program_that_the_engine_refuses_is_written_anew() -> None:
    refused: Program = ("a+", 32, [1, 2, 3], 0, {}, (None,))
    assert patterns._compiled(refused) == re.compile("a+")


def test_a_faulty_source_raises_when_it_is_used() -> None:
    faulty = kept_pattern("(")
    with pytest.raises(re.error):
        faulty.search("")
