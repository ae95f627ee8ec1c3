"""Questions and answers in both directions over one line."""

import asyncio
import threading
from asyncio.events import _get_running_loop, _set_running_loop  # the way that loops themselves take
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic
from typing import Final

from .frames import Frame, Kind
from .line import Line


@dataclass(frozen=True)
class Sides:
    """Which kinds of frames this side asks with and answers with."""

    ask: int
    ask_reply: int
    ask_failure: int
    serve: int
    serve_pending: int
    serve_reply: int


RUNNER: Final = Sides(
    Kind.REQUEST, Kind.REPLY, Kind.FAILURE, Kind.CALLBACK, Kind.CALLBACK_PENDING, Kind.CALLBACK_REPLY
)
LEARNER: Final = Sides(
    Kind.CALLBACK, Kind.CALLBACK_REPLY, 0, Kind.REQUEST, Kind.PENDING, Kind.REPLY
)


@dataclass(frozen=True)
class Answer:
    """What came back for a question; `failed`: the worker said it in the other side's place."""

    failed: bool
    payload: bytes


ENDED: Final = Answer(True, b'{"reason":"ended"}')

# What a question is answered with: at once, or when a coroutine has ended.
Served = bytes | Awaitable[bytes]


@dataclass
class _Question:
    answer: Answer | None = None
    told: Callable[[], None] | None = None


@dataclass
class _Listening:
    """An event loop that hears the line while questions of its coroutines are open."""

    questions: int = 0


class Conversation:
    """
    While one side waits for an answer, it still answers what the other side asks meanwhile; so a callback works inside
    a call. Whichever thread waits reads for all of them; coroutines wait without stopping their loop.
    """

    def __init__(
        self,
        line: Line,
        sides: Sides,
        serve: Callable[[bytes], Served],
        on_other: Callable[[Frame | None], None],
    ) -> None:
        """`on_other` is told, on the main thread, of every other frame, and of the line's end (None)."""
        self._line = line
        self._sides = sides
        self._serve = serve
        self._on_other = on_other
        self._open: dict[int, _Question] = {}
        self._next_number = 1
        self._changed = threading.Condition()
        self._reading = False
        self._main = threading.get_ident()
        self._for_main: deque[Frame] = deque()
        self._main_waits = False
        self._own_loop: asyncio.AbstractEventLoop | None = None
        self._listening: dict[asyncio.AbstractEventLoop, _Listening] = {}
        self._tasks: set[asyncio.Future[bytes]] = set()

    def ask(self, payload: bytes) -> Answer:
        """Asks, and stops this thread until there is an answer."""
        question = self._put(payload, None)
        self._pump(lambda: question.answer is not None)
        return question.answer or ENDED

    async def ask_async(self, payload: bytes) -> Answer:
        """Asks, and lets the loop go on meanwhile."""
        loop = asyncio.get_running_loop()
        done = asyncio.Event()
        question = self._put(payload, lambda: loop.call_soon_threadsafe(done.set) and None)
        self._listen(loop)
        try:
            await done.wait()
        finally:
            question.told = None
            self._unlisten(loop)
        return question.answer or ENDED

    def serve_for_ever(self) -> None:
        """Answers questions until the line ends."""
        self._pump(lambda: False)

    def serve_for(self, seconds: float) -> None:
        """Answers questions for a time."""
        until = monotonic() + seconds
        self._pump(lambda: monotonic() >= until, until)

    # -- asking

    def _put(self, payload: bytes, told: Callable[[], None] | None) -> _Question:
        question = _Question(told=told)
        with self._changed:
            number = self._next_number
            self._next_number += 1
            self._open[number] = question
        self._line.send(self._sides.ask, number, payload)
        return question

    def _settle(self, frame: Frame) -> bool:
        """Whether this frame is an answer to a question of this side (which then has it)."""
        if frame.kind not in (self._sides.ask_reply, self._sides.ask_failure):
            return False
        question = self._open.pop(frame.number, None)
        if question is not None:
            question.answer = Answer(frame.kind == self._sides.ask_failure, frame.payload)
            if question.told is not None:
                question.told()
        return True

    def _lose_all(self) -> None:
        for question in self._open.values():
            question.answer = ENDED
            if question.told is not None:
                question.told()
        self._open.clear()

    # -- waiting

    def _pump(self, done: Callable[[], bool], until: float | None = None) -> None:
        is_main = threading.get_ident() == self._main
        while True:
            frame = self._next(done, until, is_main)
            if frame is None:
                if done():
                    return
                if not self._line.ended:
                    continue
                with self._changed:
                    self._lose_all()
                    self._changed.notify_all()
                self._on_other(None)
                return
            self._take(frame, is_main)

    def _next(self, done: Callable[[], bool], until: float | None, is_main: bool) -> Frame | None:
        """The next frame that is no answer; None when `done`, when time is up, or when the line has ended."""
        while True:
            with self._changed:
                if done():
                    return None
                if is_main and self._for_main:
                    return self._for_main.popleft()
                if self._reading:
                    self._main_waits = is_main or self._main_waits
                    self._changed.wait(None if until is None else max(0.0, until - monotonic()))
                    self._main_waits = not is_main and self._main_waits
                    continue
                self._reading = True
            frame = None
            try:
                frame = self._read(None if until is None else max(0.0, until - monotonic()), is_main)
            finally:
                with self._changed:
                    self._reading = False
                    answered = frame is not None and self._settle(frame)
                    self._changed.notify_all()
            if frame is None or not answered:
                return frame

    def _read(self, seconds: float | None, is_main: bool) -> Frame | None:
        loop = self._own_loop
        if loop is None or not is_main or self._line.waits() or _get_running_loop() is not None or not _is_busy(loop):
            return self._line.receive(seconds)
        # Coroutines of this side go on while it waits.
        arrived = loop.create_future()
        loop.add_reader(self._line.descriptor, lambda: arrived.done() or arrived.set_result(None))
        timer = None if seconds is None else loop.call_later(seconds, lambda: arrived.done() or arrived.set_result(None))
        try:
            loop.run_until_complete(self._arrival(arrived))
        finally:
            loop.remove_reader(self._line.descriptor)
            if timer is not None:
                timer.cancel()
        return self._line.receive(0)

    @staticmethod
    async def _arrival(arrived: "asyncio.Future[None]") -> None:
        await arrived

    # -- serving

    def _take(self, frame: Frame, is_main: bool) -> None:
        if frame.kind == self._sides.serve and (is_main or not self._main_waits):
            self._answer(frame)
        elif is_main and frame.kind != self._sides.serve:
            self._on_other(frame)
        else:
            with self._changed:
                self._for_main.append(frame)
                self._changed.notify_all()

    def _answer(self, frame: Frame) -> None:
        running = _get_running_loop()
        # What is called may start a loop of its own, which a loop that runs would forbid.
        _set_running_loop(None)
        try:
            served = self._serve(frame.payload)
        finally:
            _set_running_loop(running)
        if isinstance(served, bytes):
            self._line.send(self._sides.serve_reply, frame.number, served)
            return
        self._line.send(self._sides.serve_pending, frame.number)
        loop = running if running is not None else self.own_loop()
        task = asyncio.ensure_future(served, loop=loop)
        self._tasks.add(task)
        task.add_done_callback(lambda ended: self._answer_late(frame.number, ended))

    def _answer_late(self, number: int, task: "asyncio.Future[bytes]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is None:
            self._line.send(self._sides.serve_reply, number, task.result())

    def own_loop(self) -> asyncio.AbstractEventLoop:
        """The loop of coroutines that no other loop runs; it goes on whenever this side waits."""
        if self._own_loop is None:
            self._own_loop = asyncio.new_event_loop()
        return self._own_loop

    # -- loops of others

    def _listen(self, loop: asyncio.AbstractEventLoop) -> None:
        listening = self._listening.setdefault(loop, _Listening())
        listening.questions += 1
        if loop is not self._own_loop and listening.questions == 1:
            loop.add_reader(self._line.descriptor, self._hear)
        if self._line.waits():
            loop.call_soon(self._hear)

    def _unlisten(self, loop: asyncio.AbstractEventLoop) -> None:
        listening = self._listening[loop]
        listening.questions -= 1
        if listening.questions == 0:
            del self._listening[loop]
            if loop is not self._own_loop:
                loop.remove_reader(self._line.descriptor)

    def _hear(self) -> None:
        with self._changed:
            if self._reading:
                return
            self._reading = True
        is_main = threading.get_ident() == self._main
        frames: list[Frame] = []
        try:
            frames = self._line.available()
        finally:
            with self._changed:
                self._reading = False
                others = [frame for frame in frames if not self._settle(frame)]
                if self._line.ended:
                    self._lose_all()
                self._changed.notify_all()
        for frame in others:
            self._take(frame, is_main)


def _is_busy(loop: asyncio.AbstractEventLoop) -> bool:
    return bool(asyncio.all_tasks(loop)) or bool(getattr(loop, "_scheduled", None)) or bool(getattr(loop, "_ready", None))
