"""Who has which tool of a library at home. Time is in whole days, money in whole cents."""

POINTS = 10


class LoanError(Exception):
    """Something cannot be lent."""


def fee(days):
    """What it costs to have had a tool for so many days."""


class Library:
    """A library of tools; `stock` has the points of each, and how many there are."""

    def __init__(self, stock):
        pass
