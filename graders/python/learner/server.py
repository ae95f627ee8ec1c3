"""The submission's HTTP server: started by the first request, spoken to over this container's own loopback."""

import os
import sys
import time
from typing import Any

from .child import Child
from .entry import server_entry
from .exchange import HttpRequest, exchange
from .place import SUBMISSION
from .refusals import Unanswerable, limit_of
from .server_start import until_it_listens

# How long a server that has hung up may take to end: it closes its connections a little before.
_LAST_MOMENT = 0.1
# Ports that nobody would write into their code: a server has to take it from its environment. And none that the kernel gives
# to who connects (Linux from 32768, gVisor from 16000): looking whether it answers could then meet itself there.
_LOWEST_PORT = 10_000
_PORTS = 6_000


class SubmissionServer:
    """One server at a time. `output_bytes`: the longest answer that is read, and what it prints that is kept."""

    def __init__(self, epoch: int, output_bytes: int) -> None:
        self._first_port = (os.getpid() * 7919 + epoch * 104_729 + time.time_ns() // 1_000_000) % _PORTS
        self._starts = 0
        self._output_bytes = output_bytes
        self._running: tuple[Child, tuple[str, int]] | None = None

    def start(self, said: str | None) -> tuple[Child, tuple[str, int]]:
        """Starts the server, unless it runs; raises the error that kept it from listening."""
        if self._running is not None:
            return self._running
        path = f"{SUBMISSION}/{server_entry(said)}"
        # Each has a port of its own: what the one before has started may listen for a moment longer than it lives.
        port = _LOWEST_PORT + (self._first_port + self._starts) % _PORTS
        self._starts += 1
        env = {"PORT": str(port), "PYTHONUNBUFFERED": "1"}
        child = Child([sys.executable, path], SUBMISSION, env, self._output_bytes)
        try:
            self._running = child, (until_it_listens(child, port), port)
        except BaseException:
            _end(child)
            raise
        return self._running

    def stop(self) -> None:
        """Ends the server; the next request starts a fresh one."""
        running, self._running = self._running, None
        if running is not None:
            _end(running[0])

    def fetch(self, request: HttpRequest) -> dict[str, Any]:
        """Sends one request, and collects the answer."""
        child, address = self.start(None)
        try:
            return exchange(child, address, request, self._output_bytes)
        except Unanswerable:
            # A server that hangs is ended, and the next request finds a fresh one.
            self.stop()
            raise
        except Exception:
            code = _code_of(child)
            if code is not None:
                self.stop()
                reason = limit_of(code, child.stderr)
                if reason is not None:
                    raise Unanswerable(reason) from None
            raise


def _end(child: Child) -> None:
    child.kill()
    child.close()


def _code_of(child: Child) -> int | None:
    until = time.monotonic() + _LAST_MOMENT
    while child.process.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    return child.process.poll()
