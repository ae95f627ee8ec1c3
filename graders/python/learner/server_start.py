"""Waits until a server listens."""

import socket
import time
from typing import Final

from .account import Account
from .child import Child
from .printed_error import error_printed
from .processes import look_at_others, ports_listened_on
from .refusals import PROGRAM_TIME, Unanswerable, limit_of

# CPU time that a server may use from its start until it listens, seconds.
_START: Final = 8.0
# How long it may wait in one go before it listens: long enough for a pause that a learner has put there.
_QUIET: Final = 3.0
# The same when it listens already, on another port.
_ELSEWHERE: Final = 0.3
_LOOK: Final = 0.1
# A look says nothing of the time before it in which nobody looked, as when the machine let this process wait: so much, at most.
_SEEN: Final = 2 * _LOOK
_ADDRESSES: Final = ("127.0.0.1", "::1")


def until_it_listens(child: Child, port: int) -> str:
    """The address that it listens at. Raises what kept it from that."""
    ports_before = ports_listened_on()
    account, before, quiet, last = Account(_START), look_at_others(), 0.0, time.monotonic()
    while True:
        for address in _ADDRESSES:
            if _answers(address, port):
                return address
        code = child.process.poll()
        if code is not None:
            child.kill()
            raise _start_error(code, child.stderr)
        child.collect(0.01) or time.sleep(0.01)
        elapsed = time.monotonic() - last
        if elapsed < _LOOK:
            continue
        last += elapsed
        others = look_at_others()
        is_quiet = others.cpu_seconds == before.cpu_seconds and not others.ready
        quiet = quiet + min(elapsed, _SEEN) if is_quiet else 0.0
        before = others
        elsewhere = ports_listened_on() - ports_before
        if elsewhere and quiet >= _ELSEWHERE:
            raise OSError(
                f"The server listens on port {min(elsewhere)}; it must take its port from the environment variable PORT."
            )
        if quiet >= _QUIET:
            raise OSError(
                "The server was started and does not listen on any port: it must listen on the one in the environment "
                "variable PORT."
            )
        ran_out = account.ran_out()
        if ran_out is not None:
            raise Unanswerable(PROGRAM_TIME[ran_out])


def _start_error(code: int, stderr: str) -> Exception:
    reason = limit_of(code, stderr)
    if reason is not None:
        return Unanswerable(reason)
    ended = f"ended with exit code {code}" if code >= 0 else "was ended by a signal"
    return error_printed(stderr, f"The server {ended} before it listened on its port.")


def _answers(address: str, port: int) -> bool:
    try:
        with socket.create_connection((address, port), timeout=1):
            return True
    except OSError:
        return False
