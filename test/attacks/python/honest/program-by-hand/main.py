#!/usr/bin/env python3
"""The door: everything else is beside it."""
import sys

from counting import Counting
from calls import WrongCall, read_call

if __name__ == "__main__":
    try:
        call = read_call(sys.argv[1:])
    except WrongCall as wrong:
        print(wrong, "\nusage: main.py [--top N] [--out FILE] [FILE ...]", file=sys.stderr)
        raise SystemExit(2)
    counting = Counting()
    try:
        for path in call["files"]:
            with open(path) as lines:
                counting.take(lines)
    except FileNotFoundError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
    if not call["files"]:
        counting.take(sys.stdin)
    out = open(call["out"], "w") if call["out"] else sys.stdout
    out.writelines(counting.lines(call["top"]))
    out.flush()
