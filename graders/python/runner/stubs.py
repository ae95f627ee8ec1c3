"""What stands in a test for the functions, classes and objects that stay in the submission."""

from collections.abc import Callable
from typing import Any

from ..values.decode import ClassInfo, ErrorInfo
from ..values.wire import CONTENTS, CrossingError
from .caller import Caller, Target
from .errors import ErrorClasses, make_error
from .faults import FAULTS, learner
from .remote_class import RemoteClass, class_stub
from .remote_function import RemoteFunction
from .remote_object import object_stub


class Stubs:
    """The runner's side of `Receiving`. The same object of the submission always has the same stub."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller
        self._known: dict[int, object] = {}
        self._classes: dict[str, RemoteClass] = {}
        self._errors = ErrorClasses(self)
        # Classes that the test has asked for by name, or used as one.
        self._wanted: set[str] = set()
        # Stubs, by identity, of objects that the test has made itself, or looked at the class of.
        self._made: set[int] = set()

    # -- what arrives

    def function(self, handle: int, name: str, is_async: bool) -> object:
        return self._remember(handle, lambda: RemoteFunction(self, {"handle": handle}, name))

    def instance(self, handle: int, kind: ClassInfo, data: object, hashed: int | None) -> object:
        return self._remember(handle, lambda: object_stub(self, handle, kind, data, hashed))

    def class_(self, info: ClassInfo) -> type | object:
        return self.class_at(info, {"handle": info.handle})

    def class_at(self, info: ClassInfo, target: Target) -> type | object:
        """A class, which is known by `target` from now on."""
        if info.bases:
            return self._errors.of(info)
        key = info.key if "<locals>" not in info.key else f"{info.key} {info.handle}"
        known = self._classes.get(key)
        if known is None:
            known = self._classes[key] = class_stub(self, info, target)
        # A process that has taken another's place knows it by another number.
        if "module" in target or "module" not in known.target:
            known.target = target
        self.caller.peer.naming.keep(known, wire_of(known.target, info.handle))
        return known

    def name_classes(self, module: str, kinds: dict[str, Any]) -> None:
        """The classes of a module are known by their names there: so another process knows them too."""
        for name, kind in kinds.items():
            if isinstance(kind, RemoteClass) and "module" not in kind.target and kind.info.name == name:
                self.class_at(kind.info, {"module": module, "name": name})

    def error_class(self, info: ClassInfo) -> type:
        return self._errors.of(info)

    def coroutine(self, handle: int) -> object:
        async def submitted() -> Any:
            return await self.caller.settle(handle)

        made = submitted()
        self.caller.peer.naming.keep(made, ["y", handle])
        return made

    def own(self, handle: int) -> object:
        handles = self.caller.peer.handles
        if handle not in handles:
            raise CrossingError("something that was never handed over")
        return handles[handle]

    def named(self, module: str, name: str) -> object:
        raise CrossingError("a name of the tests")

    def error(self, info: ErrorInfo) -> BaseException:
        error = make_error(info)
        if info.handle:
            self.caller.peer.naming.keep(error, ["y", info.handle])
        before_any_call = not self.caller.peer.told
        FAULTS.note(error, learner(info.name, info.text, info.file, info.line, before_any_call))
        return error

    # -- what stubs do

    def call(self, target: Target, args: tuple[Any, ...], named: dict[str, Any]) -> Any:
        return self.caller.call({"op": "call", "target": target}, args, named)

    def operate(self, target: Target, name: str, args: tuple[Any, ...], named: dict[str, Any] | None = None) -> Any:
        """An operation, such as `__len__`."""
        return self.caller.call({"op": "operate", "name": name, "target": target}, args, named or {})

    def get(self, target: Target, key: str) -> Any:
        value = self.caller.ask({"op": "get", "target": target, "key": key})
        self.want(value)
        return value

    def set(self, target: Target, key: str, value: object) -> None:
        self.caller.ask({"op": "set", "target": target, "key": key, "value": self.caller.peer.encode(value)})

    def delete(self, target: Target, key: str) -> None:
        self.caller.ask({"op": "del", "target": target, "key": key})

    def names(self, target: Target) -> list[str]:
        names = self.caller.ask({"op": "dir", "target": target})
        return [name for name in names if type(name) is str] if type(names) is list else []

    def content(self, target: Target) -> object:
        """What an object of a class below a plain type holds, as a copy of that type."""
        content = self.caller.ask({"op": "content", "target": target})
        return content if type(content) in CONTENTS else ()

    def is_of(self, op: str, target: Target, value: object) -> bool:
        """`isinstance` or `issubclass`, of something that stays in the submission."""
        request = {"op": op, "target": target, "value": self.caller.peer.encode(value)}
        return self.caller.ask(request) is True

    # -- classes that the test expects

    def want(self, value: object) -> None:
        """From now on objects of this class may decide what equals them: the test has asked for the class itself."""
        if isinstance(value, RemoteClass):
            self._wanted.add(value.info.key)

    def is_wanted(self, info: ClassInfo) -> bool:
        return not self._wanted.isdisjoint(info.above) or info.key in self._wanted

    def keep_made(self, stub: object, handle: int, decides: bool) -> None:
        """
        From now on `stub` may be compared and computed with plain data by the submission: the test expects it. Where its
        class has operators for that (`decides`), the same object gets another stub when it is given back: an account that
        calls itself its balance is not what the test has made.
        """
        self._made.add(id(stub))
        if decides and self._known.get(handle) is stub:
            del self._known[handle]

    def is_made(self, stub: object) -> bool:
        return id(stub) in self._made

    def _remember(self, handle: int, make: Callable[[], object]) -> object:
        known = self._known.get(handle)
        if known is None:
            known = self._known[handle] = make()
            self.caller.peer.naming.keep(known, ["y", handle])
        return known


def wire_of(target: Target, handle: int) -> list[Any]:
    """How the submission is told of something of its own; by its name, another process knows it too."""
    return ["N", target["module"], target["name"]] if "module" in target else ["y", handle]
