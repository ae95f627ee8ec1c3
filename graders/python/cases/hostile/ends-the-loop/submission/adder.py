def add(one, other):
    raise StopIteration(one + other)
