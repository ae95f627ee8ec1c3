"""What is found in a file."""

from typing import Final, TypedDict

_MOST_CHARACTERS: Final = 500


class Problem(TypedDict):
    """What keeps a file from being run, and where; both counted from 1."""

    line: int | None
    column: int | None
    message: str
    hint: str | None


class Finding(TypedDict):
    """Of a file: its problem, or why it was not read to its end."""

    problem: Problem | None
    unread: str | None


def nothing_wrong() -> Finding:
    """A file that can be parsed."""
    return {"problem": None, "unread": None}


def not_read(why: str) -> Finding:
    """A file that is too much."""
    return {"problem": None, "unread": why}


def wrong(message: str, line: int | None, column: int | None, hint: str | None = None) -> Finding:
    """A file that cannot be parsed; its words no longer than they may be."""
    shown = message[:_MOST_CHARACTERS].encode(errors="replace").decode()
    place = [each if each is not None and each >= 1 else None for each in (line, column)]
    return {"problem": {"line": place[0], "column": place[1], "message": shown, "hint": hint}, "unread": None}
