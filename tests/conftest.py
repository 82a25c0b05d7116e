import os
from pathlib import Path

import pytest
from hypothesis import settings

from clauselint.library import Library, load_library

# A busy machine is no defect; and in CI the same commit gives the same result.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the golden files, to be reviewed"
    )


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the cache of the person who runs it."""
    folder: Path = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("CLAUSELINT_CACHE", str(folder))
