"""The submission's own error classes: real classes here, so that tests can expect them."""

from typing import TYPE_CHECKING, Any

from ..values.decode import ClassInfo, ErrorInfo
from ..values.wire import TYPE_NAMES
from .probes import is_probe
from .remote_function import RemoteFunction

if TYPE_CHECKING:
    from .stubs import Stubs


class ErrorClasses:
    """By the key of the class there, and what is above it here."""

    def __init__(self, stubs: "Stubs") -> None:
        self._stubs = stubs
        self._made: dict[tuple[str, tuple[type, ...]], type] = {}

    def of(self, info: ClassInfo) -> type:
        known = self._made.get((info.key, info.bases))
        if known is None:
            known = self._made[info.key, info.bases] = self._make(info)
        self._stubs.caller.peer.naming.keep(known, ["y", info.handle])
        return known

    def _make(self, info: ClassInfo) -> type:
        stubs = self._stubs

        def text(self: BaseException) -> str:
            said = BaseException.__getattribute__(self, "__dict__").get("_touchstone_text")
            return BaseException.__str__(self) if said is None else said

        def attribute(self: BaseException, name: str) -> Any:
            target = {"handle": stubs.caller.peer.naming.theirs(self)}
            if is_probe(name) or target["handle"] is None:
                raise AttributeError(name)
            if name in info.methods:
                return RemoteFunction(stubs, {**target, "key": name}, name)
            return stubs.get(target, name)

        content = {"__str__": text, "__getattr__": attribute, "__module__": "submission"}
        bases = tuple(dict.fromkeys(info.bases)) or (Exception,)
        try:
            return type(info.name, bases, content)
        except TypeError:
            return type(info.name, (Exception,), content)


def make_error(info: ErrorInfo) -> BaseException:
    """An error of a class of this side; no code of the submission makes it."""
    error = _made(info.kind, info.arguments)
    if info.kind not in TYPE_NAMES:
        vars(error)["_touchstone_text"] = info.text
    return error


def _made(kind: type[BaseException], arguments: tuple[object, ...]) -> BaseException:
    error: BaseException
    try:
        if kind.__module__ == "builtins":
            return kind(*arguments)
        error = kind.__new__(kind, *arguments)
    except Exception:
        return RuntimeError(*arguments)
    try:
        # What C code keeps beside the arguments, such as the code of a SystemExit.
        BaseException.__init__(error, *arguments)
        next(base for base in kind.__mro__ if base.__module__ == "builtins").__init__(error, *arguments)
    except Exception:
        return error
    return error
