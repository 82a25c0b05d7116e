"""The code that Jinja makes of the texts of the library, kept from one run to the next.

Compiling the hundred texts of a mission takes as long as all the rest of its drafting.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import jinja2

from clauselint.library.cache import blake2b, keep, recall

__all__ = ["code_of", "keep_codes"]

_NAME = "textes"
_MOST = 2000  # texts of a few libraries; beyond, only those of this run are kept

_kept: dict[str, CodeType] = {}
_used: dict[str, CodeType] = {}
_new: set[str] = set()


def code_of(text: str, compiling: Callable[[str], CodeType]) -> CodeType:
    """The code of `text`: that of an earlier run, else what `compiling` gives, which may raise."""
    if not _used:
        _kept.update(recall(_NAME, _key()) or {})
    code = _kept.get(text)
    if code is None:
        code = compiling(text)
        _new.add(text)
    _used[text] = code
    return code


def keep_codes() -> None:
    """Keep what this run has compiled, if anything, for the next."""
    if _new:
        every = {**_kept, **_used}
        keep(_NAME, _key(), every if len(every) <= _MOST else dict(_used))
        _kept.update(_used)
        _new.clear()


def _key() -> bytes:
    """Changes with Python, with Jinja and with what the texts may call."""
    digest = blake2b(f"{sys.implementation.cache_tag} {sys.hexversion}".encode(), digest_size=32)
    sources = (Path(str(jinja2.__file__)).with_name("compiler.py"), Path(__file__))
    for source in (*sources, Path(__file__).with_name("rendering.py")):
        found = source.stat()
        digest.update(f"{source} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.digest()
