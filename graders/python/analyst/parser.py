"""Parses one file after another. Nothing of them is run."""

import json
import os
import re
import resource
import tomllib
import warnings
from typing import Final

from touchstone_grader.analyst.finding import Finding, not_read, nothing_wrong, wrong
from touchstone_grader.channel.frames import FrameReader, Kind, encode_frame

_CHUNK: Final = 64 * 1024
# What it may use besides the memory of the interpreter: then it is refused more, rather than killed.
_MEMORY: Final = 192 * 1024 * 1024
_CONFLICT: Final = re.compile(rb"^(?:<{7}|={7}|>{7})(?= |\r?$)", re.MULTILINE)
_PLACE_IN_TOML: Final = re.compile(r" \(at line (\d+), column (\d+)\)\Z")


def main() -> None:
    """Takes `file` frames (the language, a line feed, the file), and answers each with a `report`."""
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    _go_first()
    reader = FrameReader()
    while chunk := os.read(0, _CHUNK):
        for frame in reader.push(chunk):
            language, _, content = frame.payload.partition(b"\n")
            finding = _parse(language.decode(), content)
            os.write(1, encode_frame(Kind.REPORT, 0, json.dumps(finding).encode()))


def _go_first() -> None:
    """When memory is short, this process goes, and not the one that has the others' results."""
    try:
        with open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:
            file.write("1000")
    except OSError:
        # Another runtime may not have it; then the whole analysis may end, and says so.
        return


def _parse(language: str, content: bytes) -> Finding:
    try:
        match language:
            case "Python":
                return _parse_python(content)
            case "JSON":
                return _parse_json(content)
            case _:
                return _parse_toml(content)
    except RecursionError:
        return not_read("nesting")
    except MemoryError:
        return not_read("memory")


def _parse_python(content: bytes) -> Finding:
    """Has the interpreter that runs the submission compile it: so what it says is true of the submission."""
    try:
        compile(content, "source.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return wrong(error.msg, error.lineno, error.offset, _hint(content))
    except ValueError as error:
        # Bytes that no source may have.
        return wrong(str(error), 1, None, _hint(content))
    return nothing_wrong()


def _parse_json(content: bytes) -> Finding:
    try:
        json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        return wrong(error.msg, error.lineno, error.colno, _hint(content))
    except UnicodeDecodeError as error:
        return wrong(f"{error.reason} at byte {error.start + 1}", None, None, _hint(content))
    except ValueError as error:
        # A number of more digits than the interpreter reads.
        return wrong(str(error), None, None)
    return nothing_wrong()


def _parse_toml(content: bytes) -> Finding:
    try:
        tomllib.loads(content.decode("utf-8"))
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE_IN_TOML.search(message)
        line, column = (int(place[1]), int(place[2])) if place else (None, None)
        return wrong(_PLACE_IN_TOML.sub("", message), line, column, _hint(content))
    except UnicodeDecodeError as error:
        return wrong(f"{error.reason} at byte {error.start + 1}", None, None, _hint(content))
    except ValueError as error:
        return wrong(str(error), None, None)
    return nothing_wrong()


def _hint(content: bytes) -> str | None:
    """The same in plainer words, where Python's own are not plain."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "The file is saved as UTF-16; save it as UTF-8."
    if b"\0" in content:
        return "The file has bytes in it that are no text."
    conflict = _CONFLICT.search(content)
    if conflict is None:
        return None
    line = content.count(b"\n", 0, conflict.start()) + 1
    return f"A merge was not finished: in line {line} is a mark of a conflict ({conflict[0].decode()})."
