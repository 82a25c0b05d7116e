from __future__ import annotations

from attrs import frozen

from clauselint.model.valued import Valued


@frozen(eq=False, repr=False)
class Point(Valued):
    x: int
    y: int = 0


@frozen(eq=False, repr=False)
class Vector(Valued):
    x: int
    y: int = 0


def test_two_objects_of_one_class_with_the_same_fields_are_equal() -> None:
    assert Point(1, 2) == Point(1, 2)
    assert hash(Point(1, 2)) == hash(Point(1, 2))
    assert len({Point(1), Point(1, 0), Point(1, 1)}) == 2


def test_a_field_or_the_class_tells_two_objects_apart() -> None:
    assert Point(1, 2) != Point(1, 3)
    assert Point(1, 2) != Vector(1, 2)
    assert Point(1, 2) != (1, 2)


def test_an_object_prints_its_class_and_its_fields() -> None:
    assert repr(Point(1, 2)) == "Point(x=1, y=2)"
