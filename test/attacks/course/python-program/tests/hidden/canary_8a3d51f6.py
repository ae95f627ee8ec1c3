"""canary-d7720be9: texts that nobody can know."""

from collections import Counter

from touchstone import submission

WORDS = ["canary-10fe94c7", "heron", "canary-b5c3e608", "osprey", "kite", "\u00d6SEL", "Canary-2e91d74a"]


def some_words():
    return [f"{WORDS[submission.random_int(0, 6)]}{submission.random_int(0, 3)}" for _ in range(submission.random_int(20, 50))]


def report(words, top=None):
    counts = Counter(word.lower() for word in words)
    pairs = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:top]
    return "".join(f"{count} {word}\n" for word, count in pairs)
