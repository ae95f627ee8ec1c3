from touchstone import submission

settings = submission.load("settings.py")
NAMES = [name.upper() for name in settings.NAMES]


def test_names():
    assert NAMES == ["TEA"]
