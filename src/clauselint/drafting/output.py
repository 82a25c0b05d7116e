"""Contracts onto the disk: whole or not at all, and never over a person's own work."""

from __future__ import annotations

import os
import re
import tempfile
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

__all__ = ["EditedContract", "save", "seal", "unchanged_since_built"]

_SEAL = re.compile(rb"<dc:identifier>sha256:([0-9a-f]{64})</dc:identifier>")


class EditedContract(Exception):
    """A contract on disk that is not as clausegen wrote it; nothing was written."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        super().__init__(*paths)
        self.paths = paths

    def __str__(self) -> str:
        return "\n".join(
            f"{path} : ce contrat a été modifié depuis sa rédaction, ou n’a pas été écrit par "
            "clausegen. Le déplacer, choisir un autre dossier (-o), ou donner --force pour le "
            "remplacer."
            for path in self.paths
        )


def seal(document_xml: bytes) -> str:
    """What the properties of a built contract say of its text, to tell later if it was edited."""
    return f"sha256:{sha256(document_xml).hexdigest()}"


def unchanged_since_built(path: Path) -> bool:
    """Whether the file is a contract that clausegen wrote and nobody has edited since."""
    try:
        with zipfile.ZipFile(path) as package:
            found = _SEAL.search(package.read("docProps/core.xml"))
            text = package.read("word/document.xml")
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
    return found is not None and found[1].decode() == sha256(text).hexdigest()


def save(contents: Mapping[Path, bytes], *, force: bool = False) -> None:
    """Write each file, through a temporary file that is then renamed; folders are made.

    Raises `EditedContract`, before anything is written, for files that a person has edited since
    they were built, unless `force`; `OSError` when the disk refuses.
    """
    edited = (
        ()
        if force
        else tuple(path for path in contents if path.exists() and not unchanged_since_built(path))
    )
    if edited:
        raise EditedContract(edited)
    for path, content in contents.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            temporary.chmod(0o644)  # mkstemp gives 0600; a contract is read by colleagues
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
