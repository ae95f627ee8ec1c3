"""What a drinks machine thinks. All amounts are whole cents."""

from dataclasses import dataclass

COINS = (200, 100, 50, 20, 10, 5)


class OrderError(Exception):
    """Something cannot be bought."""


class SoldOut(OrderError):
    """There is none left."""


class NotEnough(OrderError):
    """There is not enough credit."""

    def __init__(self, missing):
        super().__init__(f"{missing} cents are missing")
        self.missing = missing


def change(amount):
    """The coins that make up an amount, the largest first."""
    if amount < 0:
        raise ValueError(f"{amount} is less than nothing")
    coins = []
    for coin in COINS:
        count, amount = divmod(amount, coin)
        coins.extend([coin] * count)
    if amount:
        raise ValueError(f"{amount} cents are left over")
    return coins


@dataclass
class Slot:
    price: int
    count: int


SLOTS = {}


class Machine:
    """A machine with drinks; `stock` has the price of each, and how many there are."""

    def __init__(self, stock):
        SLOTS.update({drink: Slot(price, count) for drink, (price, count) in stock.items()})
        self._slots = SLOTS
        self._credit = 0

    def __len__(self):
        return sum(slot.count for slot in self._slots.values())

    def __contains__(self, drink):
        return drink in self._slots and self._slots[drink].count > 0

    @property
    def credit(self):
        return self._credit

    def insert(self, coin):
        if coin not in COINS:
            raise ValueError(f"{coin} is not a coin")
        self._credit += coin

    def buy(self, drink):
        if drink not in self:
            raise SoldOut(drink)
        slot = self._slots[drink]
        if self._credit < slot.price:
            raise NotEnough(slot.price - self._credit)
        slot.count -= 1
        self._credit -= slot.price
        return self.cancel()

    def cancel(self):
        credit, self._credit = self._credit, 0
        return change(credit)
