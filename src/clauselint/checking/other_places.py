"""The second place of a finding: what another contract says against the first."""

from __future__ import annotations

from msgspec import Struct

from clauselint.model import Place

__all__ = ["OtherPlace"]


class OtherPlace(Struct, frozen=True, eq=False):
    """Words of `document`, with their place in it as Word counts; the place is None when the
    document has no text.
    """

    document: str
    quote: str
    place: Place | None
