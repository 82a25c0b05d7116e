"""Rows that hold every pair of choices, and the smallest part that still fails."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from clauselint.api.verification.pairwise import pairs_of, pairwise
from clauselint.api.verification.shrinking import smallest

SIZES = st.lists(st.integers(1, 4), min_size=2, max_size=7)


def all_pairs(sizes: list[int]) -> set[tuple[int, int, int, int]]:
    return {
        (one, a, two, b)
        for one, two in combinations(range(len(sizes)), 2)
        for a in range(sizes[one])
        for b in range(sizes[two])
    }


@settings(deadline=None)
@given(sizes=SIZES)
def test_every_pair_of_choices_is_in_a_row(sizes: list[int]):
    rows = pairwise(sizes)
    assert set().union(*map(pairs_of, rows)) == all_pairs(sizes)
    assert rows == pairwise(sizes)


def test_pairs_take_few_rows():
    assert len(pairwise([3] * 40)) < 40


def test_what_is_forbidden_is_in_no_row():
    forbidden = frozenset({(0, 1), (2, 1), (3, 0)})
    rows = pairwise([2, 3, 2, 2], [forbidden])
    assert all(not forbidden <= set(enumerate(row)) for row in rows)
    assert set().union(*map(pairs_of, rows)) == all_pairs([2, 3, 2, 2])


def test_what_is_covered_is_not_asked_for_again():
    sizes = [2, 2, 2]
    left = (0, 1, 2, 1)
    rows = pairwise(sizes, covered=all_pairs(sizes) - {left})
    assert len(rows) == 1
    assert left in pairs_of(rows[0])


@given(items=st.sets(st.integers(0, 60), min_size=1), data=st.data())
def test_the_smallest_part_that_fails_is_found(items: set[int], data: st.DataObject):
    culprits = data.draw(st.sets(st.sampled_from(sorted(items)), max_size=3))
    found = smallest(tuple(sorted(items)), lambda part: culprits <= set(part))
    assert set(found) == culprits
