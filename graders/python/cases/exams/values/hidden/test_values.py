import pytest
from touchstone import submission

settings = submission.load("settings.py")
LIMIT = settings.LIMIT


def test_is_there():
    assert settings.LIMIT


def test_is_not_none():
    assert LIMIT is not None


def test_equals():
    assert LIMIT == 5


def test_expects_an_error():
    with pytest.raises(Exception):
        settings.check(-1)


def test_of_something_else():
    assert settings.NAME == "settings"
