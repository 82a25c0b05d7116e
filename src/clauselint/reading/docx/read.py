"""From the bytes of a .docx to a `WordContract`: the stories in order, their labels, the counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from clauselint.model import Part, Text
from clauselint.reading.docx.assemble import Assembly
from clauselint.reading.docx.contract import WordContract
from clauselint.reading.docx.errors import UnreadableDocument
from clauselint.reading.docx.margins import shown_margins
from clauselint.reading.docx.names import Element, w
from clauselint.reading.docx.numbering import Numbering
from clauselint.reading.docx.package import Package
from clauselint.reading.docx.sources import Sources
from clauselint.reading.docx.styles import Styles, keep_text_styles
from clauselint.reading.docx.walk import walk_story

__all__ = ["read_docx"]

_UNNAMED = "document.docx"


def read_docx(
    source: Path | bytes, name: str | None = None, *, digest: bool = True
) -> WordContract:
    """Read a Word document, from a file or from its bytes.

    `name` is the name that `Text.name` and errors give the document; by default the file's own.
    Without `digest`, `Text.sha256` stays empty: OpenSSL, which makes it, takes 3 ms to load.
    Raises `UnreadableDocument` when there is no such file, or when no contract can be read in it.
    """
    if isinstance(source, Path):
        data = _read_file(source)
        named, path = name or source.name, str(source)
    else:
        data = source
        named = path = name or _UNNAMED
    return _read_bytes(data, named, path, _sha256(data) if digest else "")


def _sha256(data: bytes) -> str:
    import hashlib  # noqa: PLC0415

    return hashlib.sha256(data).hexdigest()


def _read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        message = "Le fichier n’existe pas. Vérifier le nom et le dossier."
    except IsADirectoryError:
        message = "C’est un dossier, et non un fichier. Indiquer le document .docx lui-même."
    except PermissionError:
        if path.is_dir():  # what opening a folder says on Windows
            message = "C’est un dossier, et non un fichier. Indiquer le document .docx lui-même."
        else:
            message = (
                "Le fichier ne peut pas être ouvert : l’accès est refusé. Fermer le document dans "
                "Word ou vérifier les droits sur le fichier."
            )
    except (OSError, ValueError):
        message = "Le fichier ne peut pas être lu. Vérifier le nom et le disque où il se trouve."
    raise UnreadableDocument(str(path), message)


def _read_bytes(data: bytes, name: str, path: str, sha256: str) -> WordContract:
    package = Package(data, path)
    try:
        return _read_package(package, name, sha256)
    except RecursionError:
        raise package.refuse(
            "Le document est imbriqué trop profondément pour être lu. L’ouvrir dans Word et "
            "l’enregistrer à nouveau au format .docx."
        ) from None


def _read_package(package: Package, name: str, sha256: str) -> WordContract:
    main = package.main
    root = package.tree(main)
    if root.tag != w("document"):
        raise package.refuse(
            "La partie principale du fichier n’est pas un document Word. Vérifier que c’est le "
            "bon fichier et l’enregistrer depuis Word au format .docx."
        )
    styles = Styles(_optional(package, "styles", keep_text_styles))
    footnotes, endnotes = _optional(package, "footnotes"), _optional(package, "endnotes")
    sources = Sources(styles, _notes(footnotes), _notes(endnotes))
    assembly = Assembly(Numbering(_optional(package, "numbering"), styles))
    for body in root.iterchildren(w("body")):
        assembly.add_story(walk_story(body, Part.BODY, sources))
    if not any(paragraph.text.strip() for paragraph in assembly.paragraphs):
        raise package.refuse(
            "Le document ne contient aucun texte visible. S’il s’agit d’un contrat numérisé en "
            "image, fournir le document Word d’origine ou passer une reconnaissance de caractères."
        )
    trees = [tree for tree in (root, footnotes, endnotes) if tree is not None]
    for part_name, part in shown_margins(package, sources.sections):
        tree = package.tree(part_name)
        assembly.add_story(walk_story(tree, part, sources))
        trees.append(tree)
    comments = _optional(package, "comments")
    return WordContract(
        text=Text(
            name,
            tuple(assembly.paragraphs),
            sha256,
            revisions=sum(1 for tree in trees for _ in tree.iter(*_REVISIONS)),
            comments=0 if comments is None else sum(1 for _ in comments.iterchildren(w("comment"))),
            hidden=tuple(assembly.hidden),
        ),
        page_starts=tuple(assembly.page_starts),
        run_map=tuple(assembly.runs),
    )


def _optional(
    package: Package, kind: str, prepare: Callable[[bytes], bytes] | None = None
) -> Element | None:
    """The part that the main one points at with `kind`, if there is one."""
    for target in package.related(package.main, kind):
        return package.tree(target, prepare)
    return None


def _notes(root: Element | None) -> dict[str, Element]:
    """The notes of a part by id. Separators between text and notes are among them, uncalled."""
    if root is None:
        return {}
    return {note.get(_ID, ""): note for note in root if note.get(_TYPE, "normal") == "normal"}


_ID, _TYPE = w("id"), w("type")
_REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")))
