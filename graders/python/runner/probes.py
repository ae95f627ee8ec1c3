"""Names that test frameworks and Python itself look for on any value; asking the submission for them is no use."""

from typing import Final

_ASKED: Final = frozenset({"__doc__", "__dict__", "__annotations__", "__members__", "__match_args__", "__dataclass_fields__"})
_TOOLS: Final = ("_pytest", "pytest", "_mock", "_touchstone", "_ipython", "_repr_")


def is_probe(name: str) -> bool:
    """Whether nobody but a tool looks for an attribute of this name."""
    return (name.startswith("__") and name.endswith("__") and name not in _ASKED) or name.startswith(_TOOLS)
