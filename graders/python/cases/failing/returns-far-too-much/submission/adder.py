def add(one, other):
    return list(range(1_000_000))
