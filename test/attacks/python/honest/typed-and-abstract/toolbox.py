"""Everything with its type."""

import abc
import asyncio
import contextlib
import enum
import re
import threading
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableSequence
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
AGE: Final = re.compile(r"1[0-4]\d|150|[1-9]?\d")


class Answer(enum.StrEnum):
    YES = enum.auto()
    NO = enum.auto()


class Tells(Protocol):
    def __call__(self, index: int, item: object) -> None: ...


class Piece(NamedTuple):
    first: int
    last: int


def add(a: int, b: int) -> int:
    return a.__add__(b)


def initials(name: str) -> str:
    return re.sub(r"(\w)\S*\s*", lambda match: match[1].upper(), name.strip())


def chunk(items: list[T], size: int) -> list[list[T]]:
    pieces = [Piece(at, at + size) for at in range(0, len(items), size)]
    return [items[piece.first : piece.last] for piece in pieces]


def turn_round(items: MutableSequence[T]) -> None:
    half = len(items) // 2
    for at in range(half):
        items[at], items[-1 - at] = items[-1 - at], items[at]


def count_words(text: str) -> "Counter[str]":
    return Counter(text.split())


def mean(numbers: Iterable[float]) -> float:
    values = deque(numbers)
    return sum(values) / len(values)


def dear(prices: dict[str, int], limit: int) -> list[str]:
    match prices:
        case {}:
            return [name for name, price in prices.items() if limit < price]


def parse_age(text: str) -> int:
    if AGE.fullmatch(text) is None:
        raise ValueError(f"{text!r} is no age")
    return int(text)


def each(items: Iterable[T], tell: Tells) -> None:
    lock = threading.Lock()
    for index, item in enumerate(items):
        with lock, contextlib.suppress(StopIteration):
            tell(index, item)


def ask_until(ask: Callable[[int], str]) -> int:
    number = 0
    answer: str = Answer.NO
    while answer != Answer.YES:
        number += 1
        answer = ask(number)
    return number


def later(number: int) -> Awaitable[int]:
    async def twice() -> int:
        await asyncio.sleep(0)
        return 2 * number

    return twice()


class EmptyTill(LookupError):
    def __init__(self, *, rung: int) -> None:
        self.rung = rung

    def __str__(self) -> str:
        return f"the till is empty after {self.rung}"


class Box(abc.ABC, Generic[T]):
    __slots__ = ("_content",)

    def __init__(self) -> None:
        self._content: deque[T] = deque()

    @property
    @abc.abstractmethod
    def total(self) -> int: ...


class Till(Box[int]):
    __slots__ = ("_rung",)

    def __init__(self) -> None:
        super().__init__()
        self._rung = 0

    def ring(self, price: int) -> None:
        self._rung += 1
        self._content.append(price)

    def undo(self) -> None:
        if len(self._content) == 0:
            raise EmptyTill(rung=self._rung)
        self._content.pop()

    @property
    def total(self) -> int:
        return sum(self._content)


class Money:
    __slots__ = ("cents",)
    __match_args__ = ("cents",)

    def __init__(self, cents: int) -> None:
        object.__setattr__(self, "cents", cents)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("money does not change")

    def __add__(self, other: object) -> "Money":
        match other:
            case Money(cents):
                return Money(self.cents + cents)
        return NotImplemented

    def __eq__(self, other: object) -> bool:
        return type(other) is Money and self.cents == other.cents

    def __hash__(self) -> int:
        return hash(self.cents)

    def __lt__(self, other: "Money") -> bool:
        return self.cents < other.cents

    def __format__(self, spec: str) -> str:
        return "%d.%02d EUR" % divmod(self.cents, 100)

    def __str__(self) -> str:
        return f"{self}"


def make_counter(start: int) -> Callable[[], int]:
    return iter(range(start + 1, start + 10**6)).__next__


def count_to(n: int) -> Iterator[int]:
    if n > 0:
        yield from count_to(n - 1)
        yield n
