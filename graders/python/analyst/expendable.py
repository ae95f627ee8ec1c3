"""A process that looks at one file after another and may die of any: then another one takes its place."""

import os
import select
import signal
import subprocess
import sys
import time
from typing import Final, NamedTuple

from touchstone_grader.channel.frames import FrameReader, Kind, encode_frame

# How many may die before nothing more is begun: each costs a start, and a project has one such file or none.
_MOST_LOSSES: Final = 20
_CHUNK: Final = 64 * 1024


class Look(NamedTuple):
    """What was said of a file, and why it was not looked at to its end: time, memory, crash or not-begun."""

    said: bytes | None
    loss: str | None


class Expendable:
    """Has files looked at by a program that takes `file` frames and answers each with a `report`."""

    def __init__(self, program: str, file_seconds: float, until: float) -> None:
        self._program = program
        self._file_seconds = file_seconds
        self._until = until
        self._losses = 0
        self._child: _Child | None = None

    def look(self, file: bytes) -> Look:
        """Shows it one file."""
        left = self._until - time.monotonic()
        if left <= 0 or self._losses >= _MOST_LOSSES:
            return Look(None, "not-begun")
        if self._child is None:
            self._child = _Child(self._program)
        look = self._child.look(file, min(left, self._file_seconds))
        if look.loss is not None:
            self._losses += 1
            self._child = None
        return look

    def close(self) -> None:
        """Ends the program."""
        if self._child is not None:
            self._child.end()


class _Child:
    def __init__(self, program: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-B", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={},
        )
        self._reader = FrameReader()

    def look(self, file: bytes, seconds: float) -> Look:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("a program without a channel")
        deadline = time.monotonic() + seconds
        try:
            stdin.write(encode_frame(Kind.FILE, 0, file))
        except BrokenPipeError:
            return Look(None, self._end_of())
        while (left := deadline - time.monotonic()) > 0:
            readable, _, _ = select.select([stdout], [], [], left)
            if not readable:
                break
            chunk = os.read(stdout.fileno(), _CHUNK)
            if not chunk:
                return Look(None, self._end_of())
            for frame in self._reader.push(chunk):
                return Look(frame.payload, None)
        self.end()
        return Look(None, "time")

    def end(self) -> None:
        self._process.kill()
        self._process.wait()

    def _end_of(self) -> str:
        # Nobody but the kernel kills it without being asked to, and it does so when memory is short.
        return "memory" if self._process.wait() == -signal.SIGKILL else "crash"
