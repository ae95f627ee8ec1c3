"""The operations that objects of the submission may have, by the names of their methods."""

from typing import Final

# With another operand: what it is may depend on what the tests know.
COMPARISONS: Final = frozenset({"__lt__", "__le__", "__gt__", "__ge__"})
ARITHMETIC: Final = frozenset(
    f"__{prefix}{name}__"
    for prefix in ("", "r", "i")
    for name in ("add sub mul matmul truediv floordiv mod pow lshift rshift and xor or").split()
) | {"__divmod__", "__rdivmod__"}

# About the object alone, or a part of it.
PLAIN: Final = frozenset(
    f"__{name}__"
    for name in (
        "len bool repr str format bytes hash int float complex index round trunc floor ceil abs neg pos invert "
        "getitem setitem delitem iter next reversed call enter exit aenter aexit aiter anext await fspath"
    ).split()
)

# What gives the same kind of thing, mostly.
UNARY: Final = frozenset({"__neg__", "__pos__", "__abs__", "__invert__", "__round__"})

EQUALITY: Final = "__eq__"
MEMBERSHIP: Final = "__contains__"

OPERATIONS: Final = COMPARISONS | ARITHMETIC | PLAIN | {EQUALITY, MEMBERSHIP}
