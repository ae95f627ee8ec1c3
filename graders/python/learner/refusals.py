"""Reasons for which the submission cannot answer, that are not errors of its own."""

from typing import Literal

Reason = Literal["crossing", "stale", "not-loaded", "program-time", "program-output", "program-memory"]


class Unanswerable(Exception):
    """Ends a request with a reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
