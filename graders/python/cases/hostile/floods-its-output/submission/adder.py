def add(one, other):
    while True:
        print("x" * 100_000, flush=True)
