from collections import OrderedDict, namedtuple

TEXT = "```\n</details><!-- touchstone:report --> @owned ![owned](https://owned.example) \u202e\x1b[31m\0\ud800 `owned` ````"


class Owned(dict):
    def __repr__(self):
        return TEXT * 1000


Owned.__name__ = Owned.__qualname__ = TEXT
Owned.__module__ = TEXT


def add(a, b):
    return OrderedDict([(TEXT, [TEXT, Owned({TEXT: TEXT}), namedtuple("owned", "owned")(TEXT), b"\xff" * 5000, TEXT * 500])])


def initials(name):
    raise AssertionError(TEXT)
