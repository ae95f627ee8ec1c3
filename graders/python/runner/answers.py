"""What came of running the submission's program, or of asking its server."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..values.wire import CrossingError


@dataclass(frozen=True)
class ProgramResult:
    """`code` is None where a signal ended the program, and `signal` its name then. `files`: the folder afterwards."""

    stdout: str
    stderr: str
    code: int | None
    signal: str | None
    files: dict[str, str]


class Headers(Mapping[str, str]):
    """Headers by name, however it is written; several of one name are joined, and `all` has each of them."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def __getitem__(self, name: str) -> str:
        found = self.all(name)
        if not found:
            raise KeyError(name)
        return ", ".join(found)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name.lower() for name, _ in self._pairs))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def all(self, name: str) -> list[str]:
        return [value for key, value in self._pairs if key.lower() == name.lower()]


@dataclass(frozen=True)
class Response:
    """A server's answer."""

    status: int
    headers: Headers
    body: bytes

    def text(self) -> str:
        """The body as UTF-8."""
        return self.body.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as JSON; raises a ValueError where it is none."""
        return json.loads(self.body)


def program_result(told: Any) -> ProgramResult:
    """From what the submission's side told; anything in another form is refused."""
    code, signal = _of(told, "code", (int, type(None))), _of(told, "signal", (str, type(None)))
    files = _of(told, "files", (dict,))
    texts = {path: text for path, text in files.items() if type(path) is str and type(text) is str}
    return ProgramResult(_of(told, "stdout", (str,)), _of(told, "stderr", (str,)), code, signal, texts)


def response(told: Any) -> Response:
    """The same for an answer of its server."""
    headers = [(pair[0], pair[1]) for pair in _of(told, "headers", (list,)) if _is_pair(pair)]
    return Response(_of(told, "status", (int,)), Headers(headers), _of(told, "body", (bytes,)))


def _of(told: Any, key: str, kinds: tuple[type, ...]) -> Any:
    value = told.get(key) if type(told) is dict else None
    if type(value) not in kinds:
        raise CrossingError(f"no {key}")
    return value


def _is_pair(pair: Any) -> bool:
    return type(pair) is list and len(pair) == 2 and all(type(part) is str for part in pair)
