"""The examples of the brief."""

import pytest
from touchstone import submission

machine = submission.load("machine.py")


def filled(*coins, stock=None):
    made = machine.Machine(stock or {"tea": (120, 2), "juice": (180, 1)})
    for coin in coins:
        made.insert(coin)
    return made


class TestTheBrief:
    def test_change_of_285_is_five_coins(self):
        assert machine.change(285) == [200, 50, 20, 10, 5]

    def test_tea_for_200_gives_80_back(self):
        assert filled(200).buy("tea") == [50, 20, 10]

    def test_tea_for_50_misses_70(self):
        with pytest.raises(machine.NotEnough) as caught:
            filled(50).buy("tea")
        assert caught.value.missing == 70

    def test_cola_is_sold_out(self):
        with pytest.raises(machine.SoldOut):
            filled(200).buy("cola")

    def test_there_are_three_drinks(self):
        assert len(filled()) == 3

    def test_the_program_sells_tea(self):
        result = submission.run(stdin="coin 200\nbuy tea\nbuy cola\n")
        assert result.stdout == "credit 200\ntea, change 50 20 10\nsold out\n"
        assert result.code == 0
