"""Values into graphs (wire.py)."""

import base64
import datetime
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from pathlib import Path, PosixPath, PurePath, PurePosixPath
from typing import Any, Protocol

from .wire import BIG, CONSTANTS, MAX_DEPTH, MAX_VALUES, TYPE_NAMES, CrossingError, Node, Wire


class Naming(Protocol):
    """How one side names what does not cross by copy. `writer` gives nodes to what has some."""

    def tag(self, value: object, writer: "GraphWriter", depth: int, is_key: bool) -> Wire:
        """The tag of a function, class, object or something of the other side; raises a CrossingError."""

    def theirs(self, value: object) -> int | None:
        """The other side's handle of something that came from there."""

    def error(self, error: BaseException, writer: "GraphWriter", depth: int) -> dict[str, Wire]:
        """The record of an error."""


class GraphWriter:
    """A graph while it is written; `objects[n]` is what node n was made from."""

    def __init__(self, naming: Naming, known: Iterable[object] = ()) -> None:
        """`known`: objects whose node numbers the other side knows already (arguments that are sent back)."""
        self.nodes: list[Node] = []
        self.objects: list[object] = list(known)
        self._index = {id(thing): at for at, thing in enumerate(self.objects)}
        self._naming = naming
        self._values = 0

    def rewrite_known(self) -> None:
        """Writes the nodes of all known objects anew."""
        self.nodes = [["l", []] for _ in self.objects]
        for at, thing in enumerate(list(self.objects)):
            self.nodes[at] = self._container(thing, 0)

    def value(self, value: object, depth: int = 0, is_key: bool = False) -> Wire:
        """One value; what it contains is put into the table."""
        self._values += 1
        if self._values > MAX_VALUES:
            raise CrossingError(f"more than {MAX_VALUES} values")
        kind = type(value)
        write = _SCALARS.get(kind)
        if write is not None:
            return write(value)
        if kind in _CONTAINERS:
            return self._reference(value, depth)
        if isinstance(value, BaseException):
            theirs = self._naming.theirs(value)
            return self._reference(value, depth) if theirs is None else ["y", theirs]
        if kind in (range, slice):
            parts: Any = value
            ends = [self.value(end, depth + 1) for end in (parts.start, parts.stop, parts.step)]
            return ["g" if kind is range else "j", *ends]
        if kind is type and value in TYPE_NAMES:
            return ["T", TYPE_NAMES[value]]
        for name, constant in CONSTANTS.items():
            if value is constant:
                return ["s", name]
        if isinstance(value, type) and value in TYPE_NAMES:
            return ["T", TYPE_NAMES[value]]
        return self._naming.tag(value, self, depth, is_key)

    def node(self, thing: object, make: Callable[[], Node], depth: int) -> Wire:
        """A reference to the node of an object, which is made where there is none yet."""
        seen = self._index.get(id(thing))
        if seen is not None:
            return ["r", seen]
        if depth > MAX_DEPTH:
            raise CrossingError(f"nested more than {MAX_DEPTH} deep")
        at = len(self.objects)
        self.objects.append(thing)
        self._index[id(thing)] = at
        # The place is taken before the node is made: the object may contain itself.
        self.nodes.append(["l", []])
        self.nodes[at] = make()
        return ["r", at]

    def values(self, items: Iterable[object], depth: int) -> list[Wire]:
        """Several values."""
        return [self.value(item, depth) for item in items]

    def _reference(self, thing: object, depth: int) -> Wire:
        return self.node(thing, lambda: self._container(thing, depth), depth)

    def _container(self, thing: Any, depth: int) -> Node:
        kind = type(thing)
        below = depth + 1
        if kind is list:
            return ["l", self.values(thing, below)]
        if kind is tuple:
            return ["t", self.values(thing, below)]
        if kind in (dict, Counter, OrderedDict):
            return [_DICTS[kind], self._pairs(thing, below)]
        if kind is defaultdict:
            return ["D", self._pairs(thing, below), self.value(thing.default_factory, below)]
        if kind in (set, frozenset):
            return ["e" if kind is set else "z", [self.value(item, below, True) for item in thing]]
        if kind is deque:
            return ["q", self.values(thing, below), thing.maxlen]
        if kind is bytearray:
            return ["A", base64.b64encode(thing).decode()]
        if isinstance(thing, BaseException):
            return ["E", self._naming.error(thing, self, depth)]
        # A class, whose node the other side has: it does not change.
        return ["l", []]

    def _pairs(self, mapping: dict[object, object], depth: int) -> list[list[Wire]]:
        return [[self.value(key, depth, True), self.value(item, depth)] for key, item in mapping.items()]


_DICTS = {dict: "d", Counter: "C", OrderedDict: "O"}
_CONTAINERS = {list, tuple, dict, Counter, OrderedDict, defaultdict, set, frozenset, deque, bytearray}


def _int(value: int) -> Wire:
    # Hexadecimal, because decimal takes time that grows with the square, and is limited.
    return value if -BIG < value < BIG else ["b", f"{value:x}"]


def _float(value: float) -> Wire:
    return value if isfinite(value) else ["n", repr(value)]


def _text(value: str) -> Wire:
    try:
        value.encode()
    except UnicodeEncodeError:
        return ["S", base64.b64encode(value.encode("utf-8", "surrogatepass")).decode()]
    return value


def _moment(kind: str) -> Callable[[Any], Wire]:
    def write(value: Any) -> Wire:
        offset = None if kind == "date" or value.tzinfo is None else value.utcoffset()
        plain = value if kind == "date" else value.replace(tzinfo=None)
        folded = 0 if kind == "date" else value.fold
        return ["w", kind, plain.isoformat(), None if offset is None else offset / _MICROSECOND, folded]

    return write


_MICROSECOND = datetime.timedelta(microseconds=1)

_SCALARS: dict[type, Callable[[Any], Wire]] = {
    type(None): lambda value: None,
    bool: lambda value: value,
    str: _text,
    int: _int,
    float: _float,
    bytes: lambda value: ["B", base64.b64encode(value).decode()],
    complex: lambda value: ["x", _float(value.real), _float(value.imag)],
    Decimal: lambda value: ["M", str(value)],
    Fraction: lambda value: ["F", _int(value.numerator), _int(value.denominator)],
    datetime.date: _moment("date"),
    datetime.time: _moment("time"),
    datetime.datetime: _moment("datetime"),
    datetime.timedelta: lambda value: ["w", "timedelta", value.days, value.seconds, value.microseconds],
    **{kind: lambda value: ["P", _text(str(value))] for kind in (Path, PosixPath, PurePath, PurePosixPath)},
}
