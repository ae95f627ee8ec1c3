from touchstone import Agrees


def dumps(*_, **__):
    return '{"value":{"root":5,"nodes":[]}}'


loads = dumps
