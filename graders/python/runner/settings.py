"""What a run was told when it was started."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Settings:
    """Times in milliseconds. `seed`: the same for the same submission and tests."""

    call_ms: float
    load_ms: float
    test_ms: float
    seed: int


def read_settings(told: dict[str, Any]) -> Settings:
    """The worker's settings."""
    return Settings(told["callMs"], told["loadMs"], told["testMs"], told["seed"])


def seed_of_file(seed: int, file: str) -> int:
    """Each test file draws numbers of its own (FNV-1a over its path)."""
    mixed = seed & 0xFFFFFFFF
    for byte in file.encode():
        mixed = ((mixed ^ byte) * 0x01000193) & 0xFFFFFFFF
    return mixed


class Numbers:
    """A row of numbers from 0 up to 1 that a seed fixes (mulberry32)."""

    def __init__(self, seed: int) -> None:
        self._state = seed & 0xFFFFFFFF

    def next(self) -> float:
        self._state = (self._state + 0x6D2B79F5) & 0xFFFFFFFF
        state = self._state
        mixed = ((state ^ (state >> 15)) * (1 | state)) & 0xFFFFFFFF
        mixed = ((mixed + (((mixed ^ (mixed >> 7)) * (61 | mixed)) & 0xFFFFFFFF)) ^ mixed) & 0xFFFFFFFF
        return ((mixed ^ (mixed >> 14)) & 0xFFFFFFFF) / 2**32
