from itertools import count, islice

from tools import *


def chunk(items, size):
    left = iter(items)
    return list(iter(lambda: list(islice(left, size)), []))


def turn_round(items):
    """Without `reverse`, as a recursion."""
    if items:
        first = items.pop(0)
        turn_round(items)
        items.append(first)


def dear(prices, limit):
    print(prices, limit)
    return sorted((name for name in prices if prices[name] > limit), key=list(prices).index)


def parse_age(text):
    print("age?", text)
    if (age := int(text)) in range(151):
        return age
    raise ValueError(f"{age} is no age")


def each(items, tell):
    for told in enumerate(items):
        print("telling", told)
        tell(*told)


def ask_until(ask):
    for number in count(1):
        if ask(number).casefold() == "yes":
            return number


class EmptyTill(LookupError):
    pass


class Till(list):
    """A list that adds up."""

    rung = 0

    def ring(self, price):
        print("ring", price)
        self.append(price)
        self.rung += 1

    def undo(self):
        if not self:
            error = EmptyTill("it is empty")
            error.rung = self.rung
            raise error
        del self[-1]

    @property
    def total(self):
        return sum(self)


class Money(int):
    """A whole number of cents."""

    @property
    def cents(self):
        return int(self)

    def __add__(self, other):
        return Money(int(self) + int(other))

    def __str__(self):
        return f"{self.cents / 100:.2f} EUR"


def make_counter(start):
    counting = count(start + 1)
    return lambda: next(counting)
