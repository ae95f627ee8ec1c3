import copy

import pytest
from tools import NAMES, some, some_stock
from touchstone import submission

module = submission.load("library.py")


def fee_of(days):
    """What the submission itself says: whether that is right is asked elsewhere."""
    cents = module.fee(days)
    assert isinstance(cents, int)
    assert cents > 0
    return cents


class TestLending:
    def test_tells_how_many_points_are_left(self):
        stock = some_stock()
        for tool, (points, _) in stock.items():
            library = module.Library(stock)
            assert library.lend(tool, "bea") == 10 - points
            assert library.lend(tool, "bea") == 10 - 2 * points

    def test_may_use_up_all_points(self):
        library = module.Library({"boat": (6, 1), "oar": (2, 2)})
        assert [library.lend(tool, "bea") for tool in ("boat", "oar", "oar")] == [4, 2, 0]

    def test_keeps_people_apart(self):
        library = module.Library({"axe": (4, 4)})
        first, second = some(NAMES, 2)
        assert [library.lend("axe", name) for name in (first, second, first, second)] == [6, 6, 2, 2]

    def test_takes_a_tool_out_and_puts_it_back(self):
        library = module.Library({"axe": (1, 2)})
        for left in (1, 0):
            library.lend("axe", "bea")
            assert len(library) == left
        library.take_back("axe", "bea", 1)
        assert len(library) == 1
        assert "axe" in library

    def test_gives_the_points_back_with_the_tool(self):
        library = module.Library({"axe": (3, 2), "kayak": (8, 1)})
        library.lend("axe", "bea")
        library.lend("axe", "bea")
        library.take_back("axe", "bea", 2)
        library.take_back("axe", "bea", 2)
        assert library.lend("kayak", "bea") == 2


class TestReturning:
    def test_costs_the_fee(self):
        library = module.Library(some_stock() | {"axe": (1, 1)})
        days = submission.random_int(5, 50)
        expected = fee_of(days)
        library.lend("axe", "bea")
        assert library.take_back("axe", "bea", days) == expected

    def test_refuses_what_this_person_does_not_have(self):
        library = module.Library({"axe": (2, 3), "saw": (2, 1)})
        library.lend("axe", "bea")
        for tool, name in (("axe", "cem"), ("saw", "bea"), ("spoon", "bea")):
            with pytest.raises(ValueError):
                library.take_back(tool, name, 1)
        assert len(library) == 3

    def test_refuses_days_that_make_no_sense(self):
        library = module.Library({"axe": (2, 1)})
        library.lend("axe", "bea")
        for days in (-1, 61):
            with pytest.raises(ValueError):
                library.take_back("axe", "bea", days)
        assert len(library) == 0
        assert library.take_back("axe", "bea", 1) == 200


class TestEarned:
    def test_begins_with_nothing(self):
        assert module.Library(some_stock()).earned == 0

    def test_is_all_fees_together(self):
        library = module.Library({"axe": (2, 3)})
        times = [submission.random_int(1, 50) for _ in range(3)]
        expected = sum(map(fee_of, times))
        for days in times:
            library.lend("axe", "bea")
            library.take_back("axe", "bea", days)
        assert library.earned == expected

    def test_stays_as_it_was_when_something_is_refused(self):
        library = module.Library({"axe": (2, 3)})
        library.lend("axe", "bea")
        for name, days in (("cem", 5), ("bea", 99)):
            with pytest.raises(ValueError):
                library.take_back("axe", name, days)
        assert library.earned == 0

    def test_can_be_read_and_not_set(self):
        library = module.Library({})
        with pytest.raises(AttributeError):
            library.earned = 1000


class TestWhatIsThere:
    def test_is_counted_over_all_tools(self):
        stock = some_stock()
        expected = sum(count for _, count in stock.values())
        assert len(module.Library(stock)) == expected

    def test_is_told_for_each_tool(self):
        library = module.Library({"axe": (2, 1), "gone": (2, 0)})
        assert "axe" in library
        assert "gone" not in library
        assert "never" not in library
        library.lend("axe", "bea")
        assert "axe" not in library

    def test_leaves_the_dictionary_alone(self):
        stock = some_stock()
        before = copy.deepcopy(stock)
        library = module.Library(stock)
        library.lend(next(iter(stock)), "bea")
        assert stock == before

    def test_is_known_to_each_library_by_itself(self):
        first, second = module.Library({"axe": (2, 1)}), module.Library({"axe": (2, 1), "saw": (9, 1)})
        first.lend("axe", "bea")
        assert "axe" in second
        assert second.lend("saw", "bea") == 1
        assert len(first) == 0


class TestErrors:
    def test_too_much_says_by_how_many_points(self):
        points = submission.random_int(6, 10)
        library = module.Library({"kayak": (points, 2)})
        library.lend("kayak", "bea")
        with pytest.raises(module.TooMuch) as caught:
            library.lend("kayak", "bea")
        assert caught.value.over == 2 * points - 10

    def test_all_lent_when_the_last_one_is_gone(self):
        library = module.Library({"axe": (1, 2)})
        for name in ("bea", "cem"):
            library.lend("axe", name)
        with pytest.raises(module.AllLent):
            library.lend("axe", "dora")

    def test_all_lent_comes_before_too_much(self):
        library = module.Library({"kayak": (11, 0)})
        with pytest.raises(module.AllLent):
            library.lend("kayak", "bea")

    def test_are_both_a_loan_error(self):
        library = module.Library({"kayak": (11, 1)})
        for tool in ("kayak", "never"):
            with pytest.raises(module.LoanError):
                library.lend(tool, "bea")

    def test_leave_points_and_tools_as_they_were(self):
        library = module.Library({"kayak": (8, 2), "axe": (2, 1)})
        library.lend("kayak", "bea")
        for tool in ("kayak", "never"):
            with pytest.raises(module.LoanError):
                library.lend(tool, "bea")
        assert len(library) == 2
        assert library.lend("axe", "bea") == 0
