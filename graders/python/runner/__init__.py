"""The first process of the runner's container, and the tests that it runs."""
