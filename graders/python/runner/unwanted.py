"""What is said where an object that the test did not expect would decide how the test goes."""

from .faults import FAULTS, Trouble, learner
from .troubles import TROUBLES


def unwanted(name: str) -> Trouble:
    """The trouble to be raised."""
    message = (
        f"The submission gave back an object of a class of its own, {name}, where the test compares or computes with it."
        if name.isascii() and len(name) <= 60
        else "The submission gave back an object of a class of its own, where the test compares or computes with it."
    )
    trouble = Trouble(message)
    FAULTS.note(trouble, learner("TypeError", message, None, None, False))
    return TROUBLES.note(trouble)
