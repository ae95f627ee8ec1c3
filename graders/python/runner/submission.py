"""The author's interface to the submission (docs/writing-tests.md)."""

import base64
import json as json_text
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .answers import ProgramResult, Response, program_result, response
from .caller import Caller
from .faults import FAULTS, Trouble
from .loaded_module import LoadedModule, Loading
from .settings import Numbers
from .stubs import Stubs
from .troubles import TROUBLES

# Milliseconds that a server may take to listen, on top of the time for an answer.
_SERVER_START_MS = 10_000
# What the learner's side needs to stop a program that is too late, and say so.
_GRACE_MS = 1_000


class Submission:
    """What `from touchstone import submission` gives."""

    def __init__(self, caller: Caller, stubs: Stubs, seed: int) -> None:
        # The same for the same submission and the same tests: draw inputs from it.
        self.seed = seed
        self._caller = caller
        self._stubs = stubs
        self._numbers = Numbers(seed)
        self._loading: dict[str, Loading] = {}
        self._checks: dict[str, BaseException | None] = {}

    def load(self, module: str) -> Any:
        """A module of the submission; its names are used as if it had been imported."""
        if module not in self._loading:
            self._loading[module] = self._load(module)
        return LoadedModule(self._stubs, module, self._loading[module])

    def run(
        self,
        args: Sequence[str] = (),
        *,
        stdin: str = "",
        files: Mapping[str, str | bytes] | None = None,
        entry: str | None = None,
        env: Mapping[str, str] | None = None,
    ) -> ProgramResult:
        """Runs the submission's program and waits for its end. A program that fails is a result, not an error."""
        settings = self._caller.settings
        check = {"op": "check-program", "entry": entry}
        self._once(f"program {entry}", lambda: self._caller.plain(check, settings.load_ms))
        program = {
            "args": [str(item) for item in args],
            "stdin": stdin,
            "files": {path: _base64(content) for path, content in (files or {}).items()},
            "env": dict(env or {}),
            "entry": entry,
            "timeout": settings.call_ms,
        }
        told = self._caller.plain({"op": "run", "program": program}, settings.call_ms + _GRACE_MS, "program-wait-time")
        return self._checked(lambda: program_result(told))

    def fetch(
        self,
        path: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: str | bytes | None = None,
        json: Any = None,
    ) -> Response:
        """Sends a request to the submission's server, which is started first where it does not run yet."""
        settings = self._caller.settings
        if "server" not in self._checks:
            self.start_server()
        self._once("server", lambda: None)
        names = dict(headers or {})
        if json is not None:
            body = json_text.dumps(json)
            if "content-type" not in (name.lower() for name in names):
                names["content-type"] = "application/json"
        request = {
            "method": method.upper(),
            "path": path,
            "headers": [[name, value] for name, value in names.items()],
            "body": _base64(body or b""),
            "timeout": settings.call_ms,
        }
        limit = settings.call_ms + _SERVER_START_MS + _GRACE_MS
        told = self._caller.plain({"op": "fetch", "http": request}, limit, "answer-time")
        return self._checked(lambda: response(told))

    def start_server(self, entry: str | None = None) -> None:
        """Starts the server from a file of its own; `fetch` does it by itself for the usual ones."""
        limit = _SERVER_START_MS + _GRACE_MS
        # A test file never meets what another one has left in a server.
        self.stop_server()
        self._once("server", lambda: self._caller.plain({"op": "start-server", "entry": entry}, limit))

    def stop_server(self) -> None:
        """Ends the submission's server; the next `fetch` starts a fresh one."""
        self._caller.plain({"op": "stop-server"}, self._caller.settings.call_ms + _GRACE_MS)

    def wait(self, seconds: float) -> None:
        """Lets time pass while functions that the submission was handed can be called."""
        limit = seconds * 1000 + self._caller.settings.call_ms
        self._caller.plain({"op": "wait", "seconds": seconds}, limit)

    def random(self) -> float:
        """The next of a row of numbers from 0 up to 1 that `seed` fixes."""
        return self._numbers.next()

    def random_int(self, least: int, most: int) -> int:
        """A whole number of that row, from `least` to `most`, both included."""
        return least + int(self._numbers.next() * (most - least + 1))

    def _load(self, module: str) -> Loading:
        try:
            request = {"op": "load", "module": module}
            kinds = self._caller.plain(request, self._caller.settings.load_ms)
            if type(kinds) is not dict:
                # What no host of ours says: the submission has answered in its place.
                raise _no_answer()
        except BaseException as error:
            return error
        self._stubs.name_classes(module, kinds)
        return kinds

    def _once(self, key: str, check: Callable[[], Any]) -> None:
        """What fails the first time fails the same way each time: it tells of the submission before any test."""
        if key not in self._checks:
            try:
                check()
                self._checks[key] = None
            except BaseException as error:
                self._checks[key] = error
        error = self._checks[key]
        if error is not None:
            raise TROUBLES.note(error)

    @staticmethod
    def _checked(read: Callable[[], Any]) -> Any:
        try:
            return read()
        except Exception as error:
            raise TROUBLES.note(_no_answer()) from error


def _no_answer() -> Trouble:
    """What is raised where the submission's side gave something that is no answer to this question."""
    trouble = Trouble("The submission's side gave no answer.")
    FAULTS.note(trouble, {"kind": "limit", "reason": "output"})
    return trouble


def _base64(content: str | bytes) -> str:
    return base64.b64encode(content.encode() if isinstance(content, str) else content).decode()
