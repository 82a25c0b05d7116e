"""A whole `clauselint check` of one contract, against a process that unzips and parses it.

    python -m bench.cold_check [ROUNDS]

The contract is drafted here: the CDD of the example mission followed by most articles of its
service contract, fourteen pages in all. The library's cache is warm. Runs are interleaved, medians
and their ratio are printed; the bound is 3.5.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from attrs import evolve

from clauselint.drafting import draft, write
from clauselint.library import load_library
from clauselint.library.mission import read_mission

__all__ = ["BOUND", "contract_of_fourteen_pages", "measure"]

BOUND = 3.5
MISSION = Path(__file__).parent.parent / "examples" / "mission-cdd.yaml"
BORROWED = 24  # sections of the service contract that bring the CDD to fourteen pages
FLOOR = (
    "import sys, zipfile, lxml.etree;"
    "lxml.etree.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))"
)


def contract_of_fourteen_pages(folder: Path) -> Path:
    """The contract, in `folder`."""
    library = load_library()
    work, service = draft(read_mission(MISSION), library)
    longer = evolve(work, sections=(*work.sections, *service.sections[:BORROWED]))
    path = folder / "contrat.docx"
    path.write_bytes(write(longer, library))
    return path


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def measure(rounds: int = 15) -> tuple[float, float, float]:
    """Median seconds of the check, of the floor, and the median of their ratio pair by pair."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(contract_of_fourteen_pages(Path(folder)))
        command = [str(Path(sys.executable).with_name("clauselint"))]
        check = [*command, "check", path, "--fail-on", "never"]
        floor = [sys.executable, "-c", FLOOR, path]
        _seconds(check)
        pairs = [(_seconds(check), _seconds(floor)) for _ in range(rounds)]
    return (
        statistics.median(pair[0] for pair in pairs),
        statistics.median(pair[1] for pair in pairs),
        statistics.median(pair[0] / pair[1] for pair in pairs),
    )


def main() -> None:
    checked, floor, ratio = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
    print(f"cold check of 14 pages: {checked * 1000:.0f} ms, floor {floor * 1000:.0f} ms,", end=" ")
    print(f"ratio {ratio:.2f} (bound {BOUND})")


if __name__ == "__main__":
    main()
