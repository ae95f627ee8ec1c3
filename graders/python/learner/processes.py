"""The other processes of this container."""

import os
import re
from typing import Final, NamedTuple

# CPU times in /proc are counted in these (`getconf CLK_TCK` is 100 everywhere), seconds.
_TICK: Final = 0.01
_LISTENS: Final = re.compile(r"^ *\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:0000 0A ", re.MULTILINE)


class Others(NamedTuple):
    """`cpu_seconds` has those that have ended in it and only grows; `ready`: one computes, or would in its turn."""

    cpu_seconds: float
    ready: bool


def look_at_others() -> Others:
    """All processes but this one."""
    ticks, ready, own = 0, False, str(os.getpid())
    for entry in filter(str.isdigit, os.listdir("/proc")):
        # The name of a program, in brackets, may have anything in it: state, utime, stime, cutime, cstime come after it.
        fields = _read(f"/proc/{entry}/stat").rpartition(")")[2].split()
        if len(fields) < 15:
            continue
        ticks += sum(map(int, fields[13:15] if entry == own else fields[11:15]))
        ready = ready or (entry != own and fields[0] == "R")
    return Others(ticks * _TICK, ready)


def ports_listened_on() -> set[int]:
    """Ports of this container's own loopback."""
    tables = _read("/proc/net/tcp") + _read("/proc/net/tcp6")
    return {int(port, 16) for port in _LISTENS.findall(tables)}


def _read(path: str) -> str:
    try:
        with open(path, errors="replace") as file:
            return file.read()
    except OSError:
        return ""
