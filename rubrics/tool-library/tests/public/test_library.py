"""The examples of the brief."""

import pytest
from touchstone import submission

library = submission.load("library.py")


def opened():
    return library.Library({"drill": (3, 2), "tent": (7, 1)})


class TestTheBrief:
    def test_two_days_cost_400(self):
        assert library.fee(2) == 400

    def test_twelve_days_cost_1750(self):
        assert library.fee(12) == 1750

    def test_ada_has_7_points_left_with_a_drill(self):
        assert opened().lend("drill", "ada") == 7

    def test_a_drill_for_2_days_earns_400(self):
        made = opened()
        made.lend("drill", "ada")
        assert made.take_back("drill", "ada", 2) == 400
        assert made.earned == 400

    def test_two_drills_and_a_tent_are_3_points_too_many(self):
        made = opened()
        made.lend("drill", "ada")
        made.lend("drill", "ada")
        with pytest.raises(library.TooMuch) as caught:
            made.lend("tent", "ada")
        assert caught.value.over == 3

    def test_there_is_no_saw(self):
        with pytest.raises(library.AllLent):
            opened().lend("saw", "ada")

    def test_there_are_three_tools(self):
        assert len(opened()) == 3

    def test_the_program_lends_a_drill(self):
        result = submission.run(stdin="lend drill ada\nback drill ada 2\nlend saw ada\n")
        assert result.stdout == "ada has 7 left\nada pays 400\nall lent\n"
        assert result.code == 0
