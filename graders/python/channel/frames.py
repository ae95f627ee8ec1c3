"""Frames: one message between the worker and a container (docs/graders.md says what each kind means)."""

import struct
from typing import Final, NamedTuple

# Length of the rest (4), kind (1), id (4), big-endian; then the payload.
_HEADER: Final = struct.Struct(">IBI")
_HEADER_BYTES: Final = _HEADER.size


class Kind:
    """What a frame is."""

    FILE: Final = 1
    START: Final = 2
    READY: Final = 3
    REQUEST: Final = 4
    PENDING: Final = 5
    REPLY: Final = 6
    CALLBACK: Final = 7
    CALLBACK_PENDING: Final = 8
    CALLBACK_REPLY: Final = 9
    FAILURE: Final = 10
    FATAL: Final = 11
    PING: Final = 12
    PONG: Final = 13
    PROGRESS: Final = 14
    REPORT: Final = 15
    IDLE: Final = 16
    STOP: Final = 17


class Frame(NamedTuple):
    """`number` ties an answer to its question; 0 where there is none."""

    kind: int
    number: int
    payload: bytes


def encode_frame(kind: int, number: int = 0, payload: bytes = b"") -> bytes:
    """The bytes of a frame."""
    return _HEADER.pack(_HEADER_BYTES - 4 + len(payload), kind, number) + payload


class FrameReader:
    """Cuts a stream of bytes into frames, whatever the chunks it arrives in. Both senders are trusted."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def push(self, chunk: bytes) -> list[Frame]:
        """The frames that are whole with this chunk."""
        self._buffer += chunk
        frames: list[Frame] = []
        at = 0
        while len(self._buffer) - at >= _HEADER_BYTES:
            length, kind, number = _HEADER.unpack_from(self._buffer, at)
            end = at + 4 + length
            if len(self._buffer) < end:
                break
            frames.append(Frame(kind, number, bytes(self._buffer[at + _HEADER_BYTES : end])))
            at = end
        del self._buffer[:at]
        return frames
