import base64
import json
import os
import struct
import sys
import warnings


def shout(*words):
    text = " ".join(map(str, words))
    print(text)
    print(text, file=sys.stderr, flush=True)
    warnings.warn(text)
    sys.unraisablehook = sys.excepthook
    return text


def as_name(text):
    return "".join(letter if letter.isalnum() else "_" for letter in text)


def add(a, b):
    raise ValueError(shout("add", a, b))


def initials(name):
    raise type(as_name(shout(name)), (Exception,), {})(name)


def chunk(items, size):
    # A line number and a file's name of its own choice.
    line = sum(items) % 10_000
    exec(compile("\n" * line + "raise ValueError", f"/submission/{items}.py", "exec"))


def turn_round(items):
    code = "".join(str(item) for item in items)
    said = json.dumps({"name": as_name(code), "message": code, "file": f"{code}.py", "line": 77}).encode()
    os.write(4, struct.pack(">IBI", 5 + len(said), 11, 0) + said)
    os.write(2, said)
    os._exit(len(code) % 256)


def count_words(text):
    raise SystemExit(base64.b64encode(text.encode()).decode())


def dear(prices, limit):
    raise KeyError(*prices)


def parse_age(text):
    if text.startswith("canary"):
        sys.exit(text[::-1])
    raise ValueError(text.encode().hex())


def each(items, tell):
    for item in items:
        tell(shout(item), item)
    error = LookupError(*items)
    error.add_note(shout(*items))
    raise error from RuntimeError(*items)


def ask_until(ask):
    globals()[as_name(ask(1))] = 1
    raise type("Told", (Exception,), {"__module__": ask(2), "__qualname__": ask(3), "__doc__": ask(4)})(ask(5))
