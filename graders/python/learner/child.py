"""A process of the submission: its program, or its server."""

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence

from .account import Account, RanOut

_CHUNK = 64 * 1024

# What a program finds in its environment, besides what a test adds.
_ENVIRONMENT = {
    "PATH": os.environ.get("PATH", ""),
    "HOME": "/tmp",
    "TZ": "UTC",
    "LANG": "C.UTF-8",
    # The same order of sets each time that the same submission is marked.
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
}


class Child:
    """A program that was started in a process group of its own."""

    def __init__(
        self, command: Sequence[str], folder: str, env: Mapping[str, str], most_bytes: int, stdin: int | None = None
    ) -> None:
        """`most_bytes` of each of its outputs are kept. `stdin`: the open file that it reads, else nothing."""
        self._most_bytes = most_bytes
        self.process = subprocess.Popen(
            list(command),
            cwd=folder,
            env={**_ENVIRONMENT, **env},
            stdin=subprocess.DEVNULL if stdin is None else stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._selector = selectors.DefaultSelector()
        self._collected: dict[int, bytearray] = {}
        self._streams = [stream.fileno() for stream in (self.process.stdout, self.process.stderr) if stream]
        for descriptor in self._streams:
            os.set_blocking(descriptor, False)
            self._selector.register(descriptor, selectors.EVENT_READ)
            self._collected[descriptor] = bytearray()
        self.flooded = False

    @property
    def stdout(self) -> str:
        """What it has printed, as far as it is kept."""
        return self._text(0)

    @property
    def stderr(self) -> str:
        return self._text(1)

    def collect(self, seconds: float) -> bool:
        """Takes what it prints for a time; False when it has closed its outputs."""
        if not self._selector.get_map():
            return False
        for key, _ in self._selector.select(max(0.0, seconds)):
            try:
                chunk = os.read(key.fd, _CHUNK)
            except BlockingIOError:
                continue
            kept = self._collected[key.fd]
            kept += chunk[: self._most_bytes + 1 - len(kept)]
            self.flooded = self.flooded or len(kept) > self._most_bytes
            if not chunk:
                self._selector.unregister(key.fd)
        return True

    def wait(self, limit: float) -> RanOut | None:
        """Until it has ended, or printed too much; how its time ran out, if it did. `limit`: seconds."""
        account = Account(limit)
        while self.process.poll() is None and not self.flooded:
            ran_out = account.ran_out()
            if ran_out is not None:
                return ran_out
            # A program may close its outputs and go on.
            if not self.collect(min(account.next_look, 0.02)):
                time.sleep(0.002)
        return None

    def kill(self) -> None:
        """Ends it and whatever it has started, and takes what it has printed until then."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        self.process.wait()
        while not self.flooded and self._selector.get_map() and self._selector.select(0):
            self.collect(0)
        self._reap()

    def close(self) -> None:
        """Lets go of its outputs."""
        self._selector.close()
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()

    def _reap(self) -> None:
        # The first process of a container inherits what has lost its parent.
        try:
            while os.waitid(os.P_PGID, self.process.pid, os.WEXITED | os.WNOHANG) is not None:
                pass
        except ChildProcessError:
            pass

    def _text(self, which: int) -> str:
        return bytes(self._collected[self._streams[which]][:self._most_bytes]).decode("utf-8", "replace")
