def add(a, b):
    """Your turn."""
