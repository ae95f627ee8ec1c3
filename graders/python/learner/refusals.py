"""Reasons for which the submission cannot answer, that are not errors of its own."""

import re
import signal
from typing import Final, Literal

from .account import RanOut

Reason = Literal[
    "crossing",
    "stale",
    "not-loaded",
    "program-cpu-time",
    "program-wait-time",
    "program-time",
    "answer-time",
    "program-output",
    "program-memory",
    "memory",
    "files",
    "open-files",
    "processes",
]

PROGRAM_TIME: Final[dict[RanOut, Reason]] = {
    "cpu": "program-cpu-time",
    "wait": "program-wait-time",
    "clock": "program-time",
}
ANSWER_TIME: Final[dict[RanOut, Reason]] = {**PROGRAM_TIME, "wait": "answer-time"}

# What Python says last when it has come to a limit.
_SIGNS: Final[tuple[tuple[Reason, re.Pattern[str]], ...]] = (
    ("memory", re.compile(r"^MemoryError\b|^\w+: \[Errno 12\]", re.MULTILINE)),
    ("files", re.compile(r"^\w+: \[Errno (27|28|122)\]", re.MULTILINE)),
    ("open-files", re.compile(r"^\w+: \[Errno (23|24)\]", re.MULTILINE)),
    ("processes", re.compile(r"^RuntimeError: can't start new thread|^BlockingIOError: \[Errno 11\]", re.MULTILINE)),
)


class Unanswerable(Exception):
    """Ends a request with a reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def limit_of(code: int, stderr: str) -> Reason | None:
    """The limit that a program has died of; None where it is not one. `code`: as of a `Popen`."""
    # Nobody but the kernel, for want of memory, ends a program in this way.
    if code == -signal.SIGKILL:
        return "program-memory"
    if code == -signal.SIGXFSZ:
        return "files"
    return None if code <= 0 else next((reason for reason, sign in _SIGNS if sign.search(stderr)), None)
