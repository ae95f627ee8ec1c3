import pytest
from drinks import put_in, some_stock
from touchstone import submission

module = submission.load("machine.py")


class TestErrors:
    def test_not_enough_says_how_much_is_missing(self):
        stock = some_stock()
        drink, (price, _) = next(iter(stock.items()))
        machine = module.Machine(stock)
        put_in(machine, 35)
        with pytest.raises(module.NotEnough) as caught:
            machine.buy(drink)
        assert caught.value.missing == price - 35

    def test_sold_out_when_the_last_one_is_bought(self):
        machine = module.Machine({"broth": (150, 1)})
        put_in(machine, 150)
        machine.buy("broth")
        put_in(machine, 300)
        with pytest.raises(module.SoldOut):
            machine.buy("broth")

    def test_sold_out_comes_before_not_enough(self):
        machine = module.Machine({"broth": (60, 0)})
        with pytest.raises(module.SoldOut):
            machine.buy("broth")

    def test_are_both_an_order_error(self):
        machine = module.Machine({"broth": (150, 1)})
        for drink in ("broth", "syrup"):
            with pytest.raises(module.OrderError):
                machine.buy(drink)

    def test_leave_credit_and_stock_as_they_were(self):
        machine = module.Machine({"broth": (150, 1)})
        put_in(machine, 95)
        for drink in ("broth", "syrup"):
            with pytest.raises(module.OrderError):
                machine.buy(drink)
        assert machine.credit == 95
        assert len(machine) == 1
