"""The fewest options that still fail: Zeller’s delta debugging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["smallest"]

T = TypeVar("T")


def smallest(items: Sequence[T], fails: Callable[[tuple[T, ...]], bool]) -> tuple[T, ...]:
    """A part of `items`, in their order, that fails and of which no item can be left out.

    `items` as a whole must fail. Takes some n log n trials when few items are at fault.
    """
    if fails(()):
        return ()
    kept = tuple(items)
    pieces = 2
    while len(kept) > 1:
        size = -(-len(kept) // pieces)
        cuts = [(start, start + size) for start in range(0, len(kept), size)]
        alone = (kept[start:end] for start, end in cuts)
        without = (kept[:start] + kept[end:] for start, end in cuts)
        found = next(
            (part for part in (*alone, *without) if len(part) < len(kept) and fails(part)), None
        )
        if found is not None:
            kept, pieces = found, max(2, pieces - 1) if len(found) > len(kept) // 2 else 2
        elif size == 1:
            break
        else:
            pieces = min(len(kept), pieces * 2)
    return kept
