def add(one, other):
    raise KeyboardInterrupt
