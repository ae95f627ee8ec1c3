"""Which file of the submission is its program, or its server."""

import os

from .place import SUBMISSION

_PROGRAMS = ("main.py", "__main__.py", "cli.py", "app.py")
_SERVERS = ("server.py", "app.py", "main.py")


def program_entry(said: str | None) -> str:
    """The program's file: what the test says, else one of the usual names, else the only file there is."""
    return _entry(said, _PROGRAMS)


def server_entry(said: str | None) -> str:
    """The server's file, in the same way."""
    return _entry(said, _SERVERS)


def _entry(said: str | None, usual: tuple[str, ...]) -> str:
    only = [name for name in sorted(os.listdir(SUBMISSION)) if name.endswith(".py")]
    choices = [said] if said is not None else [*usual, *(only if len(only) == 1 else [])]
    for name in choices:
        if os.path.isfile(f"{SUBMISSION}/{name}") or os.path.isfile(f"{SUBMISSION}/{name}/__main__.py"):
            return name
    raise FileNotFoundError(f"There is no file {said or usual[0]} in the submission.")
