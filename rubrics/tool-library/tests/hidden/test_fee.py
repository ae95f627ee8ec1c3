import pytest
from tools import price
from touchstone import submission

library = submission.load("library.py")


class TestFee:
    def test_adds_up_what_each_day_costs(self):
        for days in [submission.random_int(low, low + 8) for low in (1, 4, 11, 20, 40)]:
            assert library.fee(days) == price(days)

    def test_is_right_on_both_sides_of_each_change(self):
        for days in (3, 4, 10, 11):
            assert library.fee(days) == price(days)

    def test_of_no_days_is_nothing(self):
        assert library.fee(0) == 0

    def test_of_less_than_no_days_is_refused(self):
        with pytest.raises(ValueError):
            library.fee(-submission.random_int(1, 9))

    def test_of_more_than_60_days_is_refused(self):
        assert library.fee(60) > 0
        for days in (61, submission.random_int(62, 400)):
            with pytest.raises(ValueError):
                library.fee(days)
