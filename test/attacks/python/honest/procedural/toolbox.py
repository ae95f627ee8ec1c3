from collections import Counter


def add(a, b):
    return a + b


def initials(name):
    return "".join(word[0].upper() for word in name.split())


def chunk(items, size):
    return [items[at : at + size] for at in range(0, len(items), size)]


def turn_round(items):
    items.reverse()


def count_words(text):
    return dict(Counter(text.split()))


def mean(numbers):
    return sum(numbers) / len(numbers)


def dear(prices, limit):
    return [name for name, price in prices.items() if price > limit]


def parse_age(text):
    age = int(text)
    if not 0 <= age <= 150:
        raise ValueError(f"{text} is no age")
    return age


def each(items, tell):
    for index, item in enumerate(items):
        tell(index, item)


def ask_until(ask):
    number = 1
    while ask(number) != "yes":
        number += 1
    return number


async def later(number):
    return number * 2


class EmptyTill(LookupError):
    def __init__(self, rung):
        super().__init__("the till is empty")
        self.rung = rung


class Till:
    def __init__(self):
        self._prices = []
        self._rung = 0

    def ring(self, price):
        self._prices.append(price)
        self._rung += 1

    def undo(self):
        if not self._prices:
            raise EmptyTill(self._rung)
        self._prices.pop()

    @property
    def total(self):
        return sum(self._prices)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02} EUR"


def make_counter(start):
    value = start

    def count():
        nonlocal value
        value += 1
        return value

    return count


def count_to(n):
    yield from range(1, n + 1)
