"""What the operations of objects are, as Python itself does them: with both operands asked."""

import math
import operator
from collections.abc import Callable
from typing import Any

from ..values.wire import CONTENTS

_BINARY = "add sub mul matmul truediv floordiv mod pow lshift rshift and_ xor or_".split()


def _reflected(operation: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda one, other: operation(other, one)


def _method(name: str) -> Callable[..., Any]:
    """Looked up on the class, as Python does, not on the object."""
    return lambda thing, *args: getattr(type(thing), name)(thing, *args)


OPERATE: dict[str, Callable[..., Any]] = {
    **{f"__{name.strip('_')}__": getattr(operator, name) for name in _BINARY},
    **{f"__r{name.strip('_')}__": _reflected(getattr(operator, name)) for name in _BINARY},
    **{f"__i{name.strip('_')}__": getattr(operator, f"i{name.strip('_')}") for name in _BINARY},
    "__divmod__": divmod,
    "__rdivmod__": _reflected(divmod),
    **{f"__{name}__": getattr(operator, name) for name in ("lt", "le", "gt", "ge", "eq", "contains")},
    **{f"__{name}__": getattr(operator, name) for name in ("getitem", "setitem", "delitem", "abs", "neg", "pos")},
    **{f"__{name}__": getattr(operator, name) for name in ("invert", "index")},
    **{f"__{name}__": getattr(math, name) for name in ("trunc", "floor", "ceil")},
    **{kind.__name__.join(("__", "__")): kind for kind in (bool, str, bytes, int, float, complex)},
    "__len__": len,
    "__repr__": repr,
    "__format__": format,
    "__hash__": hash,
    "__round__": round,
    "__iter__": iter,
    "__next__": next,
    "__reversed__": reversed,
    "__aiter__": aiter,
    "__anext__": anext,
    **{f"__{name}__": _method(f"__{name}__") for name in ("enter", "exit", "aenter", "aexit", "fspath")},
    "__call__": lambda thing, *args, **named: thing(*args, **named),
}


def content_of(thing: object) -> object:
    """What an object of a class below a plain type holds, as that plain type does it itself."""
    for kind in CONTENTS:
        if isinstance(thing, kind):
            items: Any = kind.items(thing) if kind is dict else kind.__iter__(thing)  # type: ignore[attr-defined]
            return kind(items)
    raise TypeError("it has no content of a plain type")
