# Your turn.
