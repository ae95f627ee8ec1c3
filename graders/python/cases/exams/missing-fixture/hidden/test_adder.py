from touchstone import submission

adder = submission.load("adder.py")


def test_adds(numbers):
    assert adder.add(*numbers) == sum(numbers)
