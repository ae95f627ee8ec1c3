import pytest
from touchstone import submission

boxes = submission.load("boxes.py")
Box = boxes.Box


def box_of(*prices):
    box = Box()
    for price in prices:
        box.add(price)
    return box


def test_property_is_near():
    box = box_of(1.5, 2)
    assert abs(box.total - 3.5) < 0.01
    assert box.total == pytest.approx(3.5)


def test_property_is_more():
    assert 3 < box_of(1.5, 2).total < 4


def test_property_contains():
    assert 1.5 in box_of(1.5, 2).prices


def test_function_of_the_class():
    assert abs(Box.sum_of([1, 2]) - 3) < 0.01
    assert Box.sum_of([1, 2]) == pytest.approx(3)


def test_loop():
    for price in box_of(1.5, 1.5):
        assert abs(price - 1.5) < 0.01


def test_box_itself():
    box = Box()
    assert box.add(1.5) == box
    assert 1.5 in box.add(2).prices
    assert 1.5 in box
    assert 3 not in box
    assert box > 3
    with Box() as other:
        other.add(4)
        assert 4 in other
        assert 5 not in other
