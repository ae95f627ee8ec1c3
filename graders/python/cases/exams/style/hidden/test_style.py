import asyncio
import unittest
from unittest.mock import Mock

import pytest
from numbers_to_add import some
from touchstone import submission

adder = submission.load("adder.py")
add = adder.add


@pytest.fixture(params=[1, 2])
def number(request):
    yield request.param


def test_with_a_fixture(number):
    assert add(number, 1) == number + 1


@pytest.mark.parametrize("one, other, expected", [(1, 2, 3), (0, 0, 0)])
def test_of_a_table(one, other, expected):
    assert add(one, other) == expected


def test_of_random_numbers():
    one, other = some(2)
    assert add(one, other) == one + other


def test_nearly():
    assert add(0.1, 0.2) == pytest.approx(0.3)


async def test_that_waits():
    await asyncio.sleep(0)
    assert add(1, 2) == 3


def test_with_a_mock():
    number = Mock(return_value=4)
    assert adder.add_all([1, number]) == 5
    number.assert_called_once_with()


class TestUnit(unittest.TestCase):
    def setUp(self):
        self.two = 2

    def test_equal(self):
        self.assertEqual(add(self.two, 2), 4)
        with self.assertRaises(TypeError):
            add("1", 2)
