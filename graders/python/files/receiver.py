"""Writes the files that arrive in frames into a folder."""

import os
import posixpath
import struct


class FileReceiver:
    """Files of one run; `paths` are those that are there, relative to the folder."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.paths: set[str] = set()

    def take(self, payload: bytes) -> None:
        """A piece of a file. What the file system refuses (a name too long, a folder of the same name) is left out."""
        (length,) = struct.unpack_from(">H", payload)
        path = payload[2 : 2 + length].decode()
        target = self._folder + posixpath.normpath("/" + path)
        try:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "ab" if path in self.paths else "wb") as file:
                file.write(payload[2 + length :])
        except (OSError, ValueError):
            return
        self.paths.add(path)
