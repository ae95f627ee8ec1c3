"""What test files import."""

from touchstone_grader.runner.test_process import submission

__all__ = ["submission"]
