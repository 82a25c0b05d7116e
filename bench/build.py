"""How long a mission takes to become two contracts, beside docxtpl filling the same two.

docxtpl is given what suits it best: a Word template that says the very text of each contract, with
the names of the mission as tags, and nothing to decide: no rule, no variant, no number. Ours reads
the library and the mission, drafts, checks every rule and writes. In the batch, both have their
results parsed again; drafting and checking are told apart.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from clauselint.api.building import check_draft
from clauselint.drafting import Draft, draft, write
from clauselint.library import load_library
from clauselint.library.mission import read_mission

__all__ = ["COLD_BOUND", "batch", "cold"]

COLD_BOUND = 0.6
MISSION = Path(__file__).parent.parent / "examples" / "mission-cdd.yaml"
TAGS = {"Brumaire Conseil": "client", "Hauterive Portage": "portage", "HTP-2026-031": "reference"}
_PLAIN = """
import sys
from docxtpl import DocxTemplate
names = {names!r}
for source in sys.argv[2:]:
    template = DocxTemplate(source)
    template.render(names, autoescape=True)
    template.save(sys.argv[1] + "/" + source.rsplit("/", 1)[1])
"""


def templates(folder: Path, drafts: tuple[Draft, ...]) -> list[Path]:
    """Templates for docxtpl, in `folder`, that say the text of `drafts`."""
    library = load_library()
    made = []
    for rank, found in enumerate(drafts):
        path = folder / f"modele-{rank}.docx"
        with (
            zipfile.ZipFile(io.BytesIO(write(found, library))) as source,
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for name in source.namelist():
                content = source.read(name)
                if name == "word/document.xml":
                    for words, tag in TAGS.items():
                        content = content.replace(words.encode(), f"{{{{ {tag} }}}}".encode())
                target.writestr(name, content)
        made.append(path)
    return made


def _names() -> dict[str, str]:
    return {tag: words for words, tag in TAGS.items()}


def cold(rounds: int = 5) -> tuple[float, float, float]:
    """Median seconds of `clausegen build`, of docxtpl, and the median of their ratio by pairs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = templates(folder, draft(read_mission(MISSION), load_library()))
        command = str(Path(sys.executable).with_name("clausegen"))
        ours = [command, "build", str(MISSION), "--force", "-o", str(folder / "contrats")]
        plain = [sys.executable, "-c", _PLAIN.format(names=_names()), str(folder)]
        plain.extend(map(str, sources))
        (folder / "sortie").mkdir()
        plain[3] = str(folder / "sortie")
        _seconds(ours)
        pairs = [(_seconds(ours), _seconds(plain)) for _ in range(rounds)]
    return (
        statistics.median(pair[0] for pair in pairs),
        statistics.median(pair[1] for pair in pairs),
        statistics.median(pair[0] / pair[1] for pair in pairs),
    )


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def batch(missions: int = 20) -> tuple[float, float, float]:
    """Seconds a mission: drafted and written, checked by the rules, filled by docxtpl."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 (only for this measure)

    library = load_library()
    drafts = draft(read_mission(MISSION), library)

    def ours() -> None:
        for found in draft(read_mission(MISSION), library):
            _parse(write(found, library))

    def checked() -> None:
        for found in drafts:
            check_draft(found, library)

    with tempfile.TemporaryDirectory() as name:
        sources = templates(Path(name), drafts)

        def plain() -> None:
            for source in sources:
                template = DocxTemplate(source)
                template.render(_names(), autoescape=True)
                buffer = io.BytesIO()
                template.save(buffer)
                _parse(buffer.getvalue())

        few = max(2, missions // 10)
        return _each(ours, missions), _each(checked, few), _each(plain, few)


def _each(work: Callable[[], None], times: int) -> float:
    work()
    start = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - start) / times


def _parse(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        etree.fromstring(package.read("word/document.xml"))


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    ours, plain, ratio = cold()
    print(f"cold build of a mission: {ours * 1000:.0f} ms, docxtpl {plain * 1000:.0f} ms,", end=" ")
    print(f"ratio {ratio:.2f} (bound {COLD_BOUND})")
    drafted, checked, filled = batch(*numbers)
    print(f"batch, a mission: drafted and written {drafted * 1000:.1f} ms,", end=" ")
    print(f"checked {checked * 1000:.1f} ms, docxtpl {filled * 1000:.1f} ms:", end=" ")
    print(f"{filled / drafted:.1f} times as fast, {filled / (drafted + checked):.1f} with checks")


if __name__ == "__main__":
    main()
