"""Who has which tool of a library at home. Time is in whole days, money in whole cents."""

import json
from collections import Counter, defaultdict
from typing import NamedTuple

POINTS = 10
LONGEST = 60
# For how many days each rate is, and what one of them costs.
RATES = ((3, 200), (7, 150), (LONGEST, 50))


class LoanError(Exception):
    """Something cannot be lent."""


class AllLent(LoanError):
    """There is none left."""


class TooMuch(LoanError):
    """There are not enough points."""

    def __init__(self, over):
        super().__init__(f"{over} points too many")
        self.over = over


def fee(days):
    """What it costs to have had a tool for so many days."""
    if not 0 <= days <= LONGEST:
        raise ValueError(f"nobody can have had a tool for {days} days")
    cents = 0
    for length, rate in RATES:
        counted = min(days, length)
        cents += counted * rate
        days -= counted
    return cents


class Tool(NamedTuple):
    points: int
    count: int


class Library:
    """A library of tools; `stock` has the points of each, and how many there are."""

    def __init__(self, stock):
        self._tools = {name: Tool(points, count) for name, (points, count) in stock.items()}
        self._loans = Counter()
        self._earned = 0

    def __len__(self):
        return sum(tool.count for tool in self._tools.values()) - self._loans.total()

    def __contains__(self, tool):
        lent = sum(count for (other, _), count in self._loans.items() if other == tool)
        return tool in self._tools and self._tools[tool].count > lent

    @property
    def earned(self):
        return self._earned

    def _points_left(self, name):
        used = sum(
            self._tools[tool].points * count for (tool, other), count in self._loans.items() if other == name
        )
        return POINTS - used

    def lend(self, tool, name):
        if tool not in self:
            raise AllLent(tool)
        left = self._points_left(name) - self._tools[tool].points
        if left < 0:
            raise TooMuch(-left)
        self._loans[tool, name] += 1
        return left

    def take_back(self, tool, name, days):
        if self._loans[tool, name] == 0:
            raise ValueError(f"{name} has no {tool}")
        cents = fee(days)
        before = self._earned
        self._loans[tool, name] -= 1
        self._earned += cents
        return cents
