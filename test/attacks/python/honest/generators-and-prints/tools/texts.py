from itertools import groupby


def initials(name):
    print(f"{name=}")
    return "".join(word[:1].upper() for word in name.split())


def count_words(text):
    return {word: sum(1 for _ in group) for word, group in groupby(sorted(text.split()))}
