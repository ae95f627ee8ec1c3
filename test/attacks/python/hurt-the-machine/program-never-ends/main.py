import os
import signal
import sys
import time

asked = "".join(sys.argv[1:]) or sys.stdin.read()
which = len(asked) % 3
if which == 0:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    time.sleep(10**6)
elif which == 1:
    if os.fork() == 0:
        os.setsid()
        while True:
            time.sleep(1)
    os._exit(0)
else:
    taken = [b"x"]
    while True:
        taken.append(taken[-1] * 2)
