def add(one, other):
    if isinstance(one, str) or isinstance(other, str):
        raise TypeError("numbers only")
    return one + other
