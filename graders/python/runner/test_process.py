"""A process that runs one test file: forked from the supervisor, which has imported everything already."""

import os
import resource
import sys
import pdb  # noqa: F401: pytest looks for it in each run
import unittest.mock  # noqa: F401: tests often import it, and it takes its time
from importlib import import_module
from typing import Any, NoReturn

import pytest
from _pytest.config import default_plugins

from ..channel.line import Line
from .caller import Caller
from .comparisons import bound_wording
from .local import TESTS, Local
from .peer import Peer
from .plugin import Reporter, encode
from .settings import Settings, seed_of_file
from .stubs import Stubs
from .submission import Submission

# What `touchstone` hands on; made before the test file is imported.
submission: Submission

# Bytes of memory that a test process may ask for: it fails by itself before the container's is used up.
_MEMORY = 640 * 1024 * 1024
_PLUGINS_WITHOUT_USE = (
    *("cacheprovider", "doctest", "faulthandler", "junitxml", "logging", "nose", "pastebin", "setuponly"),
    *("setupplan", "stepwise"),
)
for _name in default_plugins:
    # What pytest would load for each run.
    if _name not in _PLUGINS_WITHOUT_USE:
        import_module(f"_pytest.{_name}")
_OPTIONS = [
    *(part for name in _PLUGINS_WITHOUT_USE for part in ("-p", f"no:{name}")),
    *("-q", "-s", "--tb=no", "--no-header", "--no-summary", "--import-mode=prepend", f"--rootdir={TESTS}", "-c", "/dev/null"),
    # Assertions of whatever the tests import are worded too.
    *("-o", f"python_files={TESTS}/*.py"),
]


def run_file(channel: int, output: int, file: str, ended: frozenset[str], settings: Settings, told: bool) -> NoReturn:
    """Runs the tests of `file` but for those that have `ended`. `channel`, `output`: open descriptors."""
    global submission
    os.setsid()
    nothing = os.open("/dev/null", os.O_RDONLY)
    for target, source in ((0, nothing), (1, output), (2, output)):
        os.dup2(source, target)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(10_000)
    os.environ.update({"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "TZ": "UTC", "HOME": "/tmp"})
    path = f"{TESTS}/{file}"
    line = Line(channel, channel)
    caller = Caller(Peer(line, told), settings)
    stubs = Stubs(caller)
    caller.peer.receiving = stubs
    submission = Submission(caller, stubs, seed_of_file(settings.seed, path))
    bound_wording()

    def tell(kind: int, content: Any) -> None:
        line.send(kind, 0, encode(content))

    reporter = Reporter(file, ended, settings.test_ms, tell, lambda: caller.peer.told, lambda: caller.peer.asked)
    os.chdir(os.path.dirname(path))
    code = 3
    try:
        code = int(pytest.main([*_OPTIONS, path], plugins=[reporter]))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        # 0 to 2: passed, failed, stopped at the collection; 5: no tests.
        if code in (0, 1, 2, 5):
            tell(Local.DONE, {"broken": reporter.broken})
        os._exit(code)


