from __future__ import annotations

import operator
from collections import defaultdict
from dataclasses import dataclass, field
from functools import reduce, total_ordering
from statistics import fmean


class EmptyTill(LookupError):
    """Nothing is there to undo."""

    def __init__(self, rung: int) -> None:
        super().__init__(f"empty, after {rung} prices")
        self.rung = rung


@dataclass
class Till:
    prices: list[int] = field(default_factory=list)
    rung: int = 0

    def ring(self, price: int) -> Till:
        self.prices.append(price)
        self.rung += 1
        return self

    def undo(self) -> int:
        try:
            return self.prices.pop()
        except IndexError as error:
            raise EmptyTill(self.rung) from error

    @property
    def total(self) -> int:
        return reduce(operator.add, self.prices, 0)


@total_ordering
@dataclass(frozen=True)
class Money:
    cents: int

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents) if isinstance(other, Money) else NotImplemented

    def __lt__(self, other: Money) -> bool:
        return self.cents < other.cents

    def __str__(self) -> str:
        euros, cents = divmod(self.cents, 100)
        return f"{euros}.{cents:02d} EUR"


class Counts:
    def __init__(self, start: int) -> None:
        self.value = start

    def __call__(self) -> int:
        self.value += 1
        return self.value


add = operator.add
mean = fmean
make_counter = Counts


def initials(name):
    return "".join(map(str.upper, map(operator.itemgetter(0), name.split())))


def chunk(items, size):
    pieces = defaultdict(list)
    for at, item in enumerate(items):
        pieces[at // size].append(item)
    return list(pieces.values())


def turn_round(items):
    items[:] = items[::-1]


def count_words(text):
    counts = defaultdict(int)
    for word in text.split():
        counts[word] += 1
    return counts


def dear(prices, limit):
    return list(dict(filter(lambda pair: pair[1] > limit, prices.items())))


def parse_age(text):
    if not (text.isdecimal() and int(text) <= 150):
        raise ValueError(text)
    return int(text)


def each(items, tell):
    list(map(tell, range(len(items)), items))


def ask_until(ask):
    return next(number for number in range(1, 1000) if ask(number) == "yes")


async def later(number):
    return number + number


class count_to:
    """An iterator that is a class."""

    def __init__(self, n):
        self.left = iter(range(1, n + 1))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.left)
