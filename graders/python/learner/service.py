"""Answers the requests of the tests with the submission's code."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from ..channel.conversation import Conversation, Served
from ..values.decode import decode_graph
from ..values.encode import GraphWriter
from ..values.handles import Handles
from ..values.wire import MAX_BYTES, Node
from .callbacks import Callbacks
from .exchange import HttpRequest
from .modules import Modules, public_names
from .naming import LearnerNaming
from .operations import OPERATE, content_of
from .printed_error import PrintedError
from .program import ProgramRequest, check_program, run_program
from .refusals import Unanswerable
from .server import SubmissionServer

# Kept from before the submission was loaded: code that overrides them harms its own side only.
_dumps, _loads, _getattr = json.dumps, json.loads, getattr

_Request = dict[str, Any]
# What came of a request: a value, or what was raised.
_Outcome = tuple[str, Any]


class LearnerService:
    """`epoch` counts the processes of a run. `output_bytes`: what a program may print, and a server answer."""

    def __init__(self, epoch: int, output_bytes: int, conversation: Callable[[], Conversation]) -> None:
        self._handles = Handles(epoch * 10**9 + 1)
        self._naming = LearnerNaming(self._handles)
        self._modules = Modules()
        self._receiving = Callbacks(self._handles, self._naming, self._modules, conversation)
        self._server = SubmissionServer(epoch, output_bytes)
        self._conversation = conversation
        self._settling: dict[int, asyncio.Future[Any]] = {}
        self._answers: dict[str, Callable[[_Request], Any]] = {
            "get": lambda request: _getattr(self._resolve(request["target"]), request["key"]),
            "set": self._set,
            "del": lambda request: delattr(self._resolve(request["target"]), request["key"]),
            "dir": lambda request: [name for name in dir(self._resolve(request["target"])) if type(name) is str],
            "content": lambda request: content_of(self._resolve(request["target"])),
            "isinstance": lambda request: isinstance(self._decoded(request["value"]), self._class(request["target"])),
            "issubclass": lambda request: issubclass(self._decoded(request["value"]), self._class(request["target"])),
            "check-program": lambda request: check_program(request["entry"]),
            "run": lambda request: run_program(ProgramRequest(**request["program"]), output_bytes),
            "start-server": lambda request: self._server.start(request["entry"]) and None,
            "stop-server": lambda request: self._server.stop(),
            "fetch": lambda request: self._server.fetch(HttpRequest(**request["http"])),
            "wait": lambda request: self._conversation().serve_for(request["seconds"]),
        }

    def serve(self, payload: bytes) -> Served:
        """The answer to one request, as JSON."""
        try:
            request: _Request = _loads(payload)
            operation = request["op"]
            if operation in ("call", "operate"):
                return self._call(request)
            if operation == "load":
                return self._load(request["module"])
            if operation == "settle":
                return self._settle(request["handle"])
            return self._write(("value", self._answers[operation](request)))
        except BaseException as error:
            return self._write(("thrown", error))

    def _call(self, request: _Request) -> bytes:
        target, graph = request["target"], request["args"]
        if request["op"] == "operate":
            operate, base = OPERATE[request["name"]], [self._resolve(target)]
        else:
            operate, base = self._resolve(target), []
        content, objects = decode_graph(graph, self._receiving)
        args, named = _arguments(content)
        try:
            outcome = ("value", operate(*base, *args, **named))
        except BaseException as error:
            outcome = ("thrown", error)
        return self._write(outcome, self._changed(graph["nodes"], objects))

    def _load(self, path: str) -> bytes:
        module = self._modules.load(path)
        writer = GraphWriter(self._naming)
        kinds: dict[str, Any] = {}
        for name, value in public_names(module):
            if isinstance(value, type):
                kinds[name] = writer.value(value)
            else:
                kinds[name] = "f" if type(value) is _FUNCTION else "v"
        text = _dumps({"kinds": kinds, "nodes": writer.nodes}, ensure_ascii=False).encode()
        return text if len(text) <= MAX_BYTES else _failed("crossing")

    async def _settle(self, handle: int) -> bytes:
        """Runs a coroutine, or waits for whatever else can be waited for, without stopping the others."""
        try:
            known = self._settling.get(handle)
            if known is None:
                known = self._settling[handle] = asyncio.ensure_future(_awaited(self._receiving.own(handle)))
            return self._write(("value", await known))
        except BaseException as error:
            return self._write(("thrown", error))

    def _set(self, request: _Request) -> None:
        setattr(self._resolve(request["target"]), request["key"], self._decoded(request["value"]))

    def _decoded(self, graph: Any) -> Any:
        return decode_graph(graph, self._receiving)[0]

    def _class(self, target: dict[str, Any]) -> Any:
        return self._resolve(target)

    def _resolve(self, target: dict[str, Any]) -> Any:
        if "handle" in target:
            base = self._receiving.own(target["handle"])
        elif target["module"] not in self._modules:
            raise Unanswerable("not-loaded")
        else:
            base = self._modules[target["module"]]
            if target.get("name") is not None:
                base = _getattr(base, target["name"])
        return base if target.get("key") is None else _getattr(base, target["key"])

    def _changed(self, before: list[Node], objects: list[object]) -> list[Node] | None:
        """The nodes of the arguments as they are after the call; None when nothing in them has changed."""
        # A call without containers has three nodes: both lists of arguments, and what holds the two.
        if len(objects) <= 3:
            return None
        try:
            writer = GraphWriter(self._naming, objects)
            writer.rewrite_known()
            return None if writer.nodes == before else writer.nodes
        except Exception:
            return None

    def _write(self, outcome: _Outcome, back: list[Node] | None = None) -> bytes:
        kind, value = outcome
        if isinstance(value, Unanswerable):
            return _failed(value.reason)
        try:
            writer = GraphWriter(self._naming)
            if isinstance(value, PrintedError):
                root: Any = ["r", 0]
                writer.nodes.append(["E", _printed(value)])
            else:
                root = writer.value(value)
            answer: dict[str, Any] = {kind: {"root": root, "nodes": writer.nodes}}
            if back is not None:
                answer["back"] = back
            text = _dumps(answer, ensure_ascii=False).encode()
        except Exception:
            return _failed("crossing")
        return text if len(text) <= MAX_BYTES else _failed("crossing")


def _arguments(content: Any) -> tuple[list[Any], dict[str, Any]]:
    args, named = content
    return args, named


def _printed(error: PrintedError) -> dict[str, Any]:
    file, line = error.place
    text = str(error)
    nothing: dict[str, Any] = {"properties": [], "cause": None, "handle": 0}
    return {"class": ["T", "Exception"], "name": error.name, "text": text, "args": [text], "file": file, "line": line, **nothing}


def _failed(reason: str) -> bytes:
    return b'{"failed":{"reason":"%s"}}' % reason.encode()


async def _awaited(awaitable: Any) -> Any:
    return await awaitable


_FUNCTION = type(_failed)

