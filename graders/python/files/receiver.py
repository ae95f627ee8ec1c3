"""Writes the files that arrive in frames into a folder."""

import os
import posixpath
import re
import struct

# What Python has compiled and would run in the place of the source, which alone is looked at and reviewed.
_COMPILED = re.compile(r"(^|/)__pycache__/|\.py[co]$")


class FileReceiver:
    """Files of one run; `paths` are those that are there, relative to the folder."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.paths: set[str] = set()

    def take(self, payload: bytes) -> None:
        """
        A piece of a file. What the file system refuses (a name too long, a folder of the same name) is left out, and so
        is what Python has compiled.
        """
        (length,) = struct.unpack_from(">H", payload)
        path = payload[2 : 2 + length].decode()
        if _COMPILED.search(path):
            return
        target = self._folder + posixpath.normpath("/" + path)
        try:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "ab" if path in self.paths else "wb") as file:
                file.write(payload[2 + length :])
        except (OSError, ValueError):
            return
        self.paths.add(path)
