def add(one, other):
    return add(one, other)
