"""Why a test did not pass, from the error that ended it."""

import pytest

from .comparisons import COMPARISONS
from .faults import FAULTS, Cause, limit, said
from .shown import cut, quietly, shown


class TooLong(BaseException):
    """The test itself, not the submission, has used up its time."""


# Lines of an assertion's wording that are kept.
_LINES = 12


def cause_of(error: BaseException | None, otherwise: str = "") -> Cause:
    """`otherwise` is said where there is no error at hand."""
    if error is None:
        return said("thrown", cut(otherwise))
    fault = FAULTS.of(error)
    if fault is not None:
        return {**fault, "message": cut(fault["message"])} if "message" in fault else fault
    if isinstance(error, pytest.Collector.CollectError) and error.__cause__ is not None:
        return cause_of(error.__cause__)
    if isinstance(error, TooLong):
        return {"kind": "framework-timeout"}
    if isinstance(error, MemoryError):
        return limit("memory")
    text = "\n".join(_text(error).split("\n")[:_LINES])
    if isinstance(error, AssertionError) or type(error).__module__ == "_pytest.outcomes":
        expected, actual = COMPARISONS.last if isinstance(error, AssertionError) and COMPARISONS.last else (None, None)
        return {"kind": "assertion", "message": cut(text or "assert"), "expected": expected, "actual": actual}
    return said("thrown", cut(f"{type(error).__name__}: {text}"))


def _text(error: BaseException) -> str:
    try:
        # An object of the submission in a KeyError is not asked what it calls itself: it might not answer.
        with quietly():
            return str(error)
    except Exception:
        return shown(error)
