from touchstone import submission

numbers = submission.load("numbers_of.py")


def test_adds_up_what_comes():
    left = numbers.steps(1000)
    while left > 0:
        left -= numbers.STEP


def test_prints_what_comes():
    assert str(numbers.nested()) == "[1]"


def test_afterwards():
    assert numbers.steps(1) == 1
