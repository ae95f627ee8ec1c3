"""Asks the submission on behalf of the stubs, and turns what went wrong into errors that say whose fault it is."""

import json
from typing import Any, NoReturn

from .faults import FAULTS, Trouble, learner, limit
from .peer import Peer, Request, Result
from .settings import Settings
from .troubles import TROUBLES

Target = dict[str, Any]

# How often one function may have to be stopped before it is not called again: a few tests can tell of it, not all time go.
_MOST_STOPS = 3
# Limits of one call that its process is ended for.
_STOPS = ("cpu-time", "wait-time", "call-time")
# Operations that say by an error that there is nothing more.
_ENDING = ("__next__", "__anext__", "send", "asend", "throw", "athrow")

# What is said where no error of the submission says it. Nothing in these comes from the submission.
_PLAIN = {
    "ended": "The submission ended its own process while it was asked.",
    "stale": "An object of an earlier call was used again after the submission had to be started anew.",
    "crossing": "The submission gave back a value that cannot be handed over: it is too large, nested too deeply, or "
    "changes while it is read.",
    "not-loaded": "The submission could not be loaded again after it had to be started anew.",
}


class Caller:
    """`peer` asks; what comes back is a value, or is raised."""

    def __init__(self, peer: Peer, settings: Settings) -> None:
        self.peer = peer
        self.settings = settings
        self._stops: dict[str, int] = {}

    def call(self, request: Request, args: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """A call, or an operation with operands."""
        target: Target = request["target"]
        # A method that does not end does not end for another object either.
        key = json.dumps([target.get("of", target), target.get("key"), request.get("name")])
        if self._stops.get(key, 0) >= _MOST_STOPS:
            raise TROUBLES.note(_limit_reached("not-called-again"))
        return self._finish(target, key, request, (args, named))

    def ask(self, request: Request) -> Any:
        """Any other question about a target."""
        return self._finish(request["target"], None, request, None)

    def plain(self, request: Request, deadline: float, late: str | None = None) -> Any:
        """A question about no target. `late`: the limit that is hit when no answer comes."""
        result = self.peer.ask(request, deadline)
        if late is not None and result.kind == "trouble" and result.content["reason"] == "wait-time":
            raise TROUBLES.note(_limit_reached(late))
        return self._conclude(result, None, request)

    async def settle(self, handle: int) -> Any:
        """Waits for something of the submission that can be waited for."""
        request = {"op": "settle", "handle": handle, "name": "__anext__"}
        return self._conclude(await self.peer.ask_async(request, self.settings.call_ms), None, request)

    def _finish(self, target: Target, key: str | None, request: Request, args: Any) -> Any:
        result = self.peer.ask(request, self.settings.call_ms, args)
        if _is_not_loaded(result) and "module" in target:
            # Another process has taken the place of the one that was stopped.
            load = {"op": "load", "module": target["module"]}
            self._conclude(self.peer.ask(load, self.settings.load_ms), None, load)
            result = self.peer.ask(request, self.settings.call_ms, args)
        return self._conclude(result, key, request)

    def _conclude(self, result: Result, key: str | None, request: Request) -> Any:
        if result.kind == "value":
            return result.content
        if result.kind == "thrown":
            self._raise(result.content, request)
        reason = result.content["reason"]
        if key is not None and reason in _STOPS:
            self._stops[key] = self._stops.get(key, 0) + 1
        raise TROUBLES.note(self._trouble(result.content))

    def _raise(self, error: BaseException, request: Request) -> NoReturn:
        named = request.get("name") or request.get("target", {}).get("key")
        if isinstance(error, (StopIteration, StopAsyncIteration)) and named not in _ENDING:
            # It would end a loop of the test, and with it what the test looks at.
            raise RuntimeError(f"the submission raised {type(error).__name__}") from error
        raise error

    def _trouble(self, told: dict[str, Any]) -> Trouble:
        reason = told["reason"]
        if reason not in _PLAIN:
            return _limit_reached(reason)
        error = told.get("error")
        message = error["message"] if error else _PLAIN[reason]
        code = told.get("code")
        # The exit code is chosen by the submission, and left out once it may know of a test.
        if not error and reason == "ended" and code is not None and not self.peer.told:
            message = f"The submission ended its own process with exit code {code} while it was asked."
        trouble = Trouble(message)
        name = error["name"] if error else "Error"
        file, line = (error["file"], error["line"]) if error else (None, None)
        # What ended a process may have been said by the submission; what is said here of a value was not.
        FAULTS.note(trouble, learner(name, message, file, line, not error or not self.peer.told))
        return trouble


def _is_not_loaded(result: Result) -> bool:
    return result.kind == "trouble" and result.content["reason"] == "not-loaded"


def _limit_reached(reason: str) -> Trouble:
    trouble = Trouble(f"limit: {reason}")
    FAULTS.note(trouble, limit(reason))
    return trouble
