"""Whose fault a failed test is, where it is not an assertion's."""

from typing import Any, Final, Literal

# A cause of the report (docs/graders.md).
Cause = dict[str, Any]

_DEEPEST = 5

# Before the submission has been asked anything, nothing of it can be what keeps the tests busy.
ASKED_NOTHING: Final = "the time was over before the tests had asked anything of the submission"
WORKS_FOR_EVER: Final = "the tests work for ever, and have asked nothing of the submission"


class Trouble(BaseException):
    """
    The submission could not answer. Not an `Exception`: no test that expects one may take it for the submission's own.
    """


class Faults:
    """Notes of this process's errors, by their identity."""

    def __init__(self) -> None:
        self._noted: dict[int, tuple[BaseException, Cause]] = {}

    def note(self, error: BaseException, cause: Cause) -> None:
        self._noted[id(error)] = (error, cause)

    def of(self, error: BaseException | None) -> Cause | None:
        """The cause noted on an error, or on what caused it."""
        for _ in range(_DEEPEST):
            if error is None:
                return None
            noted = self._noted.get(id(error))
            if noted is not None:
                return noted[1]
            error = error.__cause__
        return None


FAULTS: Final = Faults()


def limit(reason: str) -> Cause:
    return {"kind": "limit", "reason": reason}


def learner(
    name: str, message: str, file: str | None, line: int | None, before_any_call: bool
) -> Cause:
    return {
        "kind": "learner",
        "name": name,
        "message": message,
        "file": file,
        "line": line,
        "beforeAnyCall": before_any_call,
    }


def said(kind: Literal["author", "thrown"], message: str) -> Cause:
    return {"kind": kind, "message": message}
