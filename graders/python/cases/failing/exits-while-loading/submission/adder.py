import sys


def add(one, other):
    return one + other


sys.exit(0)
