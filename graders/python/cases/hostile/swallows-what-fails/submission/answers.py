class Swallows:
    size = 99
    items = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return True


def total(numbers):
    raise StopIteration


def names():
    raise GeneratorExit


counts = names


def opened():
    return Swallows()


def each(numbers, check):
    try:
        check(0)
    except BaseException:
        pass
