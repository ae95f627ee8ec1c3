"""The analyst: reads submissions as data, and never runs them."""
