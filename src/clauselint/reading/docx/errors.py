"""The one error of the reader: a file that can't be read as a Word document."""

from __future__ import annotations

__all__ = ["UnreadableDocument"]


class UnreadableDocument(Exception):
    """A file from which no contract can be read.

    `path` is the file as the user named it; `message` says in French what is wrong with it and
    what to do. `str()` gives both.
    """

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path} : {message}")
        self.path = path
        self.message = message
