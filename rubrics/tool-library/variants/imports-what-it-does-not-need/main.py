"""Reads what happens at the counter from standard input, one thing a line."""

import os
import sys

from library import AllLent, Library, TooMuch

STOCK = {"drill": (3, 2), "tent": (7, 1)}


def lend(library, tool, name):
    try:
        return f"{name} has {library.lend(tool, name)} left"
    except AllLent:
        return "all lent"
    except TooMuch as error:
        return f"{error.over} too many"


def back(library, tool, name, days):
    days = int(days)
    try:
        return f"{name} pays {library.take_back(tool, name, days)}"
    except ValueError:
        return "no such loan"


def answer(library, line):
    """What is printed for a line; None for one that nobody knows."""
    match line.split():
        case ["lend", tool, name]:
            return lend(library, tool, name)
        case ["back", tool, name, days] if days.removeprefix("-").isdecimal():
            return back(library, tool, name, days)
        case ["earned"]:
            return f"earned {library.earned}"
    return None


def main():
    library, code = Library(STOCK), 0
    for line in map(str.strip, sys.stdin):
        if not line:
            continue
        told = answer(library, line)
        if told is None:
            told, code = f'what is "{line}"?', 1
        print(told)
    return code


if __name__ == "__main__":
    sys.exit(main())
