"""
How a `with` of the submission is left. What it may keep from the test is an error that the test raised on purpose: one
that swallows an assertion, or whatever kept the test from its assertion, would pass without it.
"""

import dis
from collections.abc import Awaitable, Callable
from typing import Any

_RAISE = dis.opmap["RAISE_VARARGS"]
_EXAM = "/exam/"

# Tells the submission, and gives back what its method does.
_Tell = Callable[[tuple[Any, ...]], Any]


def leave(error: BaseException | None, tell: _Tell) -> bool:
    """Whether the error is kept from the test."""
    answer = tell(_told(error))
    return _may_be_kept(error) and answer is True


async def leave_async(error: BaseException | None, tell: _Tell) -> bool:
    answer: Awaitable[Any] = tell(_told(error))
    return await answer is True and _may_be_kept(error)


def _told(error: BaseException | None) -> tuple[Any, ...]:
    if error is None:
        return (None, None, None)
    told = error if isinstance(error, Exception) else RuntimeError("the test ended")
    has_both = type(told).__module__ in ("builtins", "submission")
    kind = type(told) if has_both and _may_be_kept(error) else Exception
    return (kind, told, None)


def _may_be_kept(error: BaseException | None) -> bool:
    if error is None or isinstance(error, AssertionError) or not isinstance(error, Exception):
        return False
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None or not trace.tb_frame.f_code.co_filename.startswith(_EXAM):
        return False
    return trace.tb_frame.f_code.co_code[trace.tb_lasti] == _RAISE
