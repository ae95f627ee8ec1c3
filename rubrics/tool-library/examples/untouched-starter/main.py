"""Reads what happens at the counter from standard input, one thing a line."""

STOCK = {"drill": (3, 2), "tent": (7, 1)}
