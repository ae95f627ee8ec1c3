"""The submission's HTTP server: started by the first request, spoken to over this container's own loopback."""

import base64
import http.client
import os
import socket
import sys
import time
from dataclasses import dataclass
from typing import Any

from .child import Child
from .entry import server_entry
from .place import SUBMISSION
from .printed_error import error_printed
from .refusals import Unanswerable

# How long a server may take from its start until it listens, seconds.
_START_SECONDS = 8
_ADDRESSES = ("127.0.0.1", "::1")
_MAX_BODY_BYTES = 512 * 1024
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class HttpRequest:
    """`body`: base64. `timeout`: milliseconds."""

    method: str
    path: str
    headers: list[list[str]]
    body: str
    timeout: float


class SubmissionServer:
    """One server at a time."""

    def __init__(self, epoch: int) -> None:
        # A port that nobody would write into their code: a server has to take it from its environment.
        self._port = 20_000 + (os.getpid() * 7919 + epoch * 104_729 + time.time_ns() // 1_000_000) % 20_000
        self._child: Child | None = None
        self._address = _ADDRESSES[0]

    def start(self, said: str | None) -> None:
        """Starts the server, unless it runs; raises the error that kept it from listening."""
        if self._child is not None:
            return
        path = f"{SUBMISSION}/{server_entry(said)}"
        child = Child([sys.executable, path], SUBMISSION, {"PORT": str(self._port), "PYTHONUNBUFFERED": "1"})
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until:
            for address in _ADDRESSES:
                if _answers(address, self._port):
                    self._child, self._address = child, address
                    return
            if child.process.poll() is not None:
                self._end(child)
                code = child.process.returncode
                ended = f"ended with exit code {code}" if code >= 0 else "was ended by a signal"
                raise error_printed(child.stderr, f"The server {ended} before it listened on its port.")
            child.collect(0.01) or time.sleep(0.01)
        self._end(child)
        raise TimeoutError(
            f"The server did not listen on the port in the environment variable PORT within {_START_SECONDS} s."
        )

    def stop(self) -> None:
        """Ends the server; the next request starts a fresh one."""
        if self._child is not None:
            self._end(self._child)
            self._child = None

    def fetch(self, request: HttpRequest) -> dict[str, Any]:
        """Sends one request, and collects the answer."""
        self.start(None)
        try:
            return self._exchange(request)
        except Exception:
            # A server that crashed or hangs is ended, and the next request finds a fresh one.
            self.stop()
            raise

    @staticmethod
    def _end(child: Child) -> None:
        child.kill()
        child.close()

    def _exchange(self, request: HttpRequest) -> dict[str, Any]:
        until = time.monotonic() + request.timeout / 1000
        connection = http.client.HTTPConnection(self._address, self._port, timeout=request.timeout / 1000)
        body = base64.b64decode(request.body)
        try:
            connection.putrequest(request.method, request.path, skip_host=True, skip_accept_encoding=True)
            for name, value in [["host", f"localhost:{self._port}"], *request.headers]:
                connection.putheader(name, value)
            if body:
                connection.putheader("content-length", str(len(body)))
            connection.endheaders(body)
            response = connection.getresponse()
            received = self._body(response, connection, until)
            return {"status": response.status, "headers": [list(pair) for pair in response.getheaders()], "body": received}
        except TimeoutError as error:
            raise Unanswerable("program-time") from error
        except (OSError, http.client.HTTPException) as error:
            said = str(error) or type(error).__name__
            raise ConnectionError(f"The server ended the connection without an answer ({said}).") from error
        finally:
            connection.close()

    def _body(self, response: http.client.HTTPResponse, connection: http.client.HTTPConnection, until: float) -> bytes:
        received = b""
        while True:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            if connection.sock is not None:
                connection.sock.settimeout(left)
            if self._child is not None:
                # A server that nobody listens to stops when its output is full.
                self._child.collect(0)
            chunk = response.read1(_CHUNK)
            if not chunk:
                return received
            received += chunk
            if len(received) > _MAX_BODY_BYTES:
                raise Unanswerable("program-output")


def _answers(address: str, port: int) -> bool:
    try:
        with socket.create_connection((address, port), timeout=1):
            return True
    except OSError:
        return False
