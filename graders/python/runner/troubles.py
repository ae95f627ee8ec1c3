"""
What kept the submission from answering in the test that runs now. A test such as `with pytest.raises(Exception): f(-1)`
must not take it for an error of the submission and pass; so each test that met some fails by a hook.
"""

from typing import Final, TypeVar

_Error = TypeVar("_Error", bound=BaseException)


class Troubles:
    """Of the one test that runs in this process."""

    def __init__(self) -> None:
        self.runs = False
        self._met: BaseException | None = None

    def note(self, error: _Error) -> _Error:
        if self.runs and self._met is None:
            self._met = error
        return error

    def begin(self) -> None:
        self.runs = True
        self._met = None

    def take(self) -> BaseException | None:
        """The first trouble since the last call: it explains whatever else went wrong."""
        met, self._met = self._met, None
        return met

    def end(self) -> None:
        self.runs = False


TROUBLES: Final = Troubles()
