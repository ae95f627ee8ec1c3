"""What a program has used of its time: CPU time where it computed, time on the clock where it waited."""

from collections.abc import Callable
from time import monotonic
from typing import Final, Literal

from .processes import Others, look_at_others

RanOut = Literal["cpu", "wait", "clock"]

# What uses less than this share of the clock waits; seconds that it must have waited for that.
_IDLE_SHARE: Final = 0.02
_STRETCH: Final = 0.5
# However slow the machine is: after this many times its limit on the clock, a program is stopped.
_CLOCK_FACTOR: Final = 5
# How often time is looked at, and the longest step that is counted at once, seconds: when this process had to wait
# itself, the program does not pay.
_LOOK: Final = 0.1
_LONGEST_STEP: Final = 0.25
_OFTEN: Final = 0.5


class Account:
    """The same rules as those of the worker for calls (docs/graders.md). `limit`: seconds."""

    def __init__(self, limit: float, look: Callable[[], Others] = look_at_others) -> None:
        self._limit = limit
        self._look = look
        self._last = monotonic()
        self._before = look()
        self._computed = self._waited = self._clock = self._unexplained = 0.0
        self._stretch = self._stretch_computed = 0.0
        self._stretch_ready = self._waits = False

    @property
    def next_look(self) -> float:
        """Seconds until it should be looked at again."""
        return max(0.0, self._last + _LOOK - monotonic())

    def ran_out(self) -> RanOut | None:
        """Counts the time since the last look; how it ran out, if it did."""
        now = monotonic()
        if now - self._last < _LOOK:
            return None
        step = min(now - self._last, _LONGEST_STEP)
        self._last = now
        self._unexplained += step
        self._clock += step
        if self._unexplained >= _OFTEN or self._at_most >= self._limit:
            self._explain()
        if self._computed >= self._limit:
            return "cpu"
        if self._waits and self._computed + self._waited >= self._limit:
            return "wait"
        return "clock" if self._clock / _CLOCK_FACTOR >= self._limit else None

    @property
    def _at_most(self) -> float:
        return self._computed + self._waited + self._unexplained + self._stretch - self._stretch_computed

    def _explain(self) -> None:
        others = self._look()
        computed = min(others.cpu_seconds - self._before.cpu_seconds, self._unexplained)
        self._before = others
        self._computed += computed
        self._stretch += self._unexplained
        self._stretch_computed += computed
        self._stretch_ready = self._stretch_ready or others.ready
        self._unexplained = 0.0
        if self._stretch < _STRETCH:
            return
        self._waits = not self._stretch_ready and self._stretch_computed < self._stretch * _IDLE_SHARE
        if self._waits:
            self._waited += self._stretch - self._stretch_computed
        self._stretch = self._stretch_computed = 0.0
        self._stretch_ready = False
