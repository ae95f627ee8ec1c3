"""What an assertion compared, for its report; and how pytest words it."""

from typing import Any, Final

import _pytest.assertion.rewrite
import _pytest.assertion.util

from .shown import shown

# Characters of a value in the wording of an assertion.
_SHORT: Final = 240


class Comparisons:
    """Of the one test that runs in this process."""

    def __init__(self) -> None:
        self.last: tuple[str, str] | None = None

    def begin(self) -> None:
        self.last = None

    def word(self, config: Any, op: str, left: object, right: object) -> list[str] | None:
        """Takes the place of pytest's own wording: a difference of long values takes more time than the tests have."""
        if op == "==":
            self.last = (shown(right), shown(left))
        return [f"{shown(left, _SHORT)} {op} {shown(right, _SHORT)}"]


COMPARISONS: Final = Comparisons()


def bound_wording() -> None:
    """Keeps pytest from printing what a submission has made too long, and from asking it while it prints."""
    _pytest.assertion.util.assertrepr_compare = COMPARISONS.word
    _pytest.assertion.rewrite.saferepr = lambda value, maxsize=_SHORT: shown(value, maxsize or _SHORT)
