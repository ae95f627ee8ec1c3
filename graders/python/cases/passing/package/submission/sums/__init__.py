from .plain import add as add
