def add(a, b):
    error = SyntaxError("odd \ud800", ("file", "line", [1], 5, "end", {}))
    error.text, error.lineno, error.print_file_and_line = 5, [], 3
    raise error


def initials(name):
    error = UnicodeDecodeError("\udfff", b"y", 1, 2, "z")
    error.start, error.end = 10**9, 10**10
    raise error


def chunk(items, size):
    raise OSError(1, "\ud800", "\ud801")


def turn_round(items):
    error = ValueError("\udfff")
    error.__cause__ = error.__context__ = error
    raise error


def count_words(text):
    raise ExceptionGroup("\ud800", [ExceptionGroup("inner", [GROUP])])


class Own(SyntaxError, LookupError):
    __module__, __qualname__ = "a\nb", "x" * 10_000


def mean(numbers):
    raise Own("\ud800")


GROUP = Own("in a group")
