"""Counts the slips of a vote.

Votes are a dictionary: places, and how many people want to go there, such as {"the zoo": 5, "castle": 2}.
"""


def tidy(slip):
    """A place in small letters, with no space at its ends and a single space between words."""


def count_votes(slips):
    """The votes that are on a list of slips."""


def winners(votes):
    """A list of the places with the most votes, in alphabetical order."""


def share(votes, place):
    """How many per cent of all votes a place has, as a whole number."""


def together(votes, more):
    """New votes, in which those of two classes are added up."""


def chart(votes):
    """A text with a line for each place, the one with the most votes first."""
