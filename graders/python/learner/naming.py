"""Names what leaves the submission: functions and objects with a life of their own stay here."""

import asyncio
import functools
import inspect
import types
from typing import Any

from ..values.encode import GraphWriter
from ..values.handles import Handles
from ..values.operations import OPERATIONS
from ..values.wire import CONTENTS, DATA, TYPE_NAMES, Wire
from .place import place_of, without_folder

_FUNCTIONS = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.MethodWrapperType,
    types.MethodDescriptorType,
    types.ClassMethodDescriptorType,
    functools.partial,
    type(functools.lru_cache(maxsize=None)(lambda: None)),
)
_METHODS = (types.FunctionType, types.BuiltinFunctionType, types.MethodDescriptorType, classmethod, staticmethod)
# What every object and every class can do by itself.
_NO_LIFE = (object, type, *DATA)
_DEEPEST_CAUSE = 20


class LearnerNaming:
    """The learner's side of `Naming`. `foreign`: handles of what belongs to the tests, by the identity of its stand-in."""

    def __init__(self, handles: Handles) -> None:
        self._handles = handles
        self._foreign: dict[int, tuple[object, int]] = {}

    def keep(self, stand_in: object, handle: int) -> None:
        """From now on `stand_in` goes back as what the tests know under this handle."""
        self._foreign[id(stand_in)] = (stand_in, handle)

    def theirs(self, value: object) -> int | None:
        known = self._foreign.get(id(value))
        return None if known is None else known[1]

    def tag(self, value: object, writer: GraphWriter, depth: int, is_key: bool) -> Wire:
        theirs = self.theirs(value)
        if theirs is not None:
            return ["y", theirs]
        if isinstance(value, type):
            return ["c", self.class_node(value, writer, depth)]
        if isinstance(value, _FUNCTIONS):
            return self.function(value)
        if inspect.iscoroutine(value):
            return ["k", self._handles.of(value)]
        data = _data_of(value)
        kind = self.class_node(type(value), writer, depth + 1)
        hashed = hash(value) if is_key else None
        return ["i", self._handles.of(value), kind, None if data is None else writer.value(data, depth + 1), hashed]

    def function(self, value: Any) -> Wire:
        """The tag of a function."""
        return ["f", self._handles.of(value), _name_of(value, "function"), asyncio.iscoroutinefunction(value)]

    def class_node(self, kind: type, writer: GraphWriter, depth: int) -> Wire:
        """The node of a class."""
        return writer.node(kind, lambda: ["K", self._class(kind, writer, depth)], depth)

    def error(self, error: BaseException, writer: GraphWriter, depth: int) -> dict[str, Wire]:
        kind = type(error)
        below = depth + 1
        file, line = place_of(error)
        cause = error.__cause__ if depth < _DEEPEST_CAUSE else None
        properties = vars(error) if isinstance(error.__dict__, dict) else {}
        return {
            "class": writer.value(kind, below),
            "name": _name_of(kind, "Exception"),
            "text": without_folder(_said(error)),
            "args": writer.values([_clean(item) for item in _arguments(error)], below),
            "properties": [[str(name), writer.value(item, below)] for name, item in properties.items()],
            "cause": None if cause is None else writer.value(cause, below),
            "file": file,
            "line": line,
            "handle": self._handles.of(error),
        }

    def _class(self, kind: type, writer: GraphWriter, depth: int) -> dict[str, Wire]:
        is_error = issubclass(kind, BaseException)
        plain = [content for content in CONTENTS if issubclass(kind, content)]
        fields = getattr(kind, "_fields", ()) if issubclass(kind, tuple) else ()
        bases = [base for base in kind.__bases__ if issubclass(base, BaseException)] if is_error else []
        return {
            "handle": self._handles.of(kind),
            "key": f"{kind.__module__}:{kind.__qualname__}",
            "name": _name_of(kind, "object"),
            "operations": _operations(kind),
            "own": _operations(type(kind)),
            "bases": [["T", TYPE_NAMES[b]] if b in TYPE_NAMES else ["c", self.class_node(b, writer, depth)] for b in bases],
            "content": plain[0].__name__ if plain else None,
            "methods": _methods(kind),
            "above": [f"{base.__module__}:{base.__qualname__}" for base in _lineage(kind)][:50],
            "fields": [str(field) for field in fields] if isinstance(fields, tuple) else [],
        }


def _operations(kind: type) -> list[str]:
    """The operations that a class has of its own: a None in the place of a method takes it away."""
    found: dict[str, bool] = {}
    for base in reversed(_lineage(kind)):
        for name in OPERATIONS.intersection(vars(base)):
            found[name] = vars(base)[name] is not None
    return sorted(name for name, is_there in found.items() if is_there)


def _methods(kind: type) -> list[str]:
    """Names of the methods of a class, so that reading one costs no question."""
    found = {name for base in _lineage(kind) for name, value in vars(base).items() if isinstance(value, _METHODS)}
    return sorted(name for name in found if not name.startswith("__"))[:500]


def _lineage(kind: type) -> list[type]:
    return [base for base in type.__dict__["__mro__"].__get__(kind) if base not in _NO_LIFE]


def _data_of(value: object) -> object:
    """What an object of a class below a plain type is as one of that type itself; None where it is of no such class."""
    if isinstance(value, int):
        return int.__add__(value, 0)
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, complex):
        return complex(complex.real.__get__(value), complex.imag.__get__(value))  # type: ignore[attr-defined]
    if isinstance(value, (str, bytes, tuple)):
        kind: Any = next(kind for kind in (str, bytes, tuple) if isinstance(value, kind))
        return kind.__getitem__(value, slice(None))
    return None


def _said(error: BaseException) -> str:
    """The text of an error, which the submission may compute."""
    if isinstance(error, SyntaxError):
        return str(error.msg)
    try:
        text = str(error)
    except Exception:
        return ""
    return str.__str__(text).encode("utf-8", "replace").decode()


def _arguments(error: BaseException) -> tuple[object, ...]:
    """What an error is made from."""
    if isinstance(error, OSError) and error.filename is not None:
        return error.errno, error.strerror, error.filename
    if isinstance(error, BaseExceptionGroup):
        return error.message, tuple(error.exceptions)
    given: tuple[object, ...] = BaseException.args.__get__(error)  # type: ignore[attr-defined]
    return given


def _clean(item: object) -> object:
    return without_folder(item) if type(item) is str else item


def _name_of(value: Any, otherwise: str) -> str:
    name = getattr(value, "__name__", otherwise)
    return name if type(name) is str else otherwise
