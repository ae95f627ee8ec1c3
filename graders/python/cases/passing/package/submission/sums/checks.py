import numbers


def number(value):
    if not isinstance(value, numbers.Number):
        raise TypeError(f"{value!r} is no number")
