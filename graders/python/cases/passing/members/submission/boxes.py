class Box:
    """Says of plain data whether it is in it, and gives itself back."""

    def __init__(self):
        self.prices = []

    def add(self, price):
        self.prices.append(price)
        return self

    @property
    def total(self):
        return sum(self.prices)

    @staticmethod
    def sum_of(prices):
        return sum(prices)

    def __contains__(self, price):
        return price in self.prices

    def __iter__(self):
        return iter(self.prices)

    def __gt__(self, amount):
        return self.total > amount

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False
