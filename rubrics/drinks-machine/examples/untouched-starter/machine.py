"""What a drinks machine thinks. All amounts are whole cents."""

COINS = [200, 100, 50, 20, 10, 5]


class OrderError(Exception):
    """Something cannot be bought."""


def change(amount):
    """The coins that make up an amount, the largest first."""


class Machine:
    """A machine with drinks; `stock` has the price of each, and how many there are."""

    def __init__(self, stock):
        pass
