"""What stands in the submission for functions, and errors, of the tests."""

import json
from collections.abc import Callable
from typing import Any

from ..channel.conversation import Answer, Conversation
from ..values.decode import ClassInfo, ErrorInfo, decode_back, decode_graph
from ..values.encode import GraphWriter
from ..values.handles import Handles
from ..values.wire import CrossingError, Wire
from .modules import Modules
from .naming import LearnerNaming
from .refusals import Unanswerable


class Callbacks:
    """The learner's side of `Receiving`."""

    def __init__(
        self, handles: Handles, naming: LearnerNaming, modules: Modules, conversation: Callable[[], Conversation]
    ) -> None:
        self._handles = handles
        self._naming = naming
        self._modules = modules
        self._conversation = conversation
        self._known: dict[int, object] = {}

    def function(self, handle: int, name: str, is_async: bool) -> object:
        known = self._known.get(handle)
        if known is not None:
            return known

        def stand_in(*args: Any, **named: Any) -> Any:
            payload, objects = self._question(handle, args, named)
            return self._read(self._conversation().ask(payload), objects)

        async def async_stand_in(*args: Any, **named: Any) -> Any:
            payload, objects = self._question(handle, args, named)
            return self._read(await self._conversation().ask_async(payload), objects)

        made = async_stand_in if is_async else stand_in
        made.__name__ = made.__qualname__ = name
        self._known[handle] = made
        self._naming.keep(made, handle)
        return made

    def own(self, handle: int) -> object:
        if handle not in self._handles:
            raise Unanswerable("stale")
        return self._handles[handle]

    def named(self, module: str, name: str) -> object:
        if module not in self._modules:
            raise Unanswerable("not-loaded")
        return getattr(self._modules[module], name)

    def error(self, info: ErrorInfo) -> BaseException:
        try:
            error = info.kind(*info.arguments)
        except Exception:
            error = info.kind.__new__(info.kind)
        self._naming.keep(error, info.handle)
        return error

    def instance(self, handle: int, kind: ClassInfo, data: object, hashed: int | None) -> object:
        raise CrossingError("an object of the tests")

    def class_(self, info: ClassInfo) -> object:
        raise CrossingError("a class of the tests")

    def error_class(self, info: ClassInfo) -> type:
        raise CrossingError("a class of the tests")

    def coroutine(self, handle: int) -> object:
        raise CrossingError("a coroutine of the tests")

    def _question(self, handle: int, args: tuple[Any, ...], named: dict[str, Any]) -> tuple[bytes, list[object]]:
        writer = GraphWriter(self._naming)
        graph = {"root": writer.value([list(args), named]), "nodes": writer.nodes}
        return json.dumps({"handle": handle, "args": graph}, ensure_ascii=False).encode(), writer.objects

    def _read(self, answer: Answer, objects: list[object]) -> Any:
        told: dict[str, Wire] = {} if answer.failed else json.loads(answer.payload)
        if told.get("back") is not None:
            decode_back(told["back"], self, objects)
        if told.get("value") is not None:
            return decode_graph(told["value"], self)[0]
        if told.get("thrown") is not None:
            error = decode_graph(told["thrown"], self)[0]
            if isinstance(error, BaseException):
                raise error
        raise RuntimeError("the test cannot be asked any more")
