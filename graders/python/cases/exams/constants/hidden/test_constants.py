from touchstone import submission

settings = submission.load("settings.py")
RATES = settings.RATES


def test_rates():
    assert RATES == {"tea": 7}
