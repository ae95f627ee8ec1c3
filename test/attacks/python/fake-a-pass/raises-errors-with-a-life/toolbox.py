import sys


class Whatever(type(Exception)):
    def __instancecheck__(cls, value):
        return True

    def __subclasscheck__(cls, kind):
        return True

    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return 1

    @property
    def __mro__(cls):
        return (cls, ValueError, LookupError, AssertionError, Exception)


class Raising(ValueError):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __str__

    @property
    def args(self):
        return iter(int, 1)

    @property
    def __dict__(self):
        return {"args": ["x"] * 10**6, "rung": 3, "__class__": ValueError}

    @property
    def __traceback__(self):
        return 7

    @property
    def __cause__(self):
        return self


class EmptyTill(Exception, metaclass=Whatever):
    def __getattr__(self, name):
        return 2

    def __eq__(self, other):
        return True


def circle(depth):
    first = error = ValueError(0)
    for number in range(depth):
        error.__cause__ = ValueError(error, number)
        error = error.__cause__
    error.__cause__ = error.__context__ = first
    return first


def parse_age(text):
    raise Raising(text)


def add(a, b):
    raise circle(5000)


def initials(name):
    raise ValueError("x" * 10**7)


def chunk(items, size):
    error = ValueError()
    error.args = (error, [error] * 10**5)
    raise error


def count_words(text):
    raise ExceptionGroup("many", [ValueError(number) for number in range(10**4)])


def mean(numbers):
    group = ExceptionGroup("deep", [ValueError()])
    for _ in range(900):
        group = ExceptionGroup("deep", [group])
    raise group


def dear(prices, limit):
    raise type("E" * 10**6, (KeyError,), {})(add)


def each(items, tell):
    try:
        tell(Raising(), sys)
    except BaseException as error:
        raise Raising from error


class Till:
    def ring(self, price):
        pass

    def undo(self):
        raise EmptyTill("empty")


def make_counter(start):
    raise Raising


def count_to(n):
    raise StopIteration(Raising())
    yield
