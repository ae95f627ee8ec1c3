"""Votes that nobody knows by heart."""

from touchstone import submission

PLACES = ["harbour", "old mine", "ice rink", "theatre", "farm", "swimming pool", "island", "tv tower"]


def shuffled(things):
    rest = list(things)
    return [rest.pop(submission.random_int(0, len(rest) - 1)) for _ in range(len(rest))]


def some_places(count):
    return shuffled(PLACES)[:count]


def some_votes(count):
    """Votes for so many places, of which no two have equally many."""
    numbers = shuffled(range(1, count + 1))
    return {place: 2 * number for place, number in zip(some_places(count), numbers)}


def written(place):
    """A place as somebody in a hurry may have written it."""
    word = place.upper() if submission.random_int(0, 1) else place.title()
    return " " * submission.random_int(0, 3) + word.replace(" ", " " * submission.random_int(1, 3)) + " "
