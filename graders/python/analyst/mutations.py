"""Finds every change that can be made of one program, one at a time."""

import ast
import re
from collections.abc import Iterator
from typing import Final, TypedDict

from touchstone_grader.analyst.mutators import ARITHMETIC, CALLS, CONNECTORS, NAMING, RELATIONAL, constant, statement

_LINE_END: Final = re.compile(rb"\r\n|\r|\n")
# Types are no part of what a program does, nor is what stands above a function.
_NOT_READ: Final = frozenset({"annotation", "returns", "decorator_list", "type_comment", "type_params"})


class Mutation(TypedDict):
    """The bytes from `start` up to `end`, and what takes their place."""

    start: int
    end: int
    replacement: str


def mutations_of(content: bytes) -> list[Mutation]:
    """In the order of their places. The content is UTF-8; SyntaxError, ValueError or RecursionError where it is no program."""
    found = list(_Program(content).read())
    return sorted(found, key=lambda mutation: (mutation["start"], mutation["end"]))


class _Program:
    def __init__(self, content: bytes) -> None:
        self._content = content
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(content))]

    def read(self) -> Iterator[Mutation]:
        yield from self._below(ast.parse(self._content))

    def _below(self, node: ast.AST) -> Iterator[Mutation]:
        for field, value in ast.iter_fields(node):
            if field in _NOT_READ:
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from self._of(child, node, field)

    def _of(self, node: ast.AST, parent: ast.AST, field: str) -> Iterator[Mutation]:
        if _is_left_out(node, parent, field):
            return
        if isinstance(node, ast.stmt) and (without := statement(node)) is not None:
            yield self._change(node, without)
        if field in ("test", "ifs") and isinstance(node, ast.Name | ast.Call | ast.Attribute | ast.Subscript):
            yield self._change(node, f"not ({self._text(node)})")
        match node:
            case ast.Raise():
                # The words of an error are seldom what a brief asks for.
                return
            case ast.JoinedStr():
                # Where its parts are is told rightly from Python 3.12 on.
                yield self._change(node, '""')
                return
            case ast.Constant(value=value) if (other := constant(value)) is not None:
                yield self._change(node, other)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in ARITHMETIC:
                yield from self._between(left, right, *ARITHMETIC[type(op)])
            case ast.AugAssign(target=target, op=op, value=value) if type(op) in ARITHMETIC:
                yield from self._between(target, value, *(f"{sign}=" for sign in ARITHMETIC[type(op)]))
            case ast.BoolOp(op=op, values=values):
                for left, right in zip(values, values[1:], strict=False):
                    yield from self._between(left, right, *CONNECTORS[type(op)])
            case ast.Compare(left=first, ops=ops, comparators=others):
                for left, op, right in zip([first, *others], ops, others, strict=False):
                    written, instead = RELATIONAL[type(op)]
                    yield from self._between(left, right, written, *instead)
            case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.Invert(), operand=operand):
                yield from self._without_sign(node, operand)
            case ast.Call(func=ast.Name(id=name) as func) if name in CALLS:
                yield self._change(func, CALLS[name])
        yield from self._below(node)

    def _between(self, left: ast.expr, right: ast.expr, written: str, *instead: str) -> Iterator[Mutation]:
        """Between two operands are their operator, brackets and remarks."""
        start, end = self._span(left)[1], self._span(right)[0]
        operator = re.escape(written.encode()).replace(rb"\ ", rb"(?:\s|\\)+")
        for token in re.finditer(rb"#[^\r\n]*|" + operator, self._content[start:end]):
            if not token[0].startswith(b"#"):
                at = {"start": start + token.start(), "end": start + token.end()}
                yield from (Mutation(**at, replacement=other) for other in instead)
                return

    def _without_sign(self, node: ast.UnaryOp, operand: ast.expr) -> Iterator[Mutation]:
        start, until = self._span(node)[0], self._span(operand)[0]
        sign = re.match(rb"(?:not|-|~)[ \t]*", self._content[start:until])
        if sign is not None:
            yield {"start": start, "end": start + sign.end(), "replacement": ""}

    def _change(self, node: ast.expr | ast.stmt, replacement: str) -> Mutation:
        start, end = self._span(node)
        return {"start": start, "end": end, "replacement": replacement}

    def _text(self, node: ast.expr) -> str:
        start, end = self._span(node)
        return self._content[start:end].decode()

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        last, column = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return self._starts[node.lineno - 1] + node.col_offset, self._starts[last - 1] + column


def _is_left_out(node: ast.AST, parent: ast.AST, field: str) -> bool:
    """What no test of a program could notice, and names of keys, where everything would notice."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom():
            return True
        case ast.Compare(left=ast.Name(id="__name__")):
            return True
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in NAMING:
            return True
        case ast.Constant(value=str()):
            is_key = isinstance(parent, ast.Subscript) and field == "slice"
            return is_key or (isinstance(parent, ast.Dict) and field == "keys")
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name.startswith("__") and name.endswith("__")
        case _:
            return False
