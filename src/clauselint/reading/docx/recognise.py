"""What a file is when it isn't a Word .docx, so that the message can say what to do about it."""

from __future__ import annotations

__all__ = ["explain_no_zip", "explain_other_package"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_SAVE_AS = "L’ouvrir dans Word et l’enregistrer au format .docx."


def _explain_ole(data: bytes) -> str:
    # The names of the streams stand in UTF-16 in the directory of the compound file.
    if "EncryptedPackage".encode("utf-16-le") in data:
        return (
            "Le document est protégé par un mot de passe d’ouverture. L’ouvrir dans Word, retirer "
            "le mot de passe (Fichier, Informations, Protéger le document) et l’enregistrer."
        )
    if "WordDocument".encode("utf-16-le") in data:
        return f"C’est un document Word à l’ancien format .doc, et non un .docx. {_SAVE_AS}"
    return (
        "C’est un fichier d’un ancien logiciel Office (.xls, .ppt, .msg…), et non un document "
        "Word .docx. Fournir le contrat au format .docx."
    )


def _is_text(data: bytes) -> bool:
    sample = data[:4096]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 9 or 13 < byte < 27 for byte in sample)


def explain_no_zip(data: bytes) -> str:
    """Why `data`, which can't be opened as a zip archive, isn't a .docx, and what to do."""
    head = data[:1024]
    if not data:
        return "Le fichier est vide (0 octet). Demander un nouvel envoi du document."
    if b"%PDF" in head:
        return (
            "C’est un fichier PDF, et non un document Word. Fournir le contrat au format .docx, ou "
            "ouvrir le PDF dans Word et l’enregistrer en .docx."
        )
    if head.startswith(_OLE[:4]):
        return _explain_ole(data)
    if head.startswith(_ZIP[:2]):
        return (
            "Le fichier est incomplet ou abîmé : l’archive .docx s’interrompt avant sa fin. "
            "Demander un nouvel envoi du document ou le réenregistrer depuis Word."
        )
    if head.lstrip().startswith(b"{\\rtf"):
        return f"C’est un document RTF, et non un .docx. {_SAVE_AS}"
    if b"Word.Document" in head or b"/xmlPackage" in head:
        return f"C’est un document Word enregistré en XML, et non un .docx. {_SAVE_AS}"
    if b"<html" in head.lower():
        return f"C’est une page HTML, et non un document Word .docx. {_SAVE_AS}"
    if _is_text(data):
        return f"C’est un fichier de texte simple, et non un document Word .docx. {_SAVE_AS}"
    return (
        "Ce n’est pas un document Word .docx : le contenu du fichier n’est pas reconnu. Vérifier "
        "que c’est le bon fichier et l’enregistrer depuis Word au format .docx."
    )


def explain_other_package(names: frozenset[str], mimetype: str) -> str:
    """Why an archive whose parts are `names` (lower case) isn't a Word document, and what to do.

    `mimetype` is the content of the entry of that name in OpenDocument files, else empty.
    """
    if mimetype.startswith("application/vnd.oasis.opendocument.text"):
        return (
            "C’est un document OpenDocument (.odt), et non un .docx. L’ouvrir dans LibreOffice ou "
            "Word et l’enregistrer au format .docx."
        )
    if mimetype.startswith("application/vnd.oasis.opendocument"):
        return (
            "C’est un document OpenDocument qui n’est pas un texte. Fournir le contrat au format "
            ".docx."
        )
    if any(name.startswith("xl/") for name in names):
        return "C’est un classeur Excel, et non un document Word. Fournir le contrat en .docx."
    if any(name.startswith("ppt/") for name in names):
        return (
            "C’est une présentation PowerPoint, et non un document Word. Fournir le contrat en "
            ".docx."
        )
    if "[content_types].xml" in names:
        return (
            "Le fichier est un paquet Office sans document principal : il a perdu son texte. "
            "Demander un nouvel envoi du document ou le réenregistrer depuis Word."
        )
    return (
        "C’est une archive zip, et non un document Word .docx. Extraire l’archive et fournir le "
        "contrat lui-même."
    )
