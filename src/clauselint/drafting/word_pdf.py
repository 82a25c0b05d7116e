"""Contracts as PDF, printed by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from clauselint.drafting.word_contents import without_field
from clauselint.drafting.word_zip import zipped

__all__ = ["PdfRefused", "print_pdf"]

_COMMANDS = ("soffice", "libreoffice")
_START, _EACH = 90, 10  # seconds that LibreOffice may take to start, then for each contract
_DOCUMENT = "word/document.xml"


class PdfRefused(Exception):
    """No PDF was made; the message says why, and that the Word documents are there."""


def print_pdf(contracts: Sequence[Path]) -> tuple[Path, ...]:
    """Print each contract beside its Word document, as `.pdf`; the paths written.

    LibreOffice runs in a profile of its own: one that is open on the machine is left alone. Raises
    `PdfRefused` where it is not installed, takes too long, or prints nothing.
    """
    if not contracts:
        return ()
    office = next(filter(None, map(shutil.which, _COMMANDS)), None)
    if office is None:
        raise PdfRefused(
            "LibreOffice n’est pas installé (commande « soffice » introuvable) : les documents "
            "Word sont écrits, pas les PDF. Installer LibreOffice, ou les enregistrer en PDF "
            "depuis Word."
        )
    with tempfile.TemporaryDirectory(prefix="clausegen-") as name:
        folder = Path(name)
        copies = [folder / f"{rank}.docx" for rank in range(len(contracts))]
        for contract, copy in zip(contracts, copies, strict=True):
            copy.write_bytes(_to_print(contract))
        _convert(office, copies, folder)
        return tuple(
            _moved(copy.with_suffix(".pdf"), contract)
            for contract, copy in zip(contracts, copies, strict=True)
        )


def _to_print(contract: Path) -> bytes:
    """The contract with a table of contents whose pages LibreOffice computes."""
    with zipfile.ZipFile(contract) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[_DOCUMENT] = without_field(parts[_DOCUMENT])
    return zipped(parts, {})


def _convert(office: str, copies: Sequence[Path], folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [office, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir"]
    allowed = _START + _EACH * len(copies)
    try:
        subprocess.run(
            [*command, str(folder), *map(str, copies)],
            check=False,
            capture_output=True,
            timeout=allowed,
        )
    except subprocess.TimeoutExpired:
        raise PdfRefused(
            f"LibreOffice n’a pas fini en {allowed} secondes : les documents Word sont écrits, pas "
            "les PDF. Recommencer avec moins de missions."
        ) from None
    except OSError as error:
        raise PdfRefused(
            f"LibreOffice ne démarre pas ({error.strerror}) : les documents Word sont écrits, pas "
            "les PDF."
        ) from None


def _moved(made: Path, contract: Path) -> Path:
    target = contract.with_suffix(".pdf")
    if not made.is_file():
        raise PdfRefused(
            f"{contract} : LibreOffice n’a pas pu en faire un PDF ; le document Word est écrit. "
            "L’ouvrir dans LibreOffice pour voir ce qui l’arrête."
        )
    shutil.move(made, target)
    return target
