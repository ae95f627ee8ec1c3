import pytest
from touchstone import submission

adder = submission.load("adder.py")


class TestAdd:
    def test_adds_two_numbers(self):
        one, other = submission.random_int(1, 1000), submission.random_int(1, 1000)
        expected = one + other
        assert adder.add(one, other) == expected

    def test_adds_negative_numbers(self):
        assert adder.add(-2, -3) == -5

    def test_refuses_text(self):
        with pytest.raises(TypeError):
            adder.add("2", 3)
