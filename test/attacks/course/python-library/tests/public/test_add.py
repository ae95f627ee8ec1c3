from touchstone import submission

toolbox = submission.load("toolbox.py")


def test_adds_two_small_numbers():
    assert toolbox.add(2, 3) == 5
