"""Graphs (wire.py) into values. The other side is not trusted: everything is checked, and nothing of it is run."""

import base64
import binascii
import datetime
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

from .wire import CONSTANTS, MAX_DEPTH, MAX_VALUES, TYPES, CrossingError, Wire

# Most keys of one dict or set that may have the same hash: looking one up takes time that grows with their number.
_MAX_ALIKE = 32
_MAX_NAME = 200
# What Python itself says of values that nobody has written.
_ODD = (ValueError, TypeError, LookupError, OverflowError, RecursionError)


@dataclass(frozen=True)
class ClassInfo:
    """A class of the other side. `key`: its module and name; the same for the same class of another process."""

    handle: int
    key: str
    name: str
    # Operations that its objects, and the class itself, have: names such as `__len__`.
    operations: frozenset[str]
    own_operations: frozenset[str]
    # Of an error class alone: its bases, as classes of this side.
    bases: tuple[type, ...]
    # The plain type whose content its objects have, such as `list`; None where they have none.
    content: str | None
    # The fields of a named tuple.
    fields: tuple[str, ...]
    methods: frozenset[str]
    # The keys of the class and those above it.
    above: frozenset[str]


@dataclass(frozen=True)
class ErrorInfo:
    """An error of the other side. `kind`: what it is made of here."""

    kind: type
    # What it calls itself.
    name: str
    text: str
    arguments: tuple[object, ...]
    handle: int
    file: str | None
    line: int | None


class Receiving(Protocol):
    """What the receiving side makes of what did not cross by copy."""

    def function(self, handle: int, name: str, is_async: bool) -> object: ...
    def instance(self, handle: int, kind: ClassInfo, data: object, hashed: int | None) -> object: ...
    def class_(self, info: ClassInfo) -> type | object: ...
    def error_class(self, info: ClassInfo) -> type: ...
    def coroutine(self, handle: int) -> object: ...
    def own(self, handle: int) -> object: ...
    def named(self, module: str, name: str) -> object: ...
    def error(self, info: ErrorInfo) -> BaseException: ...


def decode_graph(graph: Wire, receiving: Receiving) -> tuple[object, list[object]]:
    """The root of a graph, and the object of each node. Raises a CrossingError on what no GraphWriter has written."""
    try:
        record = _record(graph)
        reader = _GraphReader(receiving, _list(record.get("nodes")))
        root = reader.value(record.get("root"))
        reader.fill()
        return root, reader.objects
    except _ODD as error:
        raise CrossingError("nothing that can be read") from error


def decode_back(nodes: Wire, receiving: Receiving, into: Sequence[object]) -> None:
    """Replaces the content of `into` by the first nodes (arguments that are sent back)."""
    try:
        reader = _GraphReader(receiving, _list(nodes), into)
        reader.refill(len(into))
        reader.fill()
    except _ODD as error:
        raise CrossingError("nothing that can be read") from error


_MISSING = object()


class _GraphReader:
    def __init__(self, receiving: Receiving, table: list[Any], into: Sequence[object] = ()) -> None:
        self._receiving = receiving
        self._values = 0
        self._depth = 0
        self._count(len(table))
        self._table = [_list(node) for node in table]
        self.objects: list[object] = [*into, *[_MISSING] * (len(table) - len(into))]
        self._classes: dict[int, ClassInfo] = {}
        self._being_made: set[int] = set()
        # How many values are in something unchangeable: whoever looks it up as a key goes through all of them, each time.
        self._inside: dict[int, int] = {}
        # Mutable containers are filled when everything that could be in them is there: nodes go in circles.
        self._to_fill: list[tuple[Any, list[Any], int]] = []

    def fill(self) -> None:
        while self._to_fill:
            thing, node, self._depth = self._to_fill.pop()
            _fill(self, thing, node)

    def refill(self, count: int) -> None:
        for at, thing in enumerate(self.objects[:count]):
            node = self._table[at] if at < len(self._table) else []
            if type(thing) in _SHELLS and node and _SHELLS.get(type(thing)) == node[0]:
                self._to_fill.append((thing, node, 0))

    def value(self, wire: Wire) -> Any:
        self._count(1)
        if wire is None or type(wire) in (bool, str, int, float):
            return wire
        tag, *rest = _list(wire) or [None]
        read = _TAGS.get(tag) if type(tag) is str else None
        if read is None:
            raise CrossingError("an unknown tag")
        return read(self, *_padded(rest))

    def reference(self, at: int) -> Any:
        if at >= len(self.objects):
            raise CrossingError("a reference to nothing")
        thing = self.objects[at]
        if thing is _MISSING:
            if self._depth >= MAX_DEPTH:
                raise CrossingError(f"nested more than {MAX_DEPTH} deep")
            self._depth += 1
            thing = self._made(at)
            self._depth -= 1
        else:
            self._count(self._inside.get(at, 0))
        return thing

    def class_info(self, wire: Wire) -> ClassInfo:
        tag, at, *_ = [*_list(wire), None, None]
        if tag != "r":
            raise CrossingError("no class")
        known = self._classes.get(_whole(at))
        if known is None:
            if at >= len(self._table) or self._table[at][:1] != ["K"] or at in self._being_made:
                raise CrossingError("no class")
            self._being_made.add(at)
            known = self._classes[at] = self._class(_record(_padded(self._table[at])[1]))
            self._being_made.discard(at)
        return known

    def receiving(self) -> Receiving:
        return self._receiving

    def _made(self, at: int) -> Any:
        node = self._table[at]
        if at in self._being_made:
            raise CrossingError("something unchangeable that contains itself")
        kind = node[0] if node and type(node[0]) is str else None
        shell = _NEW.get(kind) if kind is not None else None
        if shell is not None:
            thing = self.objects[at] = shell(self, node)
            self._to_fill.append((thing, node, self._depth))
            return thing
        self._being_made.add(at)
        before = self._values
        if kind == "t":
            thing = tuple([self.value(item) for item in _list(_padded(node)[1])])
        elif kind == "z":
            items = [self.value(item) for item in _list(_padded(node)[1])]
            thing = frozenset(_bearable(items))
        elif kind == "E":
            thing = self._error(_record(_padded(node)[1]))
        else:
            raise CrossingError("an unknown node")
        self._being_made.discard(at)
        self._inside[at] = self._values - before
        self.objects[at] = thing
        return thing

    def _class(self, record: dict[str, Any]) -> ClassInfo:
        bases: list[type] = []
        for base in _list(record.get("bases"))[:20]:
            tag = _list(base)[0] if _list(base) else None
            made = self.value(base) if tag == "T" else self._receiving.error_class(self.class_info(_padded(base)[1]))
            if isinstance(made, type) and issubclass(made, BaseException):
                bases.append(made)
        content = record.get("content")
        return ClassInfo(
            handle=_whole(record.get("handle")),
            key=_text(record.get("key"))[:_MAX_NAME],
            name=_identifier(record.get("name"), "object"),
            operations=frozenset(map(_text, _list(record.get("operations"))[:200])),
            own_operations=frozenset(map(_text, _list(record.get("own"))[:200])),
            bases=tuple(bases),
            content=content if type(content) is str else None,
            fields=tuple(_identifier(name, "") for name in _list(record.get("fields"))[:1000]),
            methods=frozenset(map(_text, _list(record.get("methods"))[:500])),
            above=frozenset(map(_text, _list(record.get("above"))[:50])),
        )

    def _error(self, record: dict[str, Any]) -> BaseException:
        line, file = record.get("line"), record.get("file")
        kind = self.value(record.get("class"))
        if not isinstance(kind, type) or not issubclass(kind, BaseException):
            raise CrossingError("an error of no class")
        error = self._receiving.error(
            ErrorInfo(
                kind=kind,
                name=_identifier(record.get("name"), "Exception"),
                text=_text(record.get("text")),
                arguments=tuple([self.value(item) for item in _list(record.get("args"))]),
                handle=_whole(record.get("handle")),
                file=file if type(file) is str else None,
                line=line if type(line) is int else None,
            )
        )
        self._to_fill.append((error, ["E", record], self._depth))
        return error

    def _count(self, more: int) -> None:
        self._values += more
        if self._values > 3 * MAX_VALUES:
            raise CrossingError(f"more than {MAX_VALUES} values")


def _fill(reader: _GraphReader, thing: Any, node: list[Any]) -> None:
    content = _padded(node)[1]
    kind = type(thing)
    if kind in (list, deque):
        items = [reader.value(item) for item in _list(content)]
        thing.clear()
        thing.extend(items)
    elif kind is set:
        items = [reader.value(item) for item in _list(content)]
        thing.clear()
        thing.update(_bearable(items))
    elif kind in (dict, Counter, OrderedDict, defaultdict):
        pairs = [(reader.value(_padded(_list(pair))[0]), reader.value(_padded(_list(pair))[1])) for pair in _list(content)]
        _bearable([key for key, _ in pairs])
        thing.clear()
        for key, item in pairs:
            # `update` of a Counter adds.
            thing[key] = item
    elif kind is bytearray:
        thing[:] = _bytes(content)
    elif isinstance(thing, BaseException):
        _fill_error(reader, thing, _record(content))


def _fill_error(reader: _GraphReader, error: BaseException, record: dict[str, Any]) -> None:
    cause = reader.value(record.get("cause"))
    if isinstance(cause, BaseException):
        error.__cause__ = cause
    for pair in _list(record.get("properties")):
        name, item, *_ = [*_list(pair), None, None]
        value = reader.value(item)
        if type(name) is str and not name.startswith("_"):
            try:
                BaseException.__setattr__(error, name, value)
            except (AttributeError, TypeError, ValueError):
                continue


def _bearable(keys: list[Any]) -> list[Any]:
    """The same keys, unless looking one of them up could take very long."""
    alike: dict[int, int] = {}
    for key in keys:
        if type(key) in (str, bool):
            continue
        try:
            hashed = hash(key)
        except TypeError:
            raise CrossingError("a key that cannot be one") from None
        alike[hashed] = alike.get(hashed, 0) + 1
        if alike[hashed] > _MAX_ALIKE:
            raise CrossingError("too many keys of the same hash")
    return keys


def _moment(reader: _GraphReader, kind: Wire, first: Wire, second: Wire, third: Wire) -> object:
    try:
        if kind == "timedelta":
            return datetime.timedelta(_number(first), _number(second), _number(third))
        plain = {"date": datetime.date, "time": datetime.time, "datetime": datetime.datetime}[kind]
        moment: Any = plain.fromisoformat(_text(first))
        if kind == "date":
            return moment
        moment = moment.replace(tzinfo=None, fold=1 if third == 1 else 0)
        if second is None:
            return moment
        offset = datetime.timedelta(microseconds=_number(second))
        return moment.replace(tzinfo=datetime.timezone.utc if not offset else datetime.timezone(offset))
    except (ValueError, KeyError, OverflowError, TypeError) as error:
        raise CrossingError("no moment") from error


def _decimal(reader: _GraphReader, text: Wire, *_: Wire) -> Decimal:
    try:
        return Decimal(_text(text))
    except InvalidOperation as error:
        raise CrossingError("no decimal") from error


def _fraction(reader: _GraphReader, first: Wire, second: Wire, *_: Wire) -> Fraction:
    numerator, denominator = reader.value(first), reader.value(second)
    if type(numerator) is not int or type(denominator) is not int or denominator == 0:
        raise CrossingError("no fraction")
    # Big ones are taken as they are: to cancel takes time that grows with the square.
    if max(abs(numerator), abs(denominator)).bit_length() > 20_000:
        raise CrossingError("a fraction of very large numbers")
    return Fraction(numerator, denominator)


def _complex(reader: _GraphReader, first: Wire, second: Wire, *_: Wire) -> complex:
    real, imaginary = reader.value(first), reader.value(second)
    if type(real) is not float or type(imaginary) is not float:
        raise CrossingError("no complex number")
    return complex(real, imaginary)


def _range(reader: _GraphReader, *ends: Wire) -> range:
    start, stop, step = (reader.value(end) for end in ends[:3])
    if type(start) is not int or type(stop) is not int or type(step) is not int or step == 0:
        raise CrossingError("no range")
    return range(start, stop, step)


def _named(table: dict[str, Any]) -> Callable[..., Any]:
    def read(reader: _GraphReader, name: Wire, *_: Wire) -> Any:
        if type(name) is not str or name not in table:
            raise CrossingError("an unknown name")
        return table[name]

    return read


def _instance(reader: _GraphReader, handle: Wire, kind: Wire, data: Wire, hashed: Wire) -> object:
    info = reader.class_info(kind)
    known = hashed if type(hashed) is int else None
    return reader.receiving().instance(_whole(handle), info, reader.value(data), known)


_TAGS: dict[str, Callable[..., Any]] = {
    "n": _named({"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}),
    "b": lambda reader, text, *_: _hexadecimal(text),
    "S": lambda reader, text, *_: _bytes(text).decode("utf-8", "surrogatepass"),
    "B": lambda reader, text, *_: _bytes(text),
    "x": _complex,
    "M": _decimal,
    "F": _fraction,
    "w": _moment,
    "g": _range,
    "j": lambda reader, *ends: slice(*(reader.value(end) for end in ends[:3])),
    "P": lambda reader, text, *_: Path(reader.value(text) if type(text) is list else _text(text)),
    "T": _named(TYPES),
    "s": _named(CONSTANTS),
    "r": lambda reader, at, *_: reader.reference(_whole(at)),
    "f": lambda reader, handle, name, is_async, *_: reader.receiving().function(
        _whole(handle), _identifier(name, "function"), is_async is True
    ),
    "i": _instance,
    "c": lambda reader, kind, *_: reader.receiving().class_(reader.class_info(kind)),
    "k": lambda reader, handle, *_: reader.receiving().coroutine(_whole(handle)),
    "y": lambda reader, handle, *_: reader.receiving().own(_whole(handle)),
    "N": lambda reader, module, name, *_: reader.receiving().named(_text(module), _text(name)),
}


def _default_dict(reader: _GraphReader, node: list[Any]) -> defaultdict[Any, Any]:
    factory = reader.value(_padded(node)[2])
    return defaultdict(factory if callable(factory) else None)


def _deque(reader: _GraphReader, node: list[Any]) -> deque[Any]:
    longest = _padded(node)[2]
    return deque(maxlen=longest if type(longest) is int and 0 <= longest < 2**31 else None)


_NEW: dict[str, Callable[[_GraphReader, list[Any]], Any]] = {
    "l": lambda reader, node: [],
    "d": lambda reader, node: {},
    "C": lambda reader, node: Counter(),
    "O": lambda reader, node: OrderedDict(),
    "D": _default_dict,
    "q": _deque,
    "e": lambda reader, node: set(),
    "A": lambda reader, node: bytearray(),
}
_SHELLS: dict[type, str] = {
    list: "l", dict: "d", Counter: "C", OrderedDict: "O", defaultdict: "D", deque: "q", set: "e", bytearray: "A"
}


def _padded(items: list[Any]) -> list[Any]:
    return [*items, None, None, None, None][: max(4, len(items))]


def _list(value: Wire) -> list[Any]:
    if type(value) is not list:
        raise CrossingError("expected a list")
    return value


def _record(value: Wire) -> dict[str, Any]:
    if type(value) is not dict:
        raise CrossingError("expected a record")
    return value


def _text(value: Wire) -> str:
    if type(value) is not str:
        raise CrossingError("expected text")
    return value


def _whole(value: Wire) -> int:
    if type(value) is not int or not 0 <= value < 2**60:
        raise CrossingError("expected a whole number")
    return value


def _number(value: Wire) -> int | float:
    if type(value) not in (int, float):
        raise CrossingError("expected a number")
    return value


def _identifier(value: Wire, otherwise: str) -> str:
    return value if type(value) is str and value.isidentifier() and len(value) <= _MAX_NAME else otherwise


def _bytes(value: Wire) -> bytes:
    try:
        return base64.b64decode(_text(value))
    except (binascii.Error, ValueError) as error:
        raise CrossingError("no bytes") from error


def _hexadecimal(value: Wire) -> int:
    try:
        return int(_text(value), 16)
    except ValueError as error:
        raise CrossingError("no number") from error
