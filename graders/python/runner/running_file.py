"""One test file while its processes run: several, where one was ended by what it was given."""

import json
import os
import signal
import socket
from collections.abc import Callable
from time import monotonic

from ..channel.frames import Frame, FrameReader, Kind, encode_frame
from .faults import Cause, limit, said
from .local import Local, TestResult
from .settings import Settings
from .test_process import run_file

# Characters of a test process's output that are kept: only looked at when it found nothing.
_MAX_OUTPUT = 4000
_CHUNK = 256 * 1024
# Ids of one process's requests are below this; the process's number is put on top of them.
IDS = 2**20


class RunningFile:
    """The process that runs what is left of a test file. `number`: which process of the run it is."""

    def __init__(self, file: str, number: int, ended: frozenset[str], settings: Settings, told: bool) -> None:
        self.file = file
        self.results: list[TestResult] = []
        self.broken: list[dict[str, object]] | None = None
        # The test that runs now.
        self.begun: str | None = None
        self.ended = set(ended)
        self._number = number
        self._open: set[int] = set()
        self._quiet_since = monotonic()
        self._stopped: Cause | None = None
        self._output = b""
        self._unsent = bytearray()
        self._reader = FrameReader()
        ours, theirs = socket.socketpair()
        printed, prints = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            ours.close()
            os.close(printed)
            run_file(theirs.fileno(), prints, file, ended, settings, told)
        theirs.close()
        os.close(prints)
        ours.setblocking(False)
        os.set_blocking(printed, False)
        self.channel = ours
        self.printed = printed

    def read(self, to_worker: Callable[[int, int, bytes], None]) -> bool:
        """Takes what the process has sent; False when it has ended."""
        try:
            chunk = self.channel.recv(_CHUNK)
        except BlockingIOError:
            return True
        except ConnectionError:
            return False
        for frame in self._reader.push(chunk):
            self._take(frame, to_worker)
        return chunk != b""

    def read_output(self) -> bool:
        """Takes what it has printed; False when there will be no more."""
        try:
            chunk = os.read(self.printed, _CHUNK)
        except BlockingIOError:
            return True
        self._output = (self._output + chunk)[-_MAX_OUTPUT:]
        return chunk != b""

    def hand_on(self, frame: Frame) -> None:
        """An answer for a request of this process, or a call of one of its functions."""
        number = frame.number
        if frame.kind != Kind.CALLBACK:
            if number // IDS != self._number:
                return
            number %= IDS
            self._open.discard(number)
        self._quiet_since = monotonic()
        self._unsent += encode_frame(frame.kind, number, frame.payload)
        self.write()

    def write(self) -> None:
        """Sends what the process has room for."""
        try:
            while self._unsent:
                del self._unsent[: self.channel.send(self._unsent)]
        except (BlockingIOError, ConnectionError):
            return

    @property
    def has_unsent(self) -> bool:
        return bool(self._unsent)

    def stop_if_quiet(self, seconds: float) -> None:
        """Ends the process when it waits for nothing and says nothing: a test of it hangs by itself."""
        if not self._open and monotonic() - self._quiet_since > seconds:
            self.stop({"kind": "framework-timeout"})

    def stop(self, cause: Cause) -> None:
        """Ends the process; `close` gives this cause."""
        self._stopped = cause
        os.kill(self.pid, signal.SIGKILL)

    def close(self) -> Cause | None:
        """Waits for the end; why it did not come to its own, or None."""
        self.channel.close()
        while self.read_output():
            pass
        os.close(self.printed)
        _, status = os.waitpid(self.pid, 0)
        if self.broken is not None:
            return None
        if self._stopped is not None:
            return self._stopped
        if os.WIFSIGNALED(status):
            # Nobody but the kernel ends it: for want of memory, or of stack.
            return limit("memory")
        if self.begun is not None:
            # Not for the author to mend: what a submission gave may have used up the memory of pytest itself.
            return said("thrown", "the test process ended in the midst of this test")
        printed = self._output.decode("utf-8", "replace")
        return said("author", f"the test process ended without a result: {printed}")

    def _take(self, frame: Frame, to_worker: Callable[[int, int, bytes], None]) -> None:
        self._quiet_since = monotonic()
        if frame.kind == Local.BEGUN:
            self.begun = json.loads(frame.payload)
        elif frame.kind == Local.RESULT:
            result: TestResult = json.loads(frame.payload)
            self.results.append(result)
            self.ended.add(result["name"])
            self.begun = None
        elif frame.kind == Local.DONE:
            self.broken = json.loads(frame.payload)["broken"]
        elif frame.kind == Kind.REQUEST:
            self._open.add(frame.number)
            to_worker(frame.kind, self._number * IDS + frame.number, frame.payload)
            return
        else:
            to_worker(frame.kind, frame.number, frame.payload)
            return
        if frame.kind == Local.RESULT:
            to_worker(Kind.PROGRESS, 0, b"")
