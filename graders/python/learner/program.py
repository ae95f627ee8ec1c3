"""Runs the submission's program."""

import base64
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from signal import Signals
from typing import Any

from .child import Child
from .entry import program_entry
from .place import SUBMISSION
from .printed_error import syntax_error
from .refusals import PROGRAM_TIME, Unanswerable, limit_of

# Most files that are read back.
_MAX_FILES = 200


@dataclass(frozen=True)
class ProgramRequest:
    """`files`: under paths relative to the working folder, base64. `timeout`: milliseconds."""

    args: list[str]
    stdin: str
    files: dict[str, str]
    env: dict[str, str]
    entry: str | None
    timeout: float


def check_program(said: str | None) -> None:
    """Raises the syntax error of the program's file, or says that there is none."""
    entry = program_entry(said)
    error = syntax_error(entry) if entry.endswith(".py") else None
    if error is not None:
        raise error


def run_program(request: ProgramRequest, output_bytes: int) -> dict[str, Any]:
    """
    Starts the program in a fresh folder that has the test's files, and waits for its end. `output_bytes`: the most that
    it may print, and leave in files.
    """
    entry = f"{SUBMISSION}/{program_entry(request.entry)}"
    folder = tempfile.mkdtemp(prefix="run-", dir="/tmp")
    try:
        for path, content in request.files.items():
            target = os.path.join(folder, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(base64.b64decode(content))
        stdin = _open_input(f"{folder}.stdin", request.stdin)
        try:
            child = Child([sys.executable, entry, *request.args], folder, request.env, output_bytes, stdin)
            ended = _until_end(child, request.timeout / 1000)
        finally:
            os.close(stdin)
        return {**ended, "files": _read_files(folder, output_bytes)}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _open_input(path: str, text: str) -> int:
    """The input as a file that is open, and nobody finds by a name."""
    try:
        with open(path, "wb") as file:
            file.write(text.encode("utf-8", "surrogatepass"))
        return os.open(path, os.O_RDONLY)
    finally:
        os.remove(path)


def _until_end(child: Child, limit: float) -> dict[str, Any]:
    try:
        ran_out = child.wait(limit)
        # What it started may hold its output open after it has ended.
        child.kill()
        if child.flooded:
            raise Unanswerable("program-output")
        if ran_out is not None:
            raise Unanswerable(PROGRAM_TIME[ran_out])
        code = child.process.returncode
        reason = limit_of(code, child.stderr)
        if reason is not None:
            raise Unanswerable(reason)
        signal = Signals(-code).name if code < 0 else None
        return {"stdout": child.stdout, "stderr": child.stderr, "code": code if code >= 0 else None, "signal": signal}
    finally:
        child.close()


def _read_files(folder: str, most_bytes: int) -> dict[str, str]:
    files: dict[str, str] = {}
    total = 0
    for base, _, names in os.walk(folder):
        for name in sorted(names):
            path = os.path.join(base, name)
            if not os.path.isfile(path) or os.path.islink(path):
                continue
            total += os.path.getsize(path)
            if total > most_bytes or len(files) >= _MAX_FILES:
                raise Unanswerable("program-output")
            with open(path, "rb") as file:
                files[os.path.relpath(path, folder)] = file.read().decode("utf-8", "replace")
    return files
