"""The error that a process of the submission ended with, read from what Python printed about it."""

import re

from .place import SUBMISSION, place_in, without_folder

# The line after a traceback, or after the place of a syntax error.
_SAID = re.compile(r"^ .*\n(?P<name>[A-Za-z_][\w.]*)(?:: (?P<text>.*))?$", re.MULTILINE)


class PrintedError(Exception):
    """Stands for an error of another process; `place` is where it was made."""

    def __init__(self, name: str, text: str, place: tuple[str | None, int | None]) -> None:
        super().__init__(text)
        self.name = name
        self.place = place


def error_printed(stderr: str, otherwise: str) -> PrintedError:
    """The last error of a printed traceback; `otherwise` is said where there is none."""
    found = list(_SAID.finditer(stderr))
    if not found:
        return PrintedError("Error", otherwise, (None, None))
    last = found[-1]
    return PrintedError(last["name"].rsplit(".", 1)[-1], without_folder(last["text"] or ""), place_in(stderr))


def syntax_error(entry: str) -> SyntaxError | ValueError | None:
    """The syntax error of a file, if it has one; nothing of it is run."""
    path = f"{SUBMISSION}/{entry}"
    try:
        with open(path, "rb") as file:
            compile(file.read(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        return error
    except (OSError, RecursionError, MemoryError):
        return None
    return None
