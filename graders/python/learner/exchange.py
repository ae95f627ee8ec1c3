"""One request to the submission's server."""

import base64
import http.client
import socket
import threading
from dataclasses import dataclass
from typing import Any

from .account import Account
from .child import Child
from .refusals import ANSWER_TIME, Unanswerable

_CHUNK = 64 * 1024


@dataclass(frozen=True)
class HttpRequest:
    """`body`: base64. `timeout`: milliseconds."""

    method: str
    path: str
    headers: list[list[str]]
    body: str
    timeout: float


def exchange(child: Child, address: tuple[str, int], request: HttpRequest, most_bytes: int) -> dict[str, Any]:
    """Sends the request, and collects the answer. `most_bytes`: the longest answer that is read."""
    found: list[Any] = []
    connection = http.client.HTTPConnection(*address)

    def work() -> None:
        try:
            found.append(_answer(connection, address[1], request, most_bytes))
        except BaseException as error:
            found.append(error)

    # On a thread of its own: this one looks at the time, and at what the server prints.
    thread = threading.Thread(target=work, daemon=True)
    account = Account(request.timeout / 1000)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(min(account.next_look, 0.05))
            # A server that nobody listens to stops when its output is full.
            child.collect(0)
            ran_out = account.ran_out()
            if ran_out is not None and thread.is_alive():
                raise Unanswerable(ANSWER_TIME[ran_out])
    finally:
        _hang_up(connection)
    (answer,) = found
    if isinstance(answer, (OSError, http.client.HTTPException)):
        said = str(answer) or type(answer).__name__
        raise ConnectionError(f"The server ended the connection without an answer ({said}).") from answer
    if isinstance(answer, BaseException):
        raise answer
    return answer  # type: ignore[no-any-return]


def _answer(connection: http.client.HTTPConnection, port: int, request: HttpRequest, most_bytes: int) -> dict[str, Any]:
    body = base64.b64decode(request.body)
    connection.putrequest(request.method, request.path, skip_host=True, skip_accept_encoding=True)
    for name, value in [["host", f"localhost:{port}"], *request.headers]:
        connection.putheader(name, value)
    if body:
        connection.putheader("content-length", str(len(body)))
    connection.endheaders(body)
    response = connection.getresponse()
    received = b""
    while chunk := response.read1(_CHUNK):
        received += chunk
        if len(received) > most_bytes:
            raise Unanswerable("program-output")
    return {"status": response.status, "headers": [list(pair) for pair in response.getheaders()], "body": received}


def _hang_up(connection: http.client.HTTPConnection) -> None:
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
    connection.close()
