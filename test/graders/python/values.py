"""Run by values.test.ts in the runner's image: whatever arrives is refused or becomes plain data, and never takes long."""

import json
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, "/opt/touchstone")

from touchstone_grader.values.decode import decode_graph  # noqa: E402
from touchstone_grader.values.wire import TYPES, CrossingError  # noqa: E402

TAGS = "n b S B x M F w g j P T s r f i c k y N l t d C O D q e z A E K".split()
PLAIN = (None, True, False, 0, 1, -1, 2, 3, 2**70, 1.5, "", "a", "ff", "YWI=", "int", "ValueError", "date", "2024-01-01", "nan")
PLAIN_TYPES = (type(None), bool, int, float, str, bytes, list, tuple, dict, set, frozenset, bytearray, type)
PLAIN_TYPES += (type(...), type(NotImplemented), *(kind for kind in TYPES.values() if kind is not object))


class Receiving:
    """Makes a word of what stays on the other side."""

    def __getattr__(self, name):
        return lambda *_: f"<{name}>"

    def error(self, info):
        return ValueError(*info.arguments)

    def error_class(self, info):
        return ValueError


def some(depth, chance):
    """Any JSON, of the shape that wires have more often than not."""
    kind = chance.random()
    if depth == 0 or kind < 0.3:
        return chance.choice(PLAIN)
    if kind < 0.8:
        return [chance.choice(TAGS), *(some(depth - 1, chance) for _ in range(chance.randrange(4)))]
    if kind < 0.9:
        return [some(depth - 1, chance) for _ in range(chance.randrange(4))]
    names = ("handle", "key", "name", "class", "args", "text", "bases", "operations", "fields", "properties", "cause")
    return {chance.choice(names): some(depth - 1, chance) for _ in range(chance.randrange(8))}


def main():
    chance, taken = random.Random(5), 0
    for _ in range(20_000):
        graph = {"root": some(3, chance), "nodes": [some(4, chance) for _ in range(chance.randrange(5))]}
        began = time.monotonic()
        try:
            value, _ = decode_graph(json.loads(json.dumps(graph)), Receiving())
            assert type(value) in PLAIN_TYPES or isinstance(value, Path), value
            taken += 1
        except CrossingError:
            pass
        assert time.monotonic() - began < 5, graph
    print(taken)


main()
