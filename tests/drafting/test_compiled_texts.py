from pathlib import Path
from types import CodeType

import jinja2
import pytest

from clauselint.drafting import compiled_texts
from clauselint.drafting.compiled_texts import code_of, keep_codes


@pytest.fixture(autouse=True)
def new_run(monkeypatch: pytest.MonkeyPatch) -> None:
    forget(monkeypatch)


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a new process remembers."""
    monkeypatch.setattr(compiled_texts, "_kept", {})
    monkeypatch.setattr(compiled_texts, "_used", {})
    monkeypatch.setattr(compiled_texts, "_new", set())


def compiling(text: str) -> CodeType:
    code: CodeType = jinja2.Environment(autoescape=True).compile(text, "essai", "essai")
    return code


def refuse(text: str) -> CodeType:
    raise AssertionError(text)


def test_a_text_is_compiled_by_one_run_and_kept_for_the_next(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLAUSELINT_CACHE", str(tmp_path))
    first = code_of("Le {{ jour }}", compiling)
    keep_codes()
    forget(monkeypatch)
    assert code_of("Le {{ jour }}", refuse) == first


def test_a_text_that_changed_is_compiled_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLAUSELINT_CACHE", str(tmp_path))
    code_of("Le {{ jour }}", compiling)
    keep_codes()
    forget(monkeypatch)
    with pytest.raises(AssertionError, match="Au"):
        code_of("Au {{ jour }}", refuse)
