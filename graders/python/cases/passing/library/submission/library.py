import asyncio
import enum
import math
import sys
import threading
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import total_ordering

VERSION = "1.2"
LIMITS = {"small": [1, 2]}


def version():
    return VERSION


def echo(value):
    return value


def greet(name, greeting="Hello"):
    return f"{greeting}, {name}!"


def collect(*args, **named):
    return [args, named]


def sort_and_mark(items):
    last = items.pop()
    items.sort()
    last.append("seen")
    items.append(last)


def change_all(box, names, raw, queue):
    box.clear()
    box["b"] = 2
    names.add(2)
    raw.extend(b"y")
    queue.append(5)


def count_more(counts, what):
    counts[what] += 1


def group(groups, items):
    for item in items:
        groups[item % 2].append(item)


def divide(a, b):
    return a / b


def look_up(mapping, key):
    return mapping[key]


class BankError(Exception):
    pass


class InsufficientFunds(BankError, ValueError):
    def __init__(self, missing):
        super().__init__(missing)
        self.missing = missing

    def __str__(self):
        return f"short of {self.missing}"

    def doubled(self):
        return 2 * self.missing


def wrap_an_error():
    try:
        {}["x"]
    except KeyError as error:
        raise BankError("wrapped") from error


def leave(code):
    sys.exit(code)


def read(path):
    with open(path) as file:
        return file.read()


def raise_several():
    raise ExceptionGroup("several", [ValueError(1), TypeError(2)])


class Account:
    CURRENCY = "EUR"

    def __init__(self, balance=0, *, owner=None):
        self._balance = balance
        self.owner = owner

    @property
    def balance(self):
        return self._balance

    @classmethod
    def from_text(cls, text):
        return cls(int(text))

    @staticmethod
    def is_valid(amount):
        return amount >= 0

    def deposit(self, amount):
        self._balance += amount

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount - self._balance)
        self._balance -= amount

    def describe(self):
        return f"{self.owner} has {self.balance}"


class Savings(Account):
    pass


def richest(accounts):
    return max(accounts, key=lambda account: account.balance)


@total_ordering
class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, by):
        return Vector(self.x * by, self.y * by)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __abs__(self):
        return math.hypot(self.x, self.y)

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __iter__(self):
        return iter((self.x, self.y))

    def __str__(self):
        return f"({self.x}, {self.y})"

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __format__(self, spec):
        return f"{self.x}/{self.y}" if spec == "short" else str(self)


class Basket:
    def __init__(self):
        self._items = {}

    def __len__(self):
        return len(self._items)

    def __getitem__(self, name):
        return self._items[name]

    def __setitem__(self, name, count):
        self._items[name] = count

    def __delitem__(self, name):
        del self._items[name]

    def __contains__(self, name):
        return name in self._items

    def __iter__(self):
        return iter(self._items)


class Stack(list):
    def push(self, item):
        self.append(item)


class Euros(int):
    def __str__(self):
        return f"{int(self)} EUR"


@dataclass(frozen=True)
class Point:
    x: int
    y: int


Pair = namedtuple("Pair", "left right")


def make_pair(left, right):
    return Pair(left, right)


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


def mix():
    return Colour.RED


def by_colour():
    return {Colour.RED: 1, Colour.BLUE: 2}


class Door:
    is_open = False

    def __enter__(self):
        self.is_open = True
        return self

    def __exit__(self, *_):
        self.is_open = False


class AsyncDoor(Door):
    async def __aenter__(self):
        return self.__enter__()

    async def __aexit__(self, *_):
        self.is_open = False


class Swallows:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        return kind is ValueError


@contextmanager
def opened(name):
    yield name.upper()


def adder(amount):
    return lambda x: x + amount


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


def count_down(start):
    while start > 0:
        yield start
        start -= 1


def naturals():
    number = 0
    while True:
        yield number
        number += 1


def echoes():
    said = yield
    while True:
        said = yield said.upper()


async def add_later(a, b):
    await asyncio.sleep(0.01)
    return a + b


async def fail_later():
    await asyncio.sleep(0)
    return 1 / 0


async def ticks(count):
    for tick in range(count):
        await asyncio.sleep(0.001)
        yield tick


def each(items, function):
    for item in items:
        function(item)


def apply(function, *args, **named):
    return function(*args, **named)


def catches(function):
    try:
        function(1)
    except Exception as error:
        return type(error).__name__


def convert(items, function):
    return [function(item) for item in items]


def in_threads(function, items):
    with ThreadPoolExecutor(3) as pool:
        return list(pool.map(function, items))


async def fetch_all(fetch, names):
    return await asyncio.gather(*(fetch(name) for name in names))


def fetch_all_now(fetch, names):
    return asyncio.run(fetch_all(fetch, names))


def later(seconds, function, *args):
    threading.Timer(seconds, function, args).start()
