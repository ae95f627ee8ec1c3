import sys


class Talker(Exception):
    def __str__(self):
        return "\x1b[2J\u202e@everyone <script>" * 100_000


def add(one, other):
    raise Talker("x" * 10_000_000)
