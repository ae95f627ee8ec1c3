"""The first process of a learner's container."""
