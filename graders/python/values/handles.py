"""Objects of one side that the other side knows by number only."""


class Handles:
    """Numbers objects by their identity, and keeps them."""

    def __init__(self, first: int) -> None:
        """`first`: ranges keep the handles of different processes apart, so that a stale one is recognised."""
        self._next = first
        self._objects: dict[int, object] = {}
        self._numbers: dict[int, int] = {}

    def of(self, thing: object) -> int:
        """The number of an object, a new one where it has none."""
        known = self._numbers.get(id(thing))
        if known is not None:
            return known
        handle = self._next
        self._next += 1
        self._numbers[id(thing)] = handle
        self._objects[handle] = thing
        return handle

    def __contains__(self, handle: int) -> bool:
        return handle in self._objects

    def __getitem__(self, handle: int) -> object:
        return self._objects[handle]
