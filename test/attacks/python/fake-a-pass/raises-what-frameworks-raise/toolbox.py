import asyncio
import unittest


def looks_like(name, module, base=BaseException):
    kind = type(name, (base,), {"__module__": module, "msg": "skipped", "allow_module_level": True, "pytrace": False})
    kind.__qualname__ = name
    return kind


def raises(error):
    def function(*_, **__):
        raise error

    return function


add = raises(looks_like("Skipped", "_pytest.outcomes")("not needed"))
initials = raises(looks_like("Exit", "_pytest.outcomes", Exception)("passed"))
chunk = raises(looks_like("XFailed", "_pytest.outcomes")("as expected"))
turn_round = raises(KeyboardInterrupt())
count_words = raises(SystemExit(0))
mean = raises(unittest.SkipTest("not on this machine"))
dear = raises(GeneratorExit())
parse_age = raises(StopIteration(5))
each = raises(StopAsyncIteration())
ask_until = raises(looks_like("Failed", "_pytest.outcomes")("no"))
make_counter = raises(AssertionError("passed"))
later = raises(asyncio.CancelledError())


def count_to(n):
    yield 1
    raise looks_like("Session", "_pytest.main")("passed")


class EmptyTill(looks_like("UsageError", "_pytest.config.exceptions")):
    pass


class Till:
    def __init__(self):
        raise looks_like("TooLong", "touchstone_grader.runner.causes")("x")


class Money:
    def __init__(self, cents):
        raise looks_like("Trouble", "touchstone_grader.runner.faults")("x")
