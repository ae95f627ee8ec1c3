import ctypes
import sys


def add(one, other):
    sys.setrecursionlimit(10**9)
    ctypes.string_at(0)
