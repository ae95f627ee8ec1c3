"""Names what leaves the tests: plain data crosses by copy, functions as handles, and nothing else does."""

import asyncio
from typing import Any

from ..values.encode import GraphWriter
from ..values.handles import Handles
from ..values.wire import TYPE_NAMES, CrossingError, Wire
from .faults import FAULTS, said
from .troubles import TROUBLES


class RunnerNaming:
    """The runner's side of `Naming`."""

    def __init__(self, handles: Handles) -> None:
        self._handles = handles
        self._theirs: dict[int, tuple[object, Wire]] = {}

    def keep(self, stand_in: object, wire: Wire) -> None:
        """From now on `stand_in` goes back as what the submission knows by this tag."""
        self._theirs[id(stand_in)] = (stand_in, wire)

    def theirs(self, value: object) -> int | None:
        known = self._theirs.get(id(value))
        return None if known is None or known[1][0] != "y" else known[1][1]

    def tag(self, value: Any, writer: GraphWriter, depth: int, is_key: bool) -> Wire:
        known = self._theirs.get(id(value))
        if known is not None:
            return known[1]
        if callable(value) and not isinstance(value, type):
            name = getattr(value, "__name__", "function")
            is_async = asyncio.iscoroutinefunction(value) or asyncio.iscoroutinefunction(type(value).__call__)
            return ["f", self._handles.of(value), name if type(name) is str else "function", is_async]
        what = f"the class {value.__name__}" if isinstance(value, type) else f"an object of {type(value).__name__}"
        message = f"{what} cannot be handed to the submission; plain data and functions can"
        error = CrossingError(message)
        FAULTS.note(error, said("author", message))
        raise TROUBLES.note(error)

    def error(self, error: BaseException, writer: GraphWriter, depth: int) -> dict[str, Wire]:
        # What an assertion of the tests says is for no submission to read.
        told = not isinstance(error, AssertionError) and isinstance(error, Exception)
        known = (base for base in type(error).__mro__ if issubclass(base, BaseException))
        kind = next((base for base in known if base in TYPE_NAMES or id(base) in self._theirs), Exception)
        return {
            "class": writer.value(kind, depth + 1),
            "name": type(error).__name__,
            "text": str(error) if told else "",
            "args": writer.values([item for item in error.args if _is_plain(item)], depth + 1) if told else [],
            "properties": [],
            "cause": None,
            "file": None,
            "line": None,
            "handle": self._handles.of(error),
        }


def _is_plain(item: object) -> bool:
    return item is None or type(item) in (bool, int, float, str, bytes)
