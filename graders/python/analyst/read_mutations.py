"""The analysis `mutations`: the changes that can be made of each program."""

import time
from collections.abc import Callable
from typing import Final

from touchstone_grader.analyst.mutations import mutations_of
from touchstone_grader.analyst.size import measure

# A program of a course has some hundreds; the report has room for these.
_MOST: Final = 10_000


def read_mutations(files: dict[str, bytes], until: float, on_begin: Callable[[str], None]) -> dict[str, object]:
    """
    Reads every program. It is for work that is known to be right, so a file that brings a parser down ends the analysis. A file in
    another encoding than UTF-8, or that is no program, has no changes.
    """
    found: list[dict[str, object]] = []
    for path in sorted(path for path in files if path.endswith(".py")):
        if time.monotonic() > until or len(found) >= _MOST:
            break
        on_begin(path)
        content = files[path]
        if measure(content)[1] is None and _is_utf8(content):
            found.extend({"file": path, **mutation} for mutation in _mutations_of(content))
    return {"mutations": found[:_MOST]}


def _mutations_of(content: bytes) -> list[dict[str, object]]:
    try:
        return [{**mutation} for mutation in mutations_of(content)]
    except (SyntaxError, ValueError, RecursionError):
        return []


def _is_utf8(content: bytes) -> bool:
    """Places are counted in UTF-8, and without a mark at the beginning."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return not content.startswith(b"\xef\xbb\xbf")
