"""Values as text, for messages: short, whatever a submission has made of them, and without asking it."""

from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

# Parts of a value, and characters of a text in it, that are shown.
_PARTS = 200
_TEXT = 1500
_DEEPEST = 8
# Characters of a message or value that are kept.
MAX_TEXT = 4000

_explaining = 0


def explaining() -> bool:
    """Whether a value is being printed for a message, and objects of the submission are not to be asked."""
    return _explaining > 0


@contextmanager
def quietly() -> Iterator[None]:
    """While something is printed for a message."""
    global _explaining
    _explaining += 1
    try:
        yield
    finally:
        _explaining -= 1


def shown(value: object, most: int = MAX_TEXT) -> str:
    """A value as Python would print it, cut short."""
    try:
        with quietly():
            return cut(_Printer().text(value, 0), most)
    except Exception as error:
        return f"<a value that cannot be printed: {type(error).__name__}>"


def cut(text: str, most: int = MAX_TEXT) -> str:
    """A text without what comes after the most that is kept."""
    return text if len(text) <= most else f"{text[:most]} ..."


class _Printer:
    def __init__(self) -> None:
        self._left = _PARTS

    def text(self, value: Any, depth: int) -> str:
        self._left -= 1
        kind = type(value)
        if depth > _DEEPEST or self._left < 0:
            return "..."
        if kind in (str, bytes, bytearray):
            return repr(value[:_TEXT]) + (" ..." if len(value) > _TEXT else "")
        if kind is int:
            return repr(value) if value.bit_length() < 4000 else f"<a whole number of {value.bit_length()} bits>"
        if kind is list:
            return f"[{self._items(value, depth)}]"
        if kind is tuple:
            return f"({self._items(value, depth)}{',' if len(value) == 1 else ''})"
        if kind is deque:
            return f"deque([{self._items(value, depth)}])"
        if kind in (set, frozenset):
            inner = f"{{{self._items(value, depth)}}}" if value else "" if kind is frozenset else "set()"
            return inner if kind is set else f"frozenset({inner})"
        if kind in (dict, Counter, OrderedDict, defaultdict):
            inner = f"{{{self._pairs(value, depth)}}}"
            return inner if kind is dict else f"{kind.__name__}({inner})"
        return repr(value)

    def _items(self, items: Iterable[object], depth: int) -> str:
        parts: list[str] = []
        for item in items:
            parts.append(self.text(item, depth + 1))
            if self._left < 0:
                break
        return ", ".join(parts)

    def _pairs(self, mapping: dict[object, object], depth: int) -> str:
        parts: list[str] = []
        for key, item in mapping.items():
            parts.append(f"{self.text(key, depth + 1)}: {self.text(item, depth + 1)}")
            if self._left < 0:
                break
        return ", ".join(parts)
