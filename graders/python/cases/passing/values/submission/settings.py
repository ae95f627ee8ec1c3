NAME = "settings"
LIMIT = 5


def check(value):
    assert value > 0, "too small"
