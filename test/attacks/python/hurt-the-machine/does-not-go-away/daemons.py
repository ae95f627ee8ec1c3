import os
import signal
import time


def leave_some(count=4):
    for _ in range(count):
        if os.fork():
            continue
        os.setsid()
        if os.fork():
            os._exit(0)
        for number in range(1, 64):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                continue
        while True:
            try:
                os.write(1, b"still here\n")
                with open("/tmp/still-here", "ab") as file:
                    file.write(b"x")
            except OSError:
                pass
            time.sleep(0.01)
