"""Between the supervisor and its test processes."""

from typing import Any, Final, TypedDict

# The folder that the test files are written to, under `public/` and `hidden/`.
TESTS: Final = "/exam"


class Local:
    """Frames that never leave the runner's container; their payloads are JSON."""

    # A test begins: its full name.
    BEGUN: Final = 100
    # A test has ended: a `TestResult`.
    RESULT: Final = 101
    # The file has ended: why its top level failed, where it did.
    DONE: Final = 102


class TestResult(TypedDict):
    """One test. `file`: below `public/` or `hidden/`, that folder included."""

    name: str
    file: str
    status: str
    duration: float
    cause: dict[str, Any] | None
