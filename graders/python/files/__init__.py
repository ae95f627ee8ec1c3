"""Files that arrive in frames."""
