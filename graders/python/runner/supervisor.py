"""
The first process of the runner's container. It runs the test files of one submission after the other, each in a fresh
process that is forked from this one, which has imported pytest and never runs a test itself.
"""

import gc
import json
import os
import re
import selectors
import shutil
import signal
import sys
import time
from typing import NoReturn

from ..channel.frames import Frame, FrameReader, Kind, encode_frame
from ..files.receiver import FileReceiver
from .faults import ASKED_NOTHING, WORKS_FOR_EVER, Cause, limit, said
from .local import TESTS, TestResult
from .report import report_of
from .running_file import RunningFile
from .settings import Settings, read_settings
from .test_files import sort_test_files

_STDIN, _STDOUT = 0, 1
_CHUNK = 256 * 1024
_WRITABLE = (TESTS, "/tmp")
# How long a test may do nothing at all beyond its own time, seconds.
_QUIET_MARGIN = 30
# How often a file is taken up again after its process was ended.
_MOST_PROCESSES = 20
# Questions that carry nothing of a test.
_TELLS_NOTHING = re.compile(rb'^\S+ \{"op": "(load|check-program|start-server|stop-server)"')


class Run:
    """One submission's tests."""

    def __init__(self, files: FileReceiver, settings: Settings) -> None:
        self.settings = settings
        self.left = sort_test_files(files.paths)
        self.tests: list[TestResult] = []
        self.broken: list[dict[str, object]] = []
        self.now: RunningFile | None = None
        self.told = False
        self.started_at = time.time()
        self._processes = 0
        self._stopped = False

    def stop(self) -> None:
        """Ends the tests that still run: the time is over. The report then has what was found so far."""
        self._stopped = True
        self.left.clear()
        if self.now is not None:
            self.now.stop(limit("total-time") if self.told else said("author", ASKED_NOTHING))

    def next_file(self) -> bool:
        """Begins with the next test file; False when there is none."""
        if not self.left:
            return False
        self._begin(self.left.pop(0), frozenset())
        return True

    def end_file(self) -> None:
        """What the process that has ended found; where it was ended in the midst of a test, the others go on."""
        ended, self.now = self.now, None
        if ended is None:
            return
        cause = ended.close()
        if self._stopped:
            self._end_stopped(ended, cause)
            return
        if cause is not None and not self.told and cause["kind"] != "author":
            # Before it was asked anything, nothing of the submission can be why.
            ended_early = "the test process ended in the midst of a test, and has asked nothing of the submission"
            cause = said("author", WORKS_FOR_EVER if cause["kind"] == "framework-timeout" else ended_early)
        self.tests += ended.results
        if cause is None:
            self.broken += ended.broken or []
        elif cause["kind"] == "author":
            self.broken.append({"file": ended.file, "cause": cause})
        elif ended.begun is None:
            # The file had asked for something at its top, and what it was given kept it busy: not for the author to mend.
            self.broken.append({"file": ended.file, "cause": cause if cause["kind"] == "limit" else limit("test-time")})
        else:
            failed: TestResult = {"name": ended.begun, "file": ended.file, "status": "failed", "duration": 0, "cause": cause}
            self.tests.append(failed)
            if self._processes >= _MOST_PROCESSES:
                self.broken.append({"file": ended.file, "cause": limit("stopped-too-often")})
            else:
                self._begin(ended.file, frozenset({*ended.ended, ended.begun}))

    def _end_stopped(self, ended: RunningFile, cause: Cause | None) -> None:
        self.tests += ended.results
        self.broken += (ended.broken or []) if cause is None else [{"file": ended.file, "cause": cause}]

    def _begin(self, file: str, ended: frozenset[str]) -> None:
        self.now = RunningFile(file, self._processes, ended, self.settings, self.told)
        self._processes += 1


class Supervisor:
    """Speaks with the worker, and keeps this container clean between runs."""

    def __init__(self) -> None:
        self._files = FileReceiver(TESTS)
        self._reader = FrameReader()
        self._selector = selectors.DefaultSelector()
        self._selector.register(_STDIN, selectors.EVENT_READ)
        self._run: Run | None = None
        self._done = 0

    def serve_for_ever(self) -> NoReturn:
        """Ends with its standard input."""
        self._send(Kind.IDLE)
        while True:
            events = self._selector.select(None if self._run is None else 1)
            for key, mask in events:
                if key.fd == _STDIN:
                    self._hear()
                elif self._run is not None and self._run.now is not None:
                    self._attend(self._run, self._run.now, key.fd, mask)
            if self._run is not None and self._run.now is not None:
                self._run.now.stop_if_quiet(self._run.settings.test_ms / 1000 + _QUIET_MARGIN)

    def _hear(self) -> None:
        chunk = os.read(_STDIN, _CHUNK)
        if not chunk:
            os._exit(0)
        for frame in self._reader.push(chunk):
            self._take(frame)

    def _take(self, frame: Frame) -> None:
        if frame.kind == Kind.FILE:
            self._files.take(frame.payload)
        elif frame.kind == Kind.START:
            self._send(Kind.READY)
            self._done = 0
            self._run = Run(self._files, read_settings(json.loads(frame.payload)))
            self._go_on(self._run)
        elif frame.kind == Kind.STOP:
            if self._run is not None:
                self._run.stop()
        elif self._run is not None and self._run.now is not None:
            running = self._run.now
            running.hand_on(frame)
            self._watch(running)

    def _attend(self, run: Run, running: RunningFile, descriptor: int, mask: int) -> None:
        if descriptor == running.printed:
            if not running.read_output():
                self._selector.unregister(running.printed)
            return
        if mask & selectors.EVENT_WRITE:
            running.write()
            self._watch(running)
        if mask & selectors.EVENT_READ and not running.read(self._to_worker):
            self._unwatch(running)
            run.end_file()
            self._go_on(run)

    def _go_on(self, run: Run) -> None:
        if run.now is None and not run.next_file():
            self._finish(run)
        elif run.now is not None:
            self._selector.register(run.now.channel.fileno(), selectors.EVENT_READ)
            self._selector.register(run.now.printed, selectors.EVENT_READ)

    def _watch(self, running: RunningFile) -> None:
        more = selectors.EVENT_WRITE if running.has_unsent else 0
        self._selector.modify(running.channel.fileno(), selectors.EVENT_READ | more)

    def _unwatch(self, running: RunningFile) -> None:
        for descriptor in (running.channel.fileno(), running.printed):
            if descriptor in self._selector.get_map():
                self._selector.unregister(descriptor)

    def _to_worker(self, kind: int, number: int, payload: bytes) -> None:
        if kind == Kind.PROGRESS:
            self._done += 1
            payload = json.dumps({"done": self._done}).encode()
        elif kind == Kind.REQUEST and self._run is not None:
            self._run.told = self._run.told or _TELLS_NOTHING.match(payload) is None
        self._send(kind, number, payload)

    def _finish(self, run: Run) -> None:
        report = report_of(run.tests, run.broken, run.started_at, time.time())
        self._send(Kind.REPORT, 0, json.dumps(report).encode())
        self._run = None
        self._files = FileReceiver(TESTS)
        _clean()
        self._send(Kind.IDLE)

    @staticmethod
    def _send(kind: int, number: int = 0, payload: bytes = b"") -> None:
        view = memoryview(encode_frame(kind, number, payload))
        while view:
            view = view[os.write(_STDOUT, view) :]


def _clean() -> None:
    """Ends every process of the run, and empties what could be written to."""
    if os.getpid() == 1:
        try:
            os.kill(-1, signal.SIGKILL)
        except ProcessLookupError:
            pass
    try:
        while os.waitpid(-1, 0):
            pass
    except ChildProcessError:
        pass
    for folder in _WRITABLE:
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                os.unlink(entry.path)


def main() -> NoReturn:
    """Never returns."""
    sys.dont_write_bytecode = True
    # What is imported is shared with every test process, and never looked at again by the collector.
    gc.collect()
    gc.freeze()
    Supervisor().serve_for_ever()
