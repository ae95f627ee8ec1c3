"""Reads orders from standard input, one a line."""

STOCK = {"tea": (120, 2), "juice": (180, 1)}
