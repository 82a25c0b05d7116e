"""What is slow to make, kept in the user's cache folder until a file it is made from changes.

The cache holds code objects, so a file is trusted only when it is the user's own and no one else
may write it. It may be deleted at any time; a cache that can't be read or written is done without.
"""

from __future__ import annotations

import marshal
import os
import sys
import time

# `hashlib` would give the same after loading OpenSSL, for 3 ms.
from _blake2 import blake2b
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

__all__ = [
    "blake2b",
    "cache_folder",
    "cached",
    "content_key",
    "keep",
    "name_for",
    "recall",
    "remembered_key",
]

_MAGIC = b"clauselint 1\n"
_CHECK = 4
_CHUNK = 65536  # no library file is longer, so that one is read at once
_OTHERS_MAY_WRITE = 0o022
_SAME_DATE = 3 * 10**9  # nanoseconds; the dates of some file systems count by two seconds


def name_for(kind: str, *roots: str) -> str:
    """The name to keep something made from the files of `roots` under: two checkouts have each
    their own, else each would make it anew after the other.
    """
    return f"{kind}-{blake2b(os.pathsep.join(roots).encode(), digest_size=8).hexdigest()}"


def cached(name: str, key: bytes, make: Callable[[], Any]) -> Any:
    """The value kept under `name` if it was made with this `key`, else the one that `make` gives.

    The value is of the plain types that `marshal` writes. `key` is that of `content_key` or
    `remembered_key`.
    """
    value = recall(name, key)
    if value is None:
        value = make()
        keep(name, key, value)
    return value


def recall(name: str, key: bytes) -> Any:
    """The value kept under `name` with this `key`, or None."""
    path = _path(name)
    payload = _read(path, key) if path else None
    return None if payload is None else marshal.loads(payload)


def keep(name: str, key: bytes, value: Any) -> None:
    """Keep a value of plain types for `recall`; nothing happens where nothing can be written."""
    path = _path(name)
    if path:
        _write(path, key, marshal.dumps(value))


def _path(name: str) -> str | None:
    folder = cache_folder()
    return os.path.join(folder, f"{name}.cache") if folder else None  # noqa: PTH118 - makes no Path


def remembered_key(name: str, files: Sequence[tuple[str, str]]) -> bytes:
    """`content_key`, worked out again only when the size or a date of a file or module changed.

    The date of the last change of state is one of them, which no program sets: a file written anew
    with its old size and its old date is seen. A file that has just been written may be written
    again at the same date, so nothing is remembered of it. Windows has no such date: nothing is
    remembered there.
    """
    if sys.platform == "win32":
        return content_key(files)
    digest, newest = _program(), 0
    for file, path in files:
        stat = os.stat(path)  # noqa: PTH116 - makes no Path
        newest = max(newest, stat.st_mtime_ns, stat.st_ctime_ns)
        dates = f"{stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"
        digest.update(f"{file} {stat.st_size} {dates}\n".encode())
    seen = digest.digest()
    key = recall(f"{name}-files", seen)
    if key is None:
        key = content_key(files)
        if newest + _SAME_DATE < time.time_ns():
            keep(f"{name}-files", seen, key)
    return bytes(key)


def content_key(files: Iterable[tuple[str, str]]) -> bytes:
    """A key that changes with the content of `files` (name, path), this program and this Python."""
    digest = _program()
    for name, path in files:
        digest.update(f"{name}\n".encode())
        digest.update(f"{_add(digest, path)}\n".encode())
    return digest.digest()


def _program() -> blake2b:
    """A digest of this Python and this program, which the dates of its own modules tell: exact in
    a checkout as in a wheel.
    """
    digest = blake2b(f"{sys.implementation.cache_tag} {sys.hexversion}".encode(), digest_size=32)
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    for room in ("library", "model"):
        with os.scandir(f"{package}/{room}") as modules:
            stats = sorted((entry.name, entry.stat()) for entry in modules if entry.is_file())
        for module, stat in stats:
            digest.update(f"{module} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest


def _add(digest: blake2b, path: str) -> int:
    """Add the content of a file to `digest`; its length. Reads as `open` does, at a third less."""
    size = 0
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        while chunk := os.read(descriptor, _CHUNK):
            digest.update(chunk)
            size += len(chunk)
    finally:
        os.close(descriptor)
    return size


def cache_folder() -> str | None:
    """The folder of the cache: `CLAUSELINT_CACHE`, else the platform’s; None without a home."""
    own = os.environ.get("CLAUSELINT_CACHE")
    if own:
        return own
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # noqa: PTH117 - the XDG rule: a relative folder is ignored
        default = "Library/Caches" if sys.platform == "darwin" else ".cache"
        base = os.path.expanduser(f"~/{default}")  # noqa: PTH111
    return os.path.join(base, "clauselint") if os.path.isabs(base) else None  # noqa: PTH117, PTH118


def _read(path: str, key: bytes) -> memoryview | None:
    """The payload of a cache file, or None when it is not whole, not ours or of another key."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            if not _is_ours(os.fstat(file.fileno())):
                return None
            content = file.read()
    except OSError:
        return None
    start = len(_MAGIC) + len(key)
    if content[:start] != _MAGIC + key:
        return None
    payload = memoryview(content)[start + _CHECK :]
    return payload if content[start : start + _CHECK] == _check(payload) else None


def _check(payload: bytes | memoryview) -> bytes:
    """Tells a truncated or damaged file, which `marshal` may not survive."""
    return crc32(payload).to_bytes(_CHECK, "big")


def _is_ours(stat: os.stat_result) -> bool:
    if sys.platform == "win32":
        return True  # the folder of the user's profile is theirs alone
    return stat.st_uid == os.getuid() and not stat.st_mode & _OTHERS_MAY_WRITE


def _write(path: str, key: bytes, payload: bytes) -> None:
    """Write a whole file, then rename it: of concurrent writers, the last one wins."""
    import tempfile  # noqa: PLC0415 - not on the warm path

    folder = Path(path).parent
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder)  # its mode is 0600
        try:
            with open(handle, "wb") as file:  # noqa: PTH123
                file.write(_MAGIC + key + _check(payload) + payload)
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
