"""Where in the submission something happened."""

import re
import traceback

# The folder that the submission's files are in.
SUBMISSION = "/submission"
_INSIDE = SUBMISSION + "/"
_PRINTED = re.compile(r'^\s*File "/submission/(?P<file>[^"]+)", line (?P<line>\d+)', re.MULTILINE)


def place_of(error: BaseException) -> tuple[str | None, int | None]:
    """The file and line of an error: the innermost place that is in the submission."""
    if isinstance(error, SyntaxError) and str(error.filename).startswith(_INSIDE):
        return str(error.filename)[len(_INSIDE) :], error.lineno
    for frame, line in reversed(list(traceback.walk_tb(BaseException.__traceback__.__get__(error)))):  # type: ignore[attr-defined]
        if frame.f_code.co_filename.startswith(_INSIDE):
            return frame.f_code.co_filename[len(_INSIDE) :], line
    return None, None


def place_in(printed: str) -> tuple[str | None, int | None]:
    """The innermost place in the submission that a printed traceback names."""
    found = list(_PRINTED.finditer(printed))
    return (found[-1]["file"], int(found[-1]["line"])) if found else (None, None)


def without_folder(text: str) -> str:
    """A text without the folder that only this sandbox has."""
    return text.replace(_INSIDE, "")
