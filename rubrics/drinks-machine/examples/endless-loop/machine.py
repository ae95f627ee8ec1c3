COINS = [200, 100, 50, 20, 10, 5]


class OrderError(Exception):
    pass


class SoldOut(OrderError):
    pass


class NotEnough(OrderError):
    missing = 0


def change(amount):
    if amount < 0 or amount % 5 != 0:
        raise ValueError("no such amount")
    result = []
    at = 0
    while amount > 0:
        if amount >= COINS[at]:
            result.append(COINS[at])
            amount - COINS[at]
        else:
            at += 1
    return result


class Machine:
    def __init__(self, stock):
        self.prices = {}
        self.counts = {}
        for name in stock:
            self.prices[name] = stock[name][0]
            self.counts[name] = stock[name][1]
        self.coins = []

    def get_credit(self):
        return sum(self.coins)

    credit = property(get_credit)

    def insert(self, coin):
        if COINS.count(coin) == 0:
            raise ValueError
        self.coins.append(coin)

    def buy(self, name):
        if self.counts.get(name, 0) == 0:
            raise SoldOut()
        rest = self.credit - self.prices[name]
        if rest < 0:
            error = NotEnough()
            error.missing = -rest
            raise error
        self.counts[name] -= 1
        self.coins = []
        return change(rest)

    def cancel(self):
        coins = change(self.credit)
        self.coins.clear()
        return coins

    def __len__(self):
        return sum(self.counts.values())

    def __contains__(self, name):
        return self.counts.get(name, 0) > 0
