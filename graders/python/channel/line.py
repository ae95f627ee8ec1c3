"""A line of frames over two open file descriptors."""

import os
import select
import threading
from collections import deque

from .frames import Frame, FrameReader, encode_frame

_CHUNK = 256 * 1024


class Line:
    """Frames in and out. Whoever reads must be alone in it (`Conversation` sees to that); anybody may write."""

    def __init__(self, read: int, write: int) -> None:
        self.descriptor = read
        self._write = write
        self._writing = threading.Lock()
        self._reader = FrameReader()
        self._arrived: deque[Frame] = deque()
        self._ended = False

    def send(self, kind: int, number: int = 0, payload: bytes = b"") -> None:
        """Writes one frame, whole."""
        view = memoryview(encode_frame(kind, number, payload))
        with self._writing:
            while view:
                view = view[os.write(self._write, view) :]

    def waits(self) -> bool:
        """Whether a frame is there that needs no reading."""
        return len(self._arrived) > 0

    def receive(self, seconds: float | None = None) -> Frame | None:
        """The next frame; None when the line has ended, or nothing has come in the time."""
        while not self._arrived:
            if seconds is not None and not select.select([self.descriptor], [], [], seconds)[0]:
                return None
            if not self._read():
                return None
        return self._arrived.popleft()

    def available(self) -> list[Frame]:
        """The frames that are there, after one read of a descriptor that is known to be readable."""
        self._read()
        frames = list(self._arrived)
        self._arrived.clear()
        return frames

    @property
    def ended(self) -> bool:
        """Whether the other end is closed, and everything has been received."""
        return self._ended and not self._arrived

    def _read(self) -> bool:
        chunk = os.read(self.descriptor, _CHUNK)
        self._arrived.extend(self._reader.push(chunk))
        self._ended = chunk == b""
        return not self._ended
