"""A .docx written byte for byte: same parts, same file; unchanged parts are compressed only once.

`zipfile` can't take a part that is already compressed, and two thirds of a contract's bytes are the
styles and settings of the firm's template.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache

__all__ = ["zipped"]

_LEVEL = 6
_DATE = 33  # 1 January 1980, the first a zip can hold: bytes must not tell the time
_VERSION = 20
_DEFLATED = 8
_UTF8 = 0x800
_FIRST = "[Content_Types].xml"
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


def zipped(parts: Mapping[str, bytes], shared: Mapping[str, bytes]) -> bytes:
    """The package of `parts` and of `shared`, the parts that other documents have as well."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name in sorted({*parts, *shared}, key=lambda part: (part != _FIRST, part)):
        fresh = parts.get(name)
        size, crc, data = _deflated(fresh) if fresh is not None else _kept(shared[name])
        encoded = name.encode()
        flags = 0 if name.isascii() else _UTF8
        about = (flags, _DEFLATED, 0, _DATE, crc, len(data), size, len(encoded), 0)
        header = _LOCAL.pack(b"PK\x03\x04", _VERSION, *about) + encoded
        entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *about, 0, 0, 0, 0, offset)
        files += (header, data)
        directory.append(entry + encoded)
        offset += len(header) + len(data)
    central = b"".join(directory)
    count = len(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), offset, 0)
    return b"".join((*files, central, end))


@lru_cache(maxsize=512)
def _kept(content: bytes) -> tuple[int, int, bytes]:
    return _deflated(content)


def _deflated(content: bytes) -> tuple[int, int, bytes]:
    squeezer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return len(content), zlib.crc32(content), squeezer.compress(content) + squeezer.flush()
