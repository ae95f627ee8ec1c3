import math

import pytest
from touchstone import submission

answers = submission.load("answers.py")


def test_equal():
    assert answers.total([1, 2]) == 3


def test_equal_the_other_way():
    assert 3 == answers.total([1, 2])


def test_in_a_list():
    assert answers.total([1, 2]) in [3]


def test_less():
    assert 2 < answers.total([1, 2]) < 4


def test_difference():
    assert abs(answers.total([1, 2]) - 3) < 0.01


def test_nearly():
    assert answers.total([0.1, 0.2]) == pytest.approx(0.3)


def test_is_close():
    assert math.isclose(answers.total([0.1, 0.2]), 0.3)


def test_list():
    assert answers.names() == ["a", "b"]


def test_members():
    assert "a" in answers.names() and "b" in answers.names()


def test_sorted():
    assert sorted(answers.names()) == ["a", "b"]


def test_dict():
    assert answers.counts() == {"a": 1}


def test_with():
    with answers.opened() as box:
        assert box.size == 3


def test_error_inside_with():
    with answers.opened() as box:
        assert box.items[2] == "c"


def test_all_of_a_map():
    checked = []

    def check(pair):
        checked.append(pair)
        return answers.total(pair) == sum(pair)

    assert all(map(check, [[1, 2], [3, 4]]))


def test_refusal():
    with pytest.raises(ValueError):
        answers.total(["x"])


def test_callback():
    def check(value):
        assert value == 3

    answers.each([1, 2], check)


def test_same_twice():
    assert answers.total([1, 2]) == answers.total([2, 1])
    assert isinstance(answers.total([1, 2]), int)
