from .numbers import add, count_to, later, mean
from .texts import count_words, initials

__all__ = ["add", "count_to", "count_words", "initials", "later", "mean"]
