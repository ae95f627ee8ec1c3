"""How large a file may be to be read."""

from typing import Final

# A file written by hand is far below all of these; what is above them is not worth a parser's risk.
_MOST_BYTES: Final = 1024 * 1024
_MOST_LINES: Final = 50_000
_LONGEST_LINE: Final = 100_000


def measure(content: bytes) -> tuple[int, str | None]:
    """Lines of a file, and which limit on its size it is above, if any."""
    lines = content.split(b"\n")
    count = len(lines) - (1 if lines[-1] == b"" else 0)
    if len(content) > _MOST_BYTES:
        return count, "bytes"
    if count > _MOST_LINES:
        return count, "lines"
    return count, "line-length" if max(map(len, lines)) > _LONGEST_LINE else None
