"""The tests' end of the line to the submission."""

import asyncio
import inspect
import json
import random
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

from ..channel.conversation import RUNNER, Answer, Conversation, Served
from ..channel.line import Line
from ..values.decode import Receiving, decode_back, decode_graph
from ..values.encode import GraphWriter
from ..values.handles import Handles
from ..values.wire import CrossingError, Wire
from .naming import RunnerNaming
from .troubles import TROUBLES

Request = dict[str, Any]

# Operations that carry nothing of a test.
_TELLS_NOTHING = ("load", "check-program", "start-server", "stop-server")
# What the learner's side may say of itself. The other reasons are the worker's alone.
_REASONS = (
    *("crossing", "stale", "not-loaded", "program-cpu-time", "program-wait-time", "program-time", "answer-time"),
    *("program-output", "program-memory", "memory", "files", "open-files", "processes"),
)


@dataclass(frozen=True)
class Result:
    """What a request came to: `value`, `thrown` (with an error), or `trouble` (with what was said of it)."""

    kind: str
    content: Any


class Peer:
    """Asks requests, and answers what the submission asks of functions that it was handed."""

    def __init__(self, line: Line, told: bool) -> None:
        # Something of a test has been sent: from now on the submission may know it.
        self.told = told
        # The same of this test file alone.
        self.asked = False
        # The handles of one test file are never another's: a late callback finds nothing.
        self.handles = Handles(1 + random.randrange(2**40) * 1000)
        self.naming = RunnerNaming(self.handles)
        self.receiving: Receiving
        self._conversation = Conversation(line, RUNNER, self._serve, lambda frame: None)

    def encode(self, value: object) -> dict[str, Wire]:
        """A value as a graph."""
        return self._graph(value)[0]

    def ask(self, request: Request, deadline: float, args: Any = None) -> Result:
        """Stops until the answer is there. `args`: `(positional, named)`, sent as the request's `args`."""
        payload, objects = self._payload(request, deadline, args)
        return self._result(self._conversation.ask(payload), objects)

    async def ask_async(self, request: Request, deadline: float) -> Result:
        """The same, while other coroutines go on."""
        payload, objects = self._payload(request, deadline, None)
        return self._result(await self._conversation.ask_async(payload), objects)

    def _payload(self, request: Request, deadline: float, args: Any) -> tuple[bytes, list[object]]:
        objects: list[object] = []
        if args is not None:
            graph, objects = self._graph([list(args[0]), dict(args[1])])
            request = {**request, "args": graph}
        self.asked = self.asked or request["op"] not in _TELLS_NOTHING
        self.told = self.told or self.asked
        return f"{deadline:g} {json.dumps(request, ensure_ascii=False)}".encode(), objects

    def _graph(self, value: object) -> tuple[dict[str, Wire], list[object]]:
        writer = GraphWriter(self.naming)
        root = writer.value(value)
        return {"root": root, "nodes": writer.nodes}, writer.objects

    def _result(self, answer: Answer, objects: list[object]) -> Result:
        if answer.failed:
            return Result("trouble", json.loads(answer.payload))
        try:
            told = json.loads(answer.payload, parse_constant=_refuse)
            if type(told) is not dict:
                raise CrossingError("no answer")
            if "failed" in told:
                return Result("trouble", {"reason": _reason(told["failed"])})
            if told.get("back") is not None:
                decode_back(told["back"], self.receiving, objects)
            if "kinds" in told:
                return Result("value", self._kinds(told))
            if "thrown" not in told:
                return Result("value", decode_graph(told.get("value"), self.receiving)[0])
            error = decode_graph(told["thrown"], self.receiving)[0]
            if not isinstance(error, BaseException):
                raise CrossingError("no error")
            return Result("thrown", error)
        except Exception:
            # Whatever it is, the submission has sent it: no test file may be blamed.
            return Result("trouble", {"reason": "crossing"})

    def _kinds(self, told: dict[str, Any]) -> dict[str, Any]:
        """What a module has, by name: a class, or None for anything else, which is True for a function."""
        kinds = told["kinds"]
        if type(kinds) is not dict:
            raise CrossingError("no names")
        graph = {"nodes": told.get("nodes"), "root": None}
        classes = {name: wire for name, wire in kinds.items() if type(wire) is list}
        decoded = _each(graph, list(classes.values()), self.receiving)
        made = dict(zip(classes, decoded, strict=True))
        return {name: made.get(name, wire == "f") for name, wire in kinds.items()}

    def _serve(self, payload: bytes) -> Served:
        objects: list[object] = []
        try:
            told = json.loads(payload, parse_constant=_refuse)
            callee: Any = self.handles[told["handle"]]
            content, objects = decode_graph(told["args"], self.receiving)
            args, named = _arguments(content)
        except (KeyError, CrossingError, RecursionError):
            return self._answer("thrown", RuntimeError("the tests cannot be asked this"), objects)
        except BaseException as error:
            return self._thrown(error, objects)
        try:
            result = callee(*args, **named)
            if inspect.isawaitable(result):
                return self._serve_late(result, objects)
            return self._answer("value", result, objects)
        except BaseException as error:
            return self._thrown(error, objects)

    async def _serve_late(self, awaitable: Awaitable[Any], objects: list[object]) -> bytes:
        try:
            return self._answer("value", await awaitable, objects)
        except asyncio.CancelledError:
            raise
        except BaseException as error:
            return self._thrown(error, objects)

    def _thrown(self, error: BaseException, objects: list[object]) -> bytes:
        # An assertion in a function that was handed over must not be lost when the submission catches it.
        if self.naming.theirs(error) is None and (isinstance(error, AssertionError) or not isinstance(error, Exception)):
            TROUBLES.note(error)
        return self._answer("thrown", error, objects)

    def _answer(self, kind: str, value: object, objects: list[object]) -> bytes:
        try:
            answer: dict[str, Any] = {kind: self._graph(value)[0]}
            if len(objects) > 3:
                writer = GraphWriter(self.naming, objects)
                writer.rewrite_known()
                answer["back"] = writer.nodes
        except (CrossingError, TypeError) as error:
            TROUBLES.note(error)
            answer = {"thrown": self._graph(RuntimeError("this cannot be handed over"))[0]}
        return json.dumps(answer, ensure_ascii=False).encode()


def _arguments(content: Any) -> tuple[list[Any], dict[str, Any]]:
    if type(content) is not list or len(content) != 2:
        raise CrossingError("no arguments")
    args, named = content
    if type(args) is not list or type(named) is not dict or not all(type(name) is str for name in named):
        raise CrossingError("no arguments")
    return args, named


def _each(graph: dict[str, Any], wires: list[Wire], receiving: Receiving) -> list[object]:
    nodes = graph["nodes"]
    if type(nodes) is not list:
        raise CrossingError("no nodes")
    root = {"root": ["r", len(nodes)], "nodes": [*nodes, ["t", wires]]}
    values, _ = decode_graph(root, receiving)
    return list(values) if isinstance(values, tuple) else []


def _reason(failed: Wire) -> str:
    reason = failed.get("reason") if type(failed) is dict else None
    return reason if reason in _REASONS else "crossing"


def _refuse(name: str) -> float:
    raise CrossingError(f"the number {name}")
