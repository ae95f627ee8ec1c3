import copy
import statistics


def add(a, b):
    return sum((a, b))


def initials(name):
    letters = ""
    # Forgets to look for the next space behind this one.
    at = name.find(" ")
    while at != -1:
        letters += name[at + 1]
        at = name.find(" ", at)
        if len(letters) > 10**6:
            letters = ""
    return letters


def chunk(items, size):
    pieces, left = [], copy.copy(items)
    while left:
        pieces.append(left[:size])
        del left[:size]
    return pieces


def turn_round(items):
    items.extend([items.pop() for _ in range(len(items))])


def count_words(text):
    words = text.split()
    return {word: words.count(word) for word in set(words)}


mean = statistics.mean


def dear(prices, limit):
    return [name for name, price in prices.items() if price > limit]


def parse_age(text):
    age = int(text)
    assert isinstance(age, int)
    if age < 0 or age > 150:
        raise ValueError
    return age


def each(items, tell):
    for index in range(len(items)):
        tell(index + 1, items[index])


def ask_until(ask, number=1):
    return number if ask(number) == "yes" else ask_until(ask, number + 1)


async def later(number):
    return number * 2


class EmptyTill(LookupError):
    rung = 0


class Till:
    def __init__(self):
        self.total = 0
        self.steps = []
        self.rung = 0

    def ring(self, price):
        self.total += price
        self.steps.append(price)
        self.rung += 1

    def undo(self):
        if not self.steps:
            error = EmptyTill("till is empty")
            error.rung = self.rung
            raise error
        self.total -= self.steps.pop()


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __eq__(self, other):
        return self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __str__(self):
        return "{}.{:0>2} EUR".format(self.cents // 100, self.cents % 100)


def make_counter(start):
    numbers = [start]

    def count():
        numbers.append(numbers[-1] + 1)
        return numbers[-1]

    return count


def count_to(n):
    for number in range(n):
        yield number
