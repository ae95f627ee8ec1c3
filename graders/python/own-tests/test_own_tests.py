"""Runs in the runner's container: asks how the learner's own tests did on the files that are in the place of the submission.

They run where the submission does, as a program of its, and all that is taken of them is an exit code.
"""

from functools import cache

from touchstone import submission

NONE = 3


@cache
def ended():
    return submission.run([], entry="touchstone_own_tests.py").code


def test_own_tests_are_there():
    assert ended() != NONE


def test_own_tests_pass():
    assert ended() == 0
