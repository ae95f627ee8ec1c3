def add(one, other):
    print(one + other)
