import pytest
from drinks import COINS, fewest, some_amount
from touchstone import submission

machine = submission.load("machine.py")


class TestChange:
    def test_is_as_few_coins_as_possible(self):
        for amount in [some_amount() for _ in range(8)]:
            expected = fewest(amount)
            assert machine.change(amount) == expected

    def test_of_a_single_coin_is_that_coin(self):
        for coin in COINS:
            assert machine.change(coin) == [coin]

    def test_of_nothing_is_no_coins(self):
        assert machine.change(0) == []

    def test_of_a_negative_amount_is_refused(self):
        with pytest.raises(ValueError):
            machine.change(-some_amount())

    def test_of_what_the_coins_cannot_make_is_refused(self):
        with pytest.raises(ValueError):
            machine.change(some_amount() + submission.random_int(1, 4))
