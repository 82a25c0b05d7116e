"""The wheel holds the whole standard library, so that an installed program needs no checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHIPPED = ("clauses", "examples", "law", "rules", "templates")


def test_the_wheel_ships_the_clauses_rules_templates_and_law(tmp_path: Path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as package:
        shipped = {
            name.removeprefix("clauselint/_standard/")
            for name in package.namelist()
            if name.startswith("clauselint/_standard/")
        }
        assert "clauselint/py.typed" in package.namelist()
    expected = {
        path.relative_to(ROOT).as_posix()
        for folder in SHIPPED
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    } | {"verification.yaml"}
    assert shipped == expected


def test_the_lock_file_pins_every_dependency_by_hash_and_names_no_registry():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = [line for line in lock.splitlines() if line[:1].isalnum()]
    assert len(pins) > 30
    assert all("==" in pin for pin in pins)
    assert "://" not in lock
    blocks = lock.split("\n\n")[0].count("--hash=sha256:")
    assert blocks >= len(pins)
