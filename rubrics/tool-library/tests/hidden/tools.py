"""Libraries that nobody knows by heart."""

from touchstone import submission

TOOLS = ["ladder", "saw", "sander", "kayak", "sewing machine", "wheelbarrow", "axe"]
NAMES = ["bea", "cem", "dora", "emil", "fay", "gus"]


def some(names, count):
    start = submission.random_int(0, len(names) - count)
    return names[start : start + count]


def some_stock():
    """Three tools of 1 to 4 points, two to four of each."""
    return {tool: (submission.random_int(1, 4), submission.random_int(2, 4)) for tool in some(TOOLS, 3)}


def price(days):
    """The fee, counted in another way than by taking the days apart."""
    return 50 * days + 100 * min(days, 10) + 50 * min(days, 3)
