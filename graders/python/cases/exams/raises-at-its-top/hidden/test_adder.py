from touchstone import submission

adder = submission.load("adder.py")
EXPECTED = {}["nothing"]


def test_adds():
    assert adder.add(1, 2) == EXPECTED
