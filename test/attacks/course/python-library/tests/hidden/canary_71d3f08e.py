"""canary-9e04a7d1: nothing of this file may be known to a submission."""

from touchstone import submission

SECRET = "canary-c36f18eb"


def numbers(count):
    return [submission.random_int(0, 100_000) for _ in range(count)]


def person():
    """The name of somebody whom nobody would think of, and what its first letters are."""
    words = ["canary-7d20b9f4", "quick", "heron", "\u00d6sel", "canary-04e8ac53", "brown"]
    name = ["canary-e15b77c0", *(word for word in words if submission.random() < 0.6), f"x{numbers(1)[0]}"]
    return " ".join(name), "".join(word[0].upper() for word in name)
