class LoanError(Exception):
    pass


class AllLent(LoanError):
    pass


class TooMuch(LoanError):
    over = 0


def fee(days):
    if days < 0 or days > 60:
        raise ValueError("no such time")
    if days <= 3:
        return days * 200
    if days <= 10:
        return days * 150
    return days * 50


class Library:
    def __init__(self, stock):
        self.points = {}
        self.shelf = {}
        for tool in stock:
            self.points[tool] = stock[tool][0]
            self.shelf[tool] = stock[tool][1]
        self.left = {}
        self.at_home = []
        self.fees = []

    def get_earned(self):
        return sum(self.fees)

    earned = property(get_earned)

    def lend(self, tool, name):
        if self.shelf.get(tool, 0) == 0:
            raise AllLent()
        left = self.left.get(name, 10) - self.points[tool]
        if left < 0:
            error = TooMuch()
            error.over = -left
            raise error
        self.shelf[tool] -= 1
        self.left[name] = left
        self.at_home.append((tool, name))
        return left

    def take_back(self, tool, name, days):
        price = fee(days)
        # Refuses what is not in it with a ValueError.
        self.at_home.remove((tool, name))
        self.shelf[tool] += 1
        self.left[name] += self.points[tool]
        self.fees.append(price)
        return price

    def __len__(self):
        return sum(self.shelf.values())

    def __contains__(self, tool):
        return self.shelf.get(tool, 0) > 0
