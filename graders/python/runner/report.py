"""Everything that the test processes found, as a CTRF document."""

from collections.abc import Sequence
from typing import Any

from .local import TestResult


def report_of(
    tests: Sequence[TestResult], broken: Sequence[dict[str, Any]], started_at: float, now: float
) -> dict[str, Any]:
    """`started_at`, `now`: seconds since 1970. What CTRF has no place for is under `extra`."""
    count = {status: sum(test["status"] == status for test in tests) for status in ("passed", "failed", "skipped", "other")}
    return {
        "reportFormat": "CTRF",
        "specVersion": "0.0.0",
        "results": {
            "tool": {"name": "pytest"},
            "summary": {
                "tests": len(tests),
                **count,
                "pending": 0,
                "start": int(started_at * 1000),
                "stop": int(now * 1000),
            },
            "tests": [
                {
                    "name": test["name"],
                    "status": test["status"],
                    "duration": max(0, round(test["duration"])),
                    "filePath": test["file"],
                    "extra": {"cause": test["cause"]},
                }
                for test in tests
            ],
            "extra": {"broken": list(broken)},
        },
    }
