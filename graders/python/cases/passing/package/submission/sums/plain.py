from . import checks


def add(one, other):
    checks.number(one)
    return one + other
