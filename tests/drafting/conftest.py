from collections.abc import Callable
from pathlib import Path

import pytest

from clauselint.drafting import Draft, draft
from clauselint.library import Library
from clauselint.library.mission import read_mission
from clauselint.library.mission_model import Mission

EXAMPLES = Path(__file__).parents[2] / "examples"

Change = tuple[str, str]
Rewritten = Callable[..., Mission]


@pytest.fixture(scope="session")
def cdd() -> Mission:
    return read_mission(EXAMPLES / "mission-cdd.yaml")


@pytest.fixture(scope="session")
def cdi() -> Mission:
    return read_mission(EXAMPLES / "mission-cdi.yaml")


@pytest.fixture(scope="session")
def drafts(cdd: Mission, cdi: Mission, library: Library) -> dict[str, Draft]:
    """The four contracts of the examples, by reference."""
    found = (*draft(cdd, library), *draft(cdi, library))
    return {contract.reference: contract for contract in found}


@pytest.fixture
def rewritten(tmp_path: Path) -> Rewritten:
    """An example mission with words replaced; each replaced word must be there."""

    def rewrite(example: str, *changes: Change, profil: tuple[Change, ...] = ()) -> Mission:
        (tmp_path / "profils").mkdir(exist_ok=True)
        name = "profils/hauterive-portage.yaml"
        (tmp_path / name).write_text(_changed((EXAMPLES / name).read_text(), profil))
        path = tmp_path / example
        path.write_text(_changed((EXAMPLES / example).read_text(), changes))
        return read_mission(path)

    return rewrite


def _changed(source: str, changes: tuple[Change, ...]) -> str:
    for old, new in changes:
        assert old in source
        source = source.replace(old, new)
    return source
