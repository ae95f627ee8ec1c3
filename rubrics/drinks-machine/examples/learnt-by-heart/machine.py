class OrderError(Exception):
    pass


class SoldOut(OrderError):
    pass


class NotEnough(OrderError):
    missing = 70


def change(amount):
    return [200, 50, 20, 10, 5]


class Machine:
    def __init__(self, stock):
        self.coins = []

    def insert(self, coin):
        self.coins.append(coin)

    def buy(self, drink):
        if drink == "cola":
            raise SoldOut
        if self.coins == [50]:
            raise NotEnough
        return [50, 20, 10]

    def __len__(self):
        return 3
