"""Errors that bad input explains, as the message to print; any other is a defect of the program."""

from __future__ import annotations

__all__ = ["user_message"]


def user_message(error: Exception) -> str | None:
    """The French message for an error that the user can mend, or None."""
    from clauselint.checking import UnknownRule  # noqa: PLC0415 (only when something went wrong)
    from clauselint.drafting import EditedContract  # noqa: PLC0415
    from clauselint.library import LibraryError  # noqa: PLC0415
    from clauselint.reading.docx import UnreadableDocument  # noqa: PLC0415

    if isinstance(error, UnreadableDocument):
        return f"{error.path} : {error.message}"
    if isinstance(error, (EditedContract, LibraryError, UnknownRule)):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'fichier'} : {_system(error)}"
    return None


def _system(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "le droit d’écrire ou de lire ce fichier manque. Choisir un autre emplacement."
    if isinstance(error, FileNotFoundError):
        return "ce fichier ou son dossier n’existe pas. Vérifier le chemin."
    if isinstance(error, IsADirectoryError):
        return "c’est un dossier, non un fichier. Donner le chemin d’un fichier."
    return f"le système refuse ({error.strerror}). Vérifier la place sur le disque et les droits."
