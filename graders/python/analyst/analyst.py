"""Speaks with the worker: takes a submission into memory, has it analysed, and sends the report."""

import json
import os
import struct
import time
from collections.abc import Callable

from touchstone_grader.analyst.read_mutations import read_mutations
from touchstone_grader.analyst.read_syntax import read_syntax
from touchstone_grader.channel.frames import FrameReader, Kind, encode_frame

Files = dict[str, bytes]
# The submission, until when it may go on (on the clock of `time.monotonic`), and whom to tell which file it begins.
Analysis = Callable[[Files, float, Callable[[str], None]], dict[str, object]]

_ANALYSES: dict[str, Analysis] = {"syntax": read_syntax, "mutations": read_mutations}
_CHUNK = 64 * 1024


def main() -> None:
    """
    Serves one analysis. The files stay in memory: none is written down under its own name, so that no tool can take one
    for its settings, no interpreter can import one, and no link can exist.
    """
    reader = FrameReader()
    pieces: dict[str, bytearray] = {}
    _send(Kind.IDLE)
    while chunk := os.read(0, _CHUNK):
        for frame in reader.push(chunk):
            if frame.kind == Kind.FILE:
                path, content = _file_in(frame.payload)
                pieces.setdefault(path, bytearray()).extend(content)
            elif frame.kind == Kind.START:
                _analyse({path: bytes(content) for path, content in pieces.items()}, json.loads(frame.payload))


def _analyse(files: Files, settings: dict[str, object]) -> None:
    name = settings["analysis"]
    analysis = _ANALYSES.get(str(name))
    if analysis is None:
        raise LookupError(f"there is no analysis {name}")
    _send(Kind.READY)
    until = time.monotonic() + float(str(settings["totalMs"])) / 1000
    report = analysis(files, until, lambda path: _send(Kind.PROGRESS, {"file": path}))
    _send(Kind.REPORT, report)


def _file_in(payload: bytes) -> tuple[str, bytes]:
    (length,) = struct.unpack_from(">H", payload)
    return payload[2 : 2 + length].decode(), payload[2 + length :]


def _send(kind: int, content: object = None) -> None:
    payload = b"" if content is None else json.dumps(content).encode()
    left = memoryview(encode_frame(kind, 0, payload))
    while left:
        left = left[os.write(1, left) :]
