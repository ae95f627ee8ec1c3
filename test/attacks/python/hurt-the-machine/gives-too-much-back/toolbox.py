import json
import os
import struct
import sys
from decimal import Decimal
from fractions import Fraction


def forged(nodes, root=("r", 0)):
    """Answers this very question by hand, with a graph that no value has."""
    frame = sys._getframe()
    while frame is not None and not hasattr(frame.f_locals.get("frame"), "number"):
        frame = frame.f_back
    payload = json.dumps({"value": {"root": list(root), "nodes": nodes}}, separators=(",", ":")).encode()
    os.write(4, struct.pack(">IBI", 5 + len(payload), 6, frame.f_locals["frame"].number) + payload)


def a_class(at, bases):
    return ["K", {"handle": at, "key": f"m:C{at}", "name": f"C{at}", "bases": [["c", ["r", base]] for base in bases]}]


def add(a, b):
    return 7 ** (10**6)


def initials(name):
    forged([a_class(at, [at + 1]) for at in range(9000)] + [["K", {"handle": 1, "bases": [["T", "ValueError"]]}]], ("c", ["r", 0]))


def chunk(items, size):
    nodes = [a_class(at, range(at + 1, min(at + 20, 2500))) for at in range(2500)]
    forged([*nodes, ["K", {"handle": 1, "bases": [["T", "ValueError"]]}]], ("c", ["r", 0]))


def turn_round(items):
    forged([["l", [["r", 0]] * 90_000]])


def count_words(text):
    return {str(number) * 8: [number] for number in range(40_000)}


def mean(numbers):
    return Decimal("1E+999999")


def dear(prices, limit):
    return [Fraction(1, 3**10_000)] * 2000 + [range(10**18)]


def parse_age(text):
    return range(10**18)


def ask_until(ask):
    forged([["D", [], ["T", "Counter"]], ["l", [["M", "9" * 900_000]]]])


def make_counter(start):
    return lambda: 10 ** (3 * 10**6)


def count_to(n):
    return iter(range(10**18))


class Till:
    def __init__(self):
        self.things = [object() for _ in range(30_000)]

    @property
    def total(self):
        return self.things
