"""A plain `check` is read as click reads it, or left to click."""

import inspect
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.cli.checking import run_check
from clauselint.cli.commands import check, main
from clauselint.cli.plain_check import plain_options

WORDS = st.sampled_from(
    [
        *[name for param in check.params for name in (*param.opts, *param.secondary_opts)],
        *["a.docx", "b/", "json", "cdd", "never", "en", "durees/bornes", "2026-03-01"],
        *["--format=json", "--fail-on=info", "--output=r.txt", "--quiet=1", "-or.txt", "--as="],
        *["-h", "--help", "--", "-", "", "--formate", "erreurs", "-q", "--lang=de"],
    ]
)


def read_by_click(words: list[str]) -> dict[str, object] | None:
    """The arguments of `run_check`, or None for what click refuses or answers itself."""
    try:
        return check.make_context("check", list(words), parent=click.Context(main)).params
    except (click.ClickException, click.exceptions.Exit):
        return None


def completed(options: dict[str, object]) -> dict[str, object]:
    """The arguments with the defaults of `run_check`."""
    call = inspect.signature(run_check).bind(**options)
    call.apply_defaults()
    return dict(call.arguments)


@given(st.lists(WORDS, max_size=6))
def test_what_is_read_without_click_is_what_click_reads(words: list[str]):
    found = plain_options(words)
    if found is not None:
        assert completed(found) == read_by_click(words)


@pytest.mark.parametrize(
    "words",
    [
        ["a.docx"],
        ["a.docx", "b.docx", "--fail-on", "never"],
        ["--format=json", "-o", "r.json", "a.docx", "--select", "durees/*", "--select", "iban"],
        [
            "a.docx",
            "--no-nlp",
            "--quiet",
            "--lang",
            "en",
            "--as",
            "cdi",
            "--library",
            "mes/clauses",
        ],
    ],
)
def test_the_usual_command_lines_are_read_without_click(words: list[str]):
    found = plain_options(words)
    assert found is not None
    assert completed(found) == read_by_click(words)


@pytest.mark.parametrize(
    "words", [[], ["--help"], ["a.docx", "--fail-on", "jamais"], ["a.docx", "--select"]]
)
def test_help_and_mistakes_are_left_to_click(words: list[str]):
    assert plain_options(words) is None


def clauselint(*words: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """A whole process, that runs `code` first."""
    program = f"import sys\n{code}\nfrom clauselint.cli.clauselint import main\nmain()"
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )


def test_a_plain_check_ends_with_the_code_of_its_errors_and_says_them(tmp_path: Path):
    process = clauselint("check", str(tmp_path / "absent.docx"))
    assert process.returncode == 2
    assert "absent.docx" in process.stderr


def test_a_mistake_on_the_command_line_is_said_by_click_in_french():
    process = clauselint("check", "a.docx", "--fail-on", "jamais")
    assert process.returncode == 2
    assert "« jamais » n’est pas accepté" in process.stderr


def test_a_plain_check_does_without_click(tmp_path: Path):
    process = clauselint("check", str(tmp_path), code="sys.modules['click'] = None")
    assert (process.returncode, process.stderr) == (0, "")
    assert process.stdout
