"""
What is changed in a program to see whether its tests notice: the operators that suffice, after Offutt et al. (1996), 'An experimental
determination of sufficient mutant operators' (arithmetic, relational, logical and unary ones), constants, and statements that are left
out, after Deng, Offutt and Li (2013), 'Empirical evaluation of the statement deletion mutation operator'.
"""

import ast
from typing import Final

ARITHMETIC: Final[dict[type[ast.operator], tuple[str, str]]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "*"),
    ast.Pow: ("**", "*"),
    ast.LShift: ("<<", ">>"),
    ast.RShift: (">>", "<<"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
    ast.BitXor: ("^", "&"),
}
"""How each is written, and what takes its place."""

RELATIONAL: Final[dict[type[ast.cmpop], tuple[str, tuple[str, ...]]]] = {
    ast.Lt: ("<", ("<=", ">=")),
    ast.LtE: ("<=", ("<", ">")),
    ast.Gt: (">", (">=", "<=")),
    ast.GtE: (">=", (">", "<")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: ("not in", ("in",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: ("is not", ("is",)),
}
"""How each is written, and what takes its place: the neighbour at the boundary, and the opposite."""

CONNECTORS: Final[dict[type[ast.boolop], tuple[str, str]]] = {ast.And: ("and", "or"), ast.Or: ("or", "and")}

CALLS: Final = {"any": "all", "all": "any", "min": "max", "max": "min"}
"""Functions that somebody mixes up: the same as StrykerJS takes for methods."""

NAMING: Final = frozenset({"TypeVar", "ParamSpec", "NewType", "NamedTuple", "namedtuple"})
"""What makes a type, and is told its name: no test could notice another name."""


def constant(value: object) -> str | None:
    """What takes the place of a constant: another one of its type."""
    match value:
        case bool():
            return str(not value)
        case int() | float():
            return repr(value + 1)
        case str() if value != "":
            return '""'
        case bytes() if value != b"":
            return 'b""'
        case _:
            return None


def statement(node: ast.stmt) -> str | None:
    """What takes the place of a statement: nothing that does anything, so that what it did is missing."""
    match node:
        case ast.Expr(value=ast.Call() | ast.Await()) | ast.AugAssign() | ast.Raise() | ast.Delete():
            return "pass"
        case ast.Return(value=ast.expr() as value) if not is_none(value):
            return "return None"
        case ast.Break():
            return "continue"
        case ast.Continue():
            return "break"
        case _:
            return None


def is_none(value: ast.expr) -> bool:
    """Whether it is written `None`."""
    return isinstance(value, ast.Constant) and value.value is None
