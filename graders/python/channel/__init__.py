"""Frames and conversations over the channel to the worker."""
