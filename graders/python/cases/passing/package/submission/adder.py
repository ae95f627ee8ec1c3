from sums import add

__all__ = ["add"]
