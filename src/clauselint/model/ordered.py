"""Objects that compare once they say which of two is less."""

from __future__ import annotations

from abc import abstractmethod

__all__ = ["Ordered"]


class Ordered:
    """Base of a class that defines `<` and `==`. `functools.total_ordering` would leave out the
    other three, which every `Struct` has, if only to refuse them.
    """

    __slots__ = ()

    @abstractmethod
    def __lt__(self, other: object) -> bool: ...

    def __le__(self, other: object) -> bool:
        return self < other or self == other

    def __gt__(self, other: object) -> bool:
        return not self <= other

    def __ge__(self, other: object) -> bool:
        return not self < other
