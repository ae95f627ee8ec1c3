"""A class of the submission."""

from typing import TYPE_CHECKING, Any

from ..values.decode import ClassInfo
from ..values.operations import ARITHMETIC, COMPARISONS, MEMBERSHIP, OPERATIONS
from .probes import is_probe
from .remote_function import RemoteFunction
from .remote_object import mark_made
from .unwanted import unwanted

if TYPE_CHECKING:
    from .stubs import Stubs


class RemoteClass:
    """Called here, it makes an object there; `isinstance` and `issubclass` work with it."""

    info: ClassInfo
    target: dict[str, Any]

    def __call__(self, /, *args: Any, **named: Any) -> Any:
        stubs = _stubs_of(self)
        stubs.want(self)
        made = stubs.call(self.target, args, named)
        mark_made(made)
        return made

    def __instancecheck__(self, value: object) -> bool:
        stubs = _stubs_of(self)
        stubs.want(self)
        theirs = stubs.caller.peer.naming.theirs(value)
        is_one = theirs is not None and stubs.is_of("isinstance", self.target, value)
        if is_one:
            mark_made(value)
        return is_one

    def __subclasscheck__(self, kind: object) -> bool:
        stubs = _stubs_of(self)
        return isinstance(kind, RemoteClass) and stubs.is_of("issubclass", self.target, kind)

    def __getattr__(self, name: str) -> Any:
        if is_probe(name):
            raise AttributeError(name)
        if name in self.info.methods:
            if "key" not in self.target:
                return RemoteFunction(_stubs_of(self), {**self.target, "key": name}, name)
        return _stubs_of(self).get(self.target, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "target":
            object.__setattr__(self, name, value)
        else:
            _stubs_of(self).set(self.target, name, value)

    def __delattr__(self, name: str) -> None:
        _stubs_of(self).delete(self.target, name)

    def __dir__(self) -> list[str]:
        return _stubs_of(self).names(self.target)

    def __repr__(self) -> str:
        return f"<class {self.info.name} of the submission>"


def _stubs_of(stub: RemoteClass) -> "Stubs":
    stubs: "Stubs" = object.__getattribute__(stub, "_touchstone")
    return stubs


def _forwarded(name: str) -> Any:
    def operation(self: RemoteClass, *args: Any) -> Any:
        return _stubs_of(self).operate(self.target, name, args)

    return operation


def _refused(self: RemoteClass, *_: Any) -> Any:
    raise unwanted(self.info.name)


def _contains(self: Any, item: object) -> bool:
    return any(item is one or item == one for one in self)


# What a metaclass may add, an enumeration's for one. What equals what, what is more, and what is in it, is not its to say.
_OWN = {"__eq__", "__hash__", "__call__", "__repr__", "__str__"}
_FORWARDED = {name: _forwarded(name) for name in OPERATIONS - _OWN}
_FORWARDED |= {name: _refused for name in COMPARISONS | ARITHMETIC} | {MEMBERSHIP: _contains}
_made: dict[frozenset[str], type[RemoteClass]] = {}


def class_stub(stubs: "Stubs", info: ClassInfo, target: dict[str, Any]) -> RemoteClass:
    """The stand-in for a class."""
    operations = info.own_operations.intersection(_FORWARDED)
    kind = _made.get(operations)
    if kind is None:
        kind = _made[operations] = type("RemoteClass", (RemoteClass,), {name: _FORWARDED[name] for name in operations})
    stub = object.__new__(kind)
    for name, value in (("_touchstone", stubs), ("info", info), ("__name__", info.name), ("__qualname__", info.name)):
        object.__setattr__(stub, name, value)
    stub.target = target
    return stub
