"""An object of the submission: its methods run there, its attributes are read and written there."""

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..values.decode import ClassInfo
from ..values.operations import ARITHMETIC, COMPARISONS, EQUALITY, MEMBERSHIP, OPERATIONS, UNARY
from ..values.wire import DATA
from .leaving import leave, leave_async
from .probes import is_probe
from .remote_function import RemoteFunction
from .shown import explaining
from .unwanted import unwanted

if TYPE_CHECKING:
    from .stubs import Stubs


# Operators that tell an object plain data, and believe what it says.
_DECIDING: Final = COMPARISONS | ARITHMETIC | {MEMBERSHIP}
# What gives the test an object of the same kind, or the object itself, where the test has made the first.
_SAME: Final = UNARY | {"__enter__"}


class _State(NamedTuple):
    stubs: "Stubs"
    handle: int
    info: ClassInfo
    hashed: int | None

    @property
    def target(self) -> dict[str, Any]:
        return {"handle": self.handle, "of": self.info.key}


def _state(stub: object) -> _State:
    state: _State = object.__getattribute__(stub, "_touchstone")
    return state


class RemoteObject:
    """
    What an object does is asked there. Whether it equals plain data is decided here: an object that nobody expected
    could call itself equal to anything. For the same reason it is compared, and computed with, by the submission only
    where the test has used its class; and with plain data only where the test has made the object, or asked of what
    class it is: `abs(mean(numbers) - 2.5) < 0.1` would be true of an object to which nothing makes a difference.
    An object that the test has made and is given back later counts as any other: see `Stubs.keep_made`.
    """

    def __getattr__(self, name: str) -> Any:
        state = _state(self)
        if is_probe(name):
            raise AttributeError(name)
        if name in state.info.fields and isinstance(self, tuple):
            at = state.info.fields.index(name)
            return tuple.__getitem__(self, at) if at < tuple.__len__(self) else None
        if name in state.info.methods:
            return RemoteFunction(state.stubs, {**state.target, "key": name}, name)
        return state.stubs.get(state.target, name)

    def __setattr__(self, name: str, value: Any) -> None:
        state = _state(self)
        state.stubs.set(state.target, name, value)

    def __delattr__(self, name: str) -> None:
        state = _state(self)
        state.stubs.delete(state.target, name)

    def __dir__(self) -> list[str]:
        state = _state(self)
        return state.stubs.names(state.target)


def _said(self: object) -> str:
    return f"<{_state(self).info.name} of the submission>"


def _equals(self: object, other: object) -> Any:
    state = _state(self)
    if self is other:
        return True
    if isinstance(other, RemoteObject):
        theirs = _state(other)
        if theirs.handle == state.handle:
            return True
        if EQUALITY not in state.info.operations and EQUALITY not in theirs.info.operations:
            return False
        _wanted(state, other)
        return state.stubs.operate(state.target, EQUALITY, (other,)) is True
    if state.info.content is None:
        return NotImplemented
    return state.stubs.content(state.target) == other


def _hash(self: object) -> int:
    state = _state(self)
    if state.hashed is not None:
        return state.hashed
    if "__hash__" not in state.info.operations:
        return hash(state.handle)
    return hash(state.stubs.operate(state.target, "__hash__", ()))


def _contains(self: Any, item: object) -> bool:
    state = _state(self)
    if state.stubs.is_wanted(state.info) and _may_meet(self, item):
        return state.stubs.operate(state.target, MEMBERSHIP, (item,)) is True
    # What is in it is looked at here, as with everything that can be looped over.
    if state.info.content is not None:
        return item in state.stubs.content(state.target)  # type: ignore[operator]
    return any(item is one or item == one for one in self)


def _wanted(state: _State, other: object) -> None:
    for one in (state, *([_state(other)] if isinstance(other, RemoteObject) else [])):
        if not state.stubs.is_wanted(one.info):
            raise unwanted(one.info.name)


def _is_made(stub: object) -> bool:
    return _state(stub).stubs.is_made(stub)


def _may_meet(stub: object, other: object) -> bool:
    """Whether the object may be told this operand, and say what comes of it."""
    return isinstance(other, RemoteObject) or _is_made(stub)


def mark_made(value: object) -> None:
    """To be called with an object that the test has made, or asked the class of."""
    if isinstance(value, RemoteObject):
        state = _state(value)
        state.stubs.keep_made(value, state.handle, not state.info.operations.isdisjoint(_DECIDING))


def _asked(name: str) -> Any:
    def operation(self: object, *args: Any, **named: Any) -> Any:
        state = _state(self)
        if name in ("__repr__", "__str__", "__format__") and explaining():
            return _said(self)
        result = state.stubs.operate(state.target, name, args, named)
        if name in _SAME and _is_made(self):
            mark_made(result)
        return result

    return operation


def _compared(name: str) -> Any:
    def operation(self: object, other: object, *more: Any) -> Any:
        state = _state(self)
        _wanted(state, other)
        if not _may_meet(self, other):
            raise unwanted(state.info.name)
        result = state.stubs.operate(state.target, name, (other, *more))
        if _is_made(self):
            mark_made(result)
        return result

    return operation


def _awaited(self: object) -> Any:
    state = _state(self)
    return state.stubs.caller.settle(state.handle).__await__()


def _exit(self: object, kind: object, error: BaseException | None, trace: object) -> bool:
    state = _state(self)
    return leave(error, lambda told: state.stubs.operate(state.target, "__exit__", told))


def _aexit(self: object, kind: object, error: BaseException | None, trace: object) -> Any:
    state = _state(self)
    return leave_async(error, lambda told: state.stubs.operate(state.target, "__aexit__", told))


_OPERATIONS: dict[str, Any] = {
    **{name: _asked(name) for name in OPERATIONS},
    **{name: _compared(name) for name in COMPARISONS | ARITHMETIC},
    MEMBERSHIP: _contains,
    "__await__": _awaited,
    "__exit__": _exit,
    "__aexit__": _aexit,
}


def _of_data(name: str, base: type) -> Any:
    """An operation of an object that is plain data as well: the data's own, unless the test wants the class."""
    asked, plain = _OPERATIONS[name], getattr(base, name, None)

    def operation(self: Any, *args: Any, **named: Any) -> Any:
        state = _state(self)
        is_open = name not in ARITHMETIC or _may_meet(self, args[0])
        if plain is None or (is_open and state.stubs.is_wanted(state.info)):
            return asked(self, *args, **named)
        return plain(self, *args, **named)

    return operation


def _namespace(info: ClassInfo, base: type | None) -> dict[str, Any]:
    operations = info.operations.intersection(_OPERATIONS)
    if base is not None:
        # What equals it, and comes before it, follows from the data alone.
        own = operations - COMPARISONS - {EQUALITY, "__hash__"}
        return {name: _of_data(name, base) for name in own}
    unhashable = EQUALITY in operations and "__hash__" not in operations
    made: dict[str, Any] = {name: _OPERATIONS[name] for name in operations}
    made.update({"__eq__": _equals, "__hash__": None if unhashable else _hash})
    made.setdefault("__repr__", _said)
    made["__dict__"] = property(lambda self: _state(self).stubs.get(_state(self).target, "__dict__"))
    made["__doc__"] = property(lambda self: _state(self).stubs.get(_state(self).target, "__doc__"))
    return made


_made: dict[tuple[str, frozenset[str], type | None], type] = {}


def object_stub(stubs: "Stubs", handle: int, info: ClassInfo, data: object, hashed: int | None) -> object:
    """The stand-in for an object; with `data` it is real data of that type, and of the submission besides."""
    base = type(data) if type(data) in DATA else None
    key = (info.name, info.operations, base)
    kind = _made.get(key)
    if kind is None:
        bases = (RemoteObject,) if base is None else (RemoteObject, base)
        kind = _made[key] = type(info.name, bases, _namespace(info, base))
    stub: Any = object.__new__(kind) if base is None else base.__new__(kind, data)
    object.__setattr__(stub, "_touchstone", _State(stubs, handle, info, hashed))
    return stub
