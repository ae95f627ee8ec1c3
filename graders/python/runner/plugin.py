"""Follows pytest through one test file, and tells the supervisor what became of each test."""

import asyncio
import inspect
import json
import signal
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest
from _pytest.fixtures import FixtureLookupError
from _pytest.unittest import TestCaseFunction

from .causes import TooLong, cause_of
from .comparisons import COMPARISONS
from .faults import WORKS_FOR_EVER, learner, said
from .loaded_module import missing_in
from .local import Local
from .troubles import TROUBLES

_WORST = ("failed", "other", "skipped", "passed")


class Reporter:
    """
    `tell` sends a frame; `ended`: names of tests that another process has dealt with; `told`: whether the submission may
    know something of a test; `asked`: whether this file has asked it for anything.
    """

    def __init__(
        self,
        file: str,
        ended: frozenset[str],
        test_ms: float,
        tell: Callable[[int, Any], None],
        told: Callable[[], bool],
        asked: Callable[[], bool],
    ) -> None:
        self._asked = asked
        self._told = told
        self._file = file
        self._ended = ended
        self._seconds = test_ms / 1000
        self._tell = tell
        self._phases: list[tuple[str, Any, float]] = []
        self._causes: dict[str, Any] = {}
        self.broken: list[dict[str, Any]] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.broken:
            error = getattr(report, "touchstone_error", None)
            cause = cause_of(error, str(report.longrepr))
            if cause["kind"] in ("thrown", "assertion") and self._asked():
                # A value that the file was given at its top may be why: that is not for the author to mend.
                cause = learner(type(error).__name__, cause["message"], None, None, False)
            self.broken.append({"file": self._file, "cause": cause})

    @pytest.hookimpl(hookwrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Iterator[None]:
        outcome: Any = yield
        report = outcome.get_result()
        call = getattr(report, "call", None)
        if report.failed and call is not None and call.excinfo is not None:
            report.touchstone_error = call.excinfo.value

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if name_of(item) not in self._ended]

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._phases = []
        self._tell(Local.BEGUN, name_of(item))
        TROUBLES.begin()
        COMPARISONS.begin()
        # The test's own time: what it waits for the submission is counted by the worker.
        signal.signal(signal.SIGPROF, _too_long)
        signal.setitimer(signal.ITIMER_PROF, self._seconds, 1)
        yield
        signal.setitimer(signal.ITIMER_PROF, 0)
        TROUBLES.end()
        self._report(item)

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        """Fails a test for what is missing at the top of its file, and runs one that is a coroutine."""
        function: Any = pyfuncitem.obj
        missing = missing_in(inspect.unwrap(function))
        if missing is not None:
            raise TROUBLES.note(missing)
        if not inspect.iscoroutinefunction(function) or isinstance(pyfuncitem, TestCaseFunction):
            return None
        names = pyfuncitem._fixtureinfo.argnames
        asyncio.run(function(**{name: pyfuncitem.funcargs[name] for name in names}))
        return True

    @pytest.hookimpl
    def pytest_runtest_makereport(self, item: pytest.Item, call: "pytest.CallInfo[None]") -> pytest.TestReport:
        """In the place of pytest's own, which prints the values of the test's variables."""
        signal.setitimer(signal.ITIMER_PROF, self._seconds, 1)
        error = None if call.excinfo is None else call.excinfo.value
        trouble = TROUBLES.take()
        skipped = trouble is None and isinstance(error, pytest.skip.Exception)
        failed = not skipped and (error is not None or trouble is not None)
        self._causes[call.when] = cause_of(trouble or error) if failed else None
        if isinstance(error, TooLong) and not self._told():
            self.broken.append({"file": self._file, "cause": said("author", WORKS_FOR_EVER)})
        if isinstance(error, FixtureLookupError) and error.argname is not None:
            missing = f"{name_of(item)} asks for the fixture {error.argname}, which is not there"
            self.broken.append({"file": self._file, "cause": said("author", missing)})
        return pytest.TestReport(
            nodeid=item.nodeid,
            location=item.location,
            keywords={},
            outcome="failed" if failed else "skipped" if skipped else "passed",
            longrepr="failed" if failed else None,
            when=call.when,  # type: ignore[arg-type]
            duration=call.duration,
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        status: str = report.outcome
        if hasattr(report, "wasxfail"):
            status = "other" if status == "passed" else status
        self._phases.append((status, self._causes.pop(report.when, None), report.duration))

    def _report(self, item: pytest.Item) -> None:
        status, cause, _ = min(self._phases, key=lambda phase: _WORST.index(phase[0]), default=("failed", None, 0))
        if status == "failed" and cause is None:
            cause = {"kind": "thrown", "message": "The test did not pass."}
        self._tell(
            Local.RESULT,
            {
                "name": name_of(item),
                "file": self._file,
                "status": status,
                "duration": 1000 * sum(duration for _, _, duration in self._phases),
                "cause": cause if status == "failed" else None,
            },
        )


def name_of(item: pytest.Item) -> str:
    """`TestClass > test_name`."""
    return " > ".join(node.name for node in item.listchain() if isinstance(node, (pytest.Class, pytest.Item)))


def _too_long(number: int, frame: FrameType | None) -> None:
    raise TooLong


def encode(content: Any) -> bytes:
    """JSON whatever the texts in it are."""
    return json.dumps(content).encode()
