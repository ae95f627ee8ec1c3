def add(one, other):
    if type(one) is str:
        raise TypeError("no text")
    return abs(one) + abs(other)
