"""The .docx as an archive of parts bound by relationships, read with limits.

Part names are never assumed: SharePoint writes `word/document2.xml`, strict documents use other
relationship types, LibreOffice other part names. The relationships decide.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable

from lxml import etree

from clauselint.reading.docx.errors import UnreadableDocument
from clauselint.reading.docx.names import STRICT, Element
from clauselint.reading.docx.recognise import explain_no_zip, explain_other_package

__all__ = ["Package"]

# A contract of 300 pages has some 5 MB of XML. lxml takes about ten times the size of the XML in
# memory, so these bounds keep a hostile file under half a gigabyte.
PART_BYTES = 40 * 2**20
TOTAL_BYTES = 60 * 2**20
# Deflate reaches 1000:1 on a run of one byte; the XML of Word stays under 60:1. Small parts, such
# as a list of identical empty paragraphs, may be denser and are harmless.
RATIO = 200
RATIO_FREE_BYTES = 4 * 2**20
# Word writes one part per image; thousands of parts are no contract.
PARTS = 10_000

_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    LookupError,
    ValueError,
    OverflowError,
    RuntimeError,
)
_TOO_BIG = (
    "Le document est trop volumineux ({why}) : ce n’est pas la taille d’un contrat. Vérifier que "
    "c’est le bon fichier et le réenregistrer depuis Word."
)
_DAMAGED = (
    "Le fichier est abîmé : sa partie « {part} » ne peut pas être lue{why}. L’ouvrir dans Word, "
    "qui proposera de le réparer, puis l’enregistrer ; sinon demander un nouvel envoi."
)


class Package:
    """The parts of one .docx. Every method raises `UnreadableDocument` when a part is damaged."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        self._read_bytes = 0
        self._relations_of: dict[str, tuple[tuple[str, str, str], ...]] = {}
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN_ZIP:
            raise self.refuse(explain_no_zip(data)) from None
        if len(entries) > PARTS:
            raise self.refuse(_TOO_BIG.format(why=f"{len(entries)} parties"))
        # Part names compare without case, and some zip tools write backslashes.
        self._entries = {
            entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries
        }
        self._parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        self.main = self._find_main()

    def refuse(self, message: str) -> UnreadableDocument:
        """The error to raise for this file."""
        return UnreadableDocument(self._path, message)

    def has(self, part: str) -> bool:
        return part.lower() in self._entries

    def tree(self, part: str, prepare: Callable[[bytes], bytes] | None = None) -> Element:
        """The root element of an XML part; `prepare` may lighten its bytes before parsing."""
        data = self._read(part)
        if b"purl.oclc.org" in data:
            for strict, usual in STRICT:
                for quote in (b'"', b"'"):  # names, never text
                    data = data.replace(quote + strict + quote, quote + usual + quote)
        if prepare is not None:
            try:
                return self._parse(part, prepare(data))
            except UnreadableDocument:
                pass  # the lightening assumed the habits of Word: read the whole part
        return self._parse(part, data)

    def _parse(self, part: str, data: bytes) -> Element:
        try:
            root = etree.fromstring(data, self._parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            why = f" (ligne {line})" if line else ""
            raise self.refuse(_DAMAGED.format(part=part, why=why)) from None
        if root.getroottree().docinfo.internalDTD is not None:
            # OPC forbids document type declarations: Word never writes one, attackers do.
            why = " (elle porte une déclaration DOCTYPE, que Word n’écrit jamais)"
            raise self.refuse(_DAMAGED.format(part=part, why=why))
        return root

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """The parts that `part` points at with relationships of `kind` (« styles », « header »)."""
        return tuple(target for _, found, target in self._relations(part) if found == kind)

    def targets(self, part: str) -> dict[str, str]:
        """The parts that `part` points at, by relationship id."""
        return {key: target for key, _, target in self._relations(part)}

    def _relations(self, part: str) -> tuple[tuple[str, str, str], ...]:
        found = self._relations_of.get(part)
        if found is None:
            found = self._relations_of[part] = self._read_relations(part)
        return found

    def _read_relations(self, part: str) -> tuple[tuple[str, str, str], ...]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", name + ".rels")
        if not self.has(rels):
            return ()
        found = []
        for element in self.tree(rels):
            target = element.get("Target", "")
            if not target or element.get("TargetMode") == "External":
                continue
            if "%" in target:
                # Rare (part names with spaces or accents), and slow to import.
                from urllib.parse import unquote  # noqa: PLC0415

                target = unquote(target)
            kind = element.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if self.has(target):
                found.append((element.get("Id", ""), kind, target))
        return tuple(found)

    def _find_main(self) -> str:
        for target in self.related("", "officeDocument"):
            if not target.lower().startswith(("xl/", "ppt/")):
                return target
        if self.has("word/document.xml"):
            return "word/document.xml"
        mimetype = self._read("mimetype") if self.has("mimetype") else b""
        names = frozenset(self._entries)
        raise self.refuse(explain_other_package(names, mimetype[:200].decode("ascii", "replace")))

    def _read(self, part: str) -> bytes:
        entry = self._entries[part.lower()]
        size = entry.file_size
        self._read_bytes += size
        if size > PART_BYTES or self._read_bytes > TOTAL_BYTES:
            raise self.refuse(_TOO_BIG.format(why=f"{size // 2**20} Mo pour « {part} »"))
        if size > RATIO_FREE_BYTES and size > RATIO * max(entry.compress_size, 1):
            raise self.refuse(_TOO_BIG.format(why=f"« {part} » est anormalement compressée"))
        if entry.flag_bits & 1:
            raise self.refuse(
                "L’archive du document est protégée par un mot de passe. Retirer le mot de passe "
                "et fournir le .docx lui-même."
            )
        try:
            return self._zip.read(entry)
        except _BROKEN_ZIP:
            raise self.refuse(_DAMAGED.format(part=part, why="")) from None
