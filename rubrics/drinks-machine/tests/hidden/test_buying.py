import copy

import pytest
from drinks import fewest, put_in, some_amount, some_stock
from touchstone import submission

module = submission.load("machine.py")


class TestCredit:
    def test_is_what_was_put_in(self):
        machine = module.Machine(some_stock())
        amount = some_amount()
        put_in(machine, amount)
        assert machine.credit == amount

    def test_begins_with_nothing(self):
        assert module.Machine({}).credit == 0

    def test_refuses_what_is_no_coin(self):
        machine = module.Machine({})
        machine.insert(50)
        for coin in (0, 3, 25, -5, 500):
            with pytest.raises(ValueError):
                machine.insert(coin)
        assert machine.credit == 50

    def test_can_be_read_and_not_set(self):
        machine = module.Machine({})
        with pytest.raises(AttributeError):
            machine.credit = 1000

    def test_comes_back_when_cancelled(self):
        machine = module.Machine(some_stock())
        amount = some_amount()
        put_in(machine, amount)
        assert machine.cancel() == fewest(amount)
        assert machine.credit == 0
        assert machine.cancel() == []


class TestBuying:
    def test_gives_the_rest_back(self):
        stock = some_stock()
        for drink, (price, _) in stock.items():
            rest = some_amount(300)
            machine = module.Machine(stock)
            put_in(machine, price + rest)
            assert machine.buy(drink) == fewest(rest)
            assert machine.credit == 0

    def test_with_the_exact_price_gives_nothing_back(self):
        stock = some_stock()
        machine = module.Machine(stock)
        drink, (price, _) = list(stock.items())[1]
        put_in(machine, price)
        assert machine.buy(drink) == []

    def test_takes_one_drink_out(self):
        machine = module.Machine({"soda": (100, 2)})
        for left in (1, 0):
            put_in(machine, 100)
            machine.buy("soda")
            assert len(machine) == left


class TestWhatIsThere:
    def test_is_counted_over_all_drinks(self):
        stock = some_stock()
        assert len(module.Machine(stock)) == sum(count for _, count in stock.values())

    def test_is_told_for_each_drink(self):
        machine = module.Machine({"soda": (100, 1), "gone": (100, 0)})
        assert "soda" in machine
        assert "gone" not in machine
        assert "never" not in machine
        put_in(machine, 100)
        machine.buy("soda")
        assert "soda" not in machine

    def test_leaves_the_dictionary_alone(self):
        stock = some_stock()
        before = copy.deepcopy(stock)
        machine = module.Machine(stock)
        put_in(machine, 500)
        machine.buy(next(iter(stock)))
        assert stock == before

    def test_is_known_to_each_machine_by_itself(self):
        first, second = module.Machine({"soda": (100, 1)}), module.Machine({"soda": (100, 1), "milk": (90, 1)})
        put_in(first, 100)
        assert second.credit == 0
        first.buy("soda")
        assert "soda" in second
        assert len(first) == 0
