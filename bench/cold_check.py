"""A whole `clauselint check` of one contract, against a process that unzips and parses it.

    python -m bench.cold_check [ROUNDS]
    python -m bench.cold_check --nlp [ROUNDS]

The contract is drafted here: the CDD of the example mission followed by most articles of its
service contract, fourteen pages in all. The library's cache is warm. Runs are interleaved, medians
and their ratio are printed; the bound is 3.5.

With `--nlp`, the contract has sentences whose names only an analysis of language tells from other
words, and the floor is a process that imports spaCy; the bound is 1.8.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from msgspec.structs import replace

from clauselint.drafting import draft, write
from clauselint.library import load_library
from clauselint.library.mission import read_mission

__all__ = ["BOUND", "BOUND_NLP", "contract_of_fourteen_pages", "measure", "measure_analysis"]

BOUND = 3.5
BOUND_NLP = 1.8
IN_DOUBT = (
    "Les badges sont rendus à Sabine Duval le dernier jour.",
    "Les supports restent chez Brumaire Conseil et sur Microsoft Teams.",
)
MISSION = Path(__file__).parent.parent / "examples" / "mission-cdd.yaml"
BORROWED = 20  # sections of the service contract that bring the CDD to fourteen pages
FLOOR = (
    "import sys, zipfile, lxml.etree;"
    "lxml.etree.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))"
)


def contract_of_fourteen_pages(folder: Path) -> Path:
    """The contract, in `folder`."""
    library = load_library()
    work, service = draft(read_mission(MISSION), library)
    longer = replace(work, sections=(*work.sections, *service.sections[:BORROWED]))
    path = folder / "contrat.docx"
    path.write_bytes(write(longer, library))
    return path


def _with_names_in_doubt(path: Path) -> None:
    """Put the sentences `IN_DOUBT` in articles of the contract."""
    from docx import Document  # noqa: PLC0415 (only for this measure)

    word = Document(str(path))
    middle = [one for one in word.paragraphs if one.text.endswith(".")]
    for rank, sentence in enumerate(IN_DOUBT, start=len(middle) // 3):
        middle[rank].add_run(f" {sentence}")
    word.save(str(path))


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def measure(rounds: int = 15) -> tuple[float, float, float]:
    """Median seconds of the check, of the floor, and the median of their ratio pair by pair."""
    with tempfile.TemporaryDirectory() as folder:
        path = contract_of_fourteen_pages(Path(folder))
        return _against([sys.executable, "-c", FLOOR, str(path)], path, rounds)


def measure_analysis(rounds: int = 7) -> tuple[float, float, float]:
    """The same for a contract with names in doubt, against a process that imports spaCy."""
    with tempfile.TemporaryDirectory() as folder:
        path = contract_of_fourteen_pages(Path(folder))
        _with_names_in_doubt(path)
        return _against([sys.executable, "-c", "import spacy"], path, rounds)


def _against(floor: list[str], path: Path, rounds: int) -> tuple[float, float, float]:
    command = str(Path(sys.executable).with_name("clauselint"))
    check = [command, "check", str(path), "--fail-on", "never"]
    _seconds(check)
    pairs = [(_seconds(check), _seconds(floor)) for _ in range(rounds)]
    return (
        statistics.median(pair[0] for pair in pairs),
        statistics.median(pair[1] for pair in pairs),
        statistics.median(pair[0] / pair[1] for pair in pairs),
    )


def main() -> None:
    rounds = [int(word) for word in sys.argv[1:] if word.isdigit()]
    if "--nlp" in sys.argv:
        checked, floor, ratio = measure_analysis(*rounds)
        print(f"cold check with names in doubt: {checked * 1000:.0f} ms,", end=" ")
        print(f"import spacy {floor * 1000:.0f} ms, ratio {ratio:.2f} (bound {BOUND_NLP})")
        return
    checked, floor, ratio = measure(*rounds)
    print(f"cold check of 14 pages: {checked * 1000:.0f} ms, floor {floor * 1000:.0f} ms,", end=" ")
    print(f"ratio {ratio:.2f} (bound {BOUND})")


if __name__ == "__main__":
    main()
