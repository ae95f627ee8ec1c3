"""Counts the slips of a vote.

Votes are a dictionary: places, and how many people want to go there, such as {"the zoo": 5, "castle": 2}.
"""

from collections import Counter


def tidy(slip):
    """A place in small letters, with no space at its ends and a single space between words."""
    return " ".join(slip.lower().split())


def count_votes(slips):
    """The votes that are on a list of slips."""
    places = [tidy(slip) for slip in slips]
    return Counter(place for place in places if place)


def winners(votes):
    """A list of the places with the most votes, in alphabetical order."""
    most = max(votes.values(), default=0)
    return sorted(place for place, count in votes.items() if count == most)


def share(votes, place):
    """How many per cent of all votes a place has, as a whole number."""
    total = sum(votes.values())
    if total == 0:
        return 0
    return round(100 * votes.get(place, 0) / total)


def together(votes, more):
    """New votes, in which those of two classes are added up."""
    for place, count in more.items():
        votes[place] = votes.get(place, 0) + count
    return votes


def chart(votes):
    """A text with a line for each place, the one with the most votes first."""
    width = max(map(len, votes), default=0)
    ranked = sorted(votes.items(), key=lambda entry: (-entry[1], entry[0]))
    return "\n".join(f"{place:<{width}} {'#' * count}" for place, count in ranked)
