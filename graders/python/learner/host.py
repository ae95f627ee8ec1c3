"""
The first process of a learner's container. Its channel is on descriptors 3 and 4, so that what the submission reads
and prints (0, 1, 2) never meets it.
"""

import gc
import json
import os
import sys
from typing import NoReturn

from ..channel.conversation import LEARNER, Conversation, Served
from ..channel.frames import Frame, Kind
from ..channel.line import Line
from ..files.receiver import FileReceiver
from .modules import uncover
from .place import SUBMISSION, place_of, without_folder
from .service import LearnerService


class Host:
    """Takes files until it is told to start, and answers questions from then on."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._files = FileReceiver(SUBMISSION)
        self._service: LearnerService | None = None
        self.conversation = Conversation(line, LEARNER, self._serve, self._other)

    def _serve(self, payload: bytes) -> Served:
        return b"" if self._service is None else self._service.serve(payload)

    def _other(self, frame: Frame | None) -> None:
        if frame is None:
            os._exit(0)
        elif frame.kind == Kind.FILE and self._service is None:
            self._files.take(frame.payload)
        elif frame.kind == Kind.PING:
            self._line.send(Kind.PONG)
        elif frame.kind == Kind.START and self._service is None:
            self._start(**json.loads(frame.payload))

    def _start(self, epoch: int, outputBytes: int, **_: object) -> None:  # noqa: N803: the worker's name
        os.chdir(SUBMISSION)
        sys.path.insert(0, SUBMISSION)
        sys.argv = ["main.py"]
        uncover(SUBMISSION)
        _print_to_nobody()
        self._service = LearnerService(epoch, outputBytes, lambda: self.conversation)
        self._line.send(Kind.READY)


def main() -> NoReturn:
    """Never returns: ends with its channel, or with an error that nobody has caught."""
    line = Line(3, 4)
    host = Host(line)
    # A process that the submission forks is none of ours: the channel is not its own.
    os.register_at_fork(after_in_child=lambda: os.closerange(3, 5))
    gc.collect()
    gc.freeze()
    line.send(Kind.IDLE)
    try:
        host.conversation.serve_for_ever()
    except BaseException as error:
        _last_words(line, error)
    finally:
        os._exit(1)


def _print_to_nobody() -> None:
    """What the submission prints nobody reads: so a flood costs nobody else anything."""
    nothing = os.open("/dev/null", os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    os.close(nothing)


def _last_words(line: Line, error: BaseException) -> None:
    file, line_number = place_of(error)
    said = {"name": type(error).__name__, "message": without_folder(str(error)), "file": file, "line": line_number}
    line.send(Kind.FATAL, 0, json.dumps(said).encode())
