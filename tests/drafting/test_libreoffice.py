"""The contracts open in a word processor: converted to PDF, every article is on the pages."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.missions import EXAMPLES

from clauselint.drafting import draft, write
from clauselint.library import load_library
from clauselint.library.mission import read_mission

SOFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(
        not (SOFFICE and PDFTOTEXT), reason="LibreOffice ou pdftotext n’est pas installé"
    ),
]


def pages(content: bytes, folder: Path) -> list[str]:
    """The text of each page that LibreOffice prints."""
    path = folder / "contrat.docx"
    path.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profil"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    printed = subprocess.run(
        [str(PDFTOTEXT), "-layout", str(folder / "contrat.pdf"), "-"],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return printed.stdout.decode().rstrip("\f").split("\f")


@pytest.mark.parametrize("name", ["mission-cdd.yaml", "mission-cdi.yaml"])
def test_a_contract_prints_its_articles_numbers_and_pages(name: str, tmp_path: Path):
    library = load_library()
    for rank, contract in enumerate(draft(read_mission(EXAMPLES / name), library)):
        folder = tmp_path / str(rank)
        folder.mkdir()
        printed = pages(write(contract, library), folder)
        headings = [
            f"{paragraph.label} {paragraph.text}"
            for paragraph in contract.text.paragraphs
            if paragraph.level == 1 and paragraph.label
        ]
        assert len(headings) > 20
        lines = {" ".join(line.split()) for page in printed for line in page.splitlines()}
        assert [heading for heading in headings if heading not in lines] == []
        for number, page in enumerate(printed, start=1):
            assert f"Page {number} / {len(printed)}" in " ".join(page.split())
            assert contract.reference in page
        assert "Erreur" not in "".join(printed)  # what LibreOffice prints for a dead reference
