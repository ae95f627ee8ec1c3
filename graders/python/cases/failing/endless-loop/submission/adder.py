def add(one, other):
    while True:
        one += 1
