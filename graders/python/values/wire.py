"""
How values cross between the tests and the submission: as tagged JSON, by copy.

A graph is a flat table of nodes, one for each container, error or class, and the root value. A value is a JSON
primitive or a tag, and `["r", n]` is node n: so shared and circular references survive, and nothing nests in the
JSON itself. Functions, and objects with a life of their own, stay where they are and cross as handles.

Values: null, true, text, numbers (whole ones below 2**53), and

    ["n", "nan"]  ["b", hex]  ["S", base64]     what JSON has no numbers or text for
    ["B", base64] ["A", base64]                 bytes, bytearray
    ["x", re, im] ["M", text] ["F", n, d]       complex, Decimal, Fraction
    ["w", kind, ...]                            date, time, datetime, timedelta
    ["g", ...] ["j", ...] ["P", text]           range, slice, path
    ["T", name]   ["s", name]                   a type, or a constant, that both sides have
    ["r", n]                                    a node
    ["f", handle, name, is async]               a function
    ["i", handle, class node, data, hash]       an object; `data`: what it is as one of the plain types
    ["c", class node]  ["k", handle]            a class; a coroutine
    ["y", handle]  ["N", module, name]          something of the receiver's own

Nodes: ["l"] list, ["t"] tuple, ["d"] dict, ["C"] Counter, ["O"] OrderedDict, ["D"] defaultdict, ["q"] deque, ["e"] set,
["z"] frozenset, each with its content; ["E", record] an error; ["K", record] a class.
"""

import asyncio
import builtins
import dataclasses
import datetime
import decimal
import enum
import fractions
import json
import pathlib
import queue
import statistics
from collections import Counter, OrderedDict, defaultdict, deque
from typing import Any, Final

# A value as it is in the JSON: checked by who reads it.
Wire = Any
Node = list[Any]

# Most values in one graph, deepest nesting, longest message (bytes of UTF-8): 1 MiB.
MAX_VALUES: Final = 100_000
MAX_DEPTH: Final = 200
MAX_BYTES: Final = 1024 * 1024

# Whole numbers from here on cross as text.
BIG: Final = 2**53


class CrossingError(Exception):
    """A value cannot cross; the message says which and why."""


def _types() -> dict[str, type]:
    plain: list[type] = [object, type(None), bool, int, float, complex, str, bytes, bytearray, list, tuple, dict, set]
    plain += [frozenset, range, slice, type, Counter, OrderedDict, defaultdict, deque, decimal.Decimal]
    plain += [fractions.Fraction, datetime.date, datetime.time, datetime.datetime, datetime.timedelta, pathlib.Path]
    named = {kind.__name__: kind for kind in plain}
    for error in vars(builtins).values():
        # What ends a process, a test run or a coroutine must not come out of a submission as itself.
        if isinstance(error, type) and issubclass(error, (Exception, SystemExit)):
            named[error.__name__] = error
    others: list[type] = [decimal.DecimalException, decimal.InvalidOperation, decimal.DivisionByZero, queue.Empty]
    others += [queue.Full, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.InvalidStateError]
    others += [json.JSONDecodeError, statistics.StatisticsError, dataclasses.FrozenInstanceError]
    others += [enum.Enum, enum.IntEnum, enum.StrEnum, enum.Flag]
    return named | {f"{kind.__module__}.{kind.__name__}": kind for kind in others}


# The types that cross as themselves, by name: an error that crosses is of one of these, or of a class below one.
TYPES: Final[dict[str, type]] = _types()
TYPE_NAMES: Final[dict[type, str]] = {kind: name for name, kind in TYPES.items()}

CONSTANTS: Final[dict[str, object]] = {"Ellipsis": Ellipsis, "NotImplemented": NotImplemented}

# Containers that are changed in place by who was handed them.
MUTABLE: Final = (list, dict, Counter, OrderedDict, defaultdict, deque, set)

# The plain types that an object's class may be below: the object is then as much of them as it is itself.
DATA: Final = (int, float, complex, str, bytes, tuple)
CONTENTS: Final = (list, dict, set, frozenset, deque, bytearray)
