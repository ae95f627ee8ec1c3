from collections import Counter


def count(text, top):
    return Counter(text.split()).most_common(top)
