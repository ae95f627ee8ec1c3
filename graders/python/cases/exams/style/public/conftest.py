import pytest
from touchstone import submission


@pytest.fixture
def adder():
    return submission.load("adder.py")
