"""Few combinations that hold every pair of choices: a greedy covering array."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations, product
from random import Random

__all__ = ["Pair", "Single", "pairs_of", "pairwise"]

Row = tuple[int, ...]
Pair = tuple[int, int, int, int]
"""A factor, its choice; a later factor, its choice."""

Single = tuple[int, int]
"""A factor and its choice."""

_SEED = 1254


def pairwise(
    sizes: Sequence[int],
    forbidden: Collection[frozenset[Single]] = (),
    covered: Collection[Pair] = (),
) -> tuple[Row, ...]:
    """Rows of one choice for each of the factors, whose numbers of choices are `sizes`.

    Every pair of choices of two factors is in one row at least, but those in `covered` and those
    that are `forbidden`; no row holds a set of (factor, choice) that is forbidden where another
    choice is left. The same arguments give the same rows.
    """
    left = {
        (one, a, two, b)
        for one, two in combinations(range(len(sizes)), 2)
        for a, b in product(range(sizes[one]), range(sizes[two]))
        if not any(bad <= {(one, a), (two, b)} for bad in forbidden)
    }
    left.difference_update(covered)
    random = Random(_SEED)
    rows: list[Row] = []
    while left:
        row = _row(sizes, left, forbidden, random)
        rows.append(row)
        left -= pairs_of(row)
    return tuple(rows)


def pairs_of(row: Sequence[int]) -> set[Pair]:
    """The pairs of choices that `row` holds: factor, choice, later factor, choice."""
    return {(one, row[one], two, row[two]) for one, two in combinations(range(len(row)), 2)}


def _row(
    sizes: Sequence[int],
    left: set[Pair],
    forbidden: Collection[frozenset[Single]],
    random: Random,
) -> Row:
    """A row built around one pair that is left, each choice the one that covers most others."""
    one, a, two, b = min(left)
    chosen: dict[int, int] = {one: a, two: b}
    order = [rank for rank in range(len(sizes)) if rank not in chosen]
    random.shuffle(order)
    for rank in order:
        known = set(chosen.items())
        allowed = [
            level
            for level in range(sizes[rank])
            if not any((rank, level) in bad and bad <= {*known, (rank, level)} for bad in forbidden)
        ]
        gains = {
            level: sum(_pair(rank, level, *other) in left for other in known)
            for level in allowed or (0,)
        }
        best = max(gains.values())
        chosen[rank] = random.choice([level for level, gain in gains.items() if gain == best])
    return tuple(chosen[rank] for rank in range(len(sizes)))


def _pair(rank: int, level: int, other: int, chosen: int) -> Pair:
    return (rank, level, other, chosen) if rank < other else (other, chosen, rank, level)
