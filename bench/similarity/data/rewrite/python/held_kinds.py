"""The kinds of rewriting for the half that is looked at once."""

import ast

from kinds import assign, call, has, name, negate

MIRRORED = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE, ast.Eq: ast.Eq, ast.NotEq: ast.NotEq}


def swap_sides(node, fresh, rng):
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in MIRRORED:
        return ast.Compare(left=node.comparators[0], ops=[MIRRORED[type(node.ops[0])]()], comparators=[node.left])
    return None


def de_morgan(node, fresh, rng):
    if not isinstance(node, ast.BoolOp) or not all(isinstance(one, ast.Compare) and len(one.ops) == 1 for one in node.values):
        return None
    other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    return ast.UnaryOp(op=ast.Not(), operand=ast.BoolOp(op=other, values=[negate(one) for one in node.values]))


def return_choice(node, fresh, rng):
    if isinstance(node, ast.Return) and isinstance(node.value, ast.IfExp):
        choice = node.value
        return [ast.If(test=choice.test, body=[ast.Return(value=choice.body)], orelse=[]), ast.Return(value=choice.orelse)]
    return None


def branch_to_choice(node, fresh, rng):
    if isinstance(node, ast.If) and len(node.body) == 1 and len(node.orelse) == 1:
        yes, no = node.body[0], node.orelse[0]
        if isinstance(yes, ast.Return) and isinstance(no, ast.Return) and yes.value and no.value:
            return ast.Return(value=ast.IfExp(test=node.test, body=yes.value, orelse=no.value))
    return None


def assign_choice(node, fresh, rng):
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.IfExp):
        choice = node.value
        one = ast.Assign(targets=node.targets, value=choice.body, lineno=0)
        two = ast.Assign(targets=node.targets, value=choice.orelse, lineno=0)
        return ast.If(test=choice.test, body=[one], orelse=[two])
    return None


def joined_to_plus(node, fresh, rng):
    if not isinstance(node, ast.JoinedStr):
        return None
    total = None
    for part in node.values:
        if isinstance(part, ast.Constant):
            piece = part
        elif part.format_spec is None and part.conversion == -1:
            piece = call("str", part.value)
        else:
            return None
        total = piece if total is None else ast.BinOp(left=total, op=ast.Add(), right=piece)
    return total


def comprehension_to_map(node, fresh, rng):
    if not isinstance(node, ast.ListComp) or len(node.generators) != 1:
        return None
    made = node.generators[0]
    if made.ifs or not isinstance(made.target, ast.Name):
        return None
    args = ast.arguments(posonlyargs=[], args=[ast.arg(arg=made.target.id)], kwonlyargs=[], kw_defaults=[], defaults=[])
    return call("list", call("map", ast.Lambda(args=args, body=node.elt), made.iter))


def augment(node, fresh, rng):
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.value, ast.BinOp) and isinstance(node.targets[0], ast.Name):
        if isinstance(node.value.left, ast.Name) and node.value.left.id == node.targets[0].id:
            return ast.AugAssign(target=node.targets[0], op=node.value.op, value=node.value.right)
    return None


def name_argument(node, fresh, rng):
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Call) or len(node.value.args) != 1:
        return None
    if isinstance(node.value.args[0], (ast.Name, ast.Constant, ast.Starred)):
        return None
    given = fresh(rng.choice(["arg", "given", "to_add"]))
    value = node.value.args[0]
    node.value.args = [name(given)]
    return [assign(given, value), node]


def split_pair(node, fresh, rng):
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
        if len(node.targets[0].elts) == len(node.value.elts) and all(isinstance(one, (ast.Constant, ast.List)) for one in node.value.elts):
            return [ast.Assign(targets=[one], value=value, lineno=0) for one, value in zip(node.targets[0].elts, node.value.elts)]
    return None


def add_enumerate(node, fresh, rng):
    if isinstance(node, ast.For) and isinstance(node.target, ast.Name) and isinstance(node.iter, (ast.Name, ast.Attribute)):
        at = fresh(rng.choice(["_n", "_i", "nth"]))
        pair = ast.Tuple(elts=[name(at, True), node.target], ctx=ast.Store())
        return ast.For(target=pair, iter=call("enumerate", node.iter), body=node.body, orelse=node.orelse, lineno=0)
    return None


def guard_to_nesting(node, fresh, rng):
    if not isinstance(node, ast.FunctionDef):
        return None
    for at, one in enumerate(node.body[:-1]):
        if isinstance(one, ast.If) and not one.orelse and isinstance(one.body[-1], ast.Raise):
            node.body = node.body[:at] + [ast.If(test=negate(one.test), body=node.body[at + 1 :], orelse=one.body)]
            return node
    return None


def single_exit(node, fresh, rng):
    if not isinstance(node, ast.FunctionDef) or len(node.body) < 2 or has(node, ast.Yield):
        return None
    two = node.body[-2]
    if isinstance(two, ast.If) and not two.orelse and isinstance(two.body[-1], ast.Return) and isinstance(node.body[-1], ast.Return):
        if two.body[-1].value is None or node.body[-1].value is None:
            return None
        out = fresh(rng.choice(["outcome", "verdict", "final"]))
        last = node.body[-1].value
        split = ast.If(test=two.test, body=two.body[:-1] + [assign(out, two.body[-1].value)], orelse=[assign(out, last)])
        node.body = node.body[:-2] + [split, ast.Return(value=name(out))]
        return node
    return None


KINDS = [
    swap_sides, de_morgan, return_choice, branch_to_choice, assign_choice, joined_to_plus, comprehension_to_map, augment,
    name_argument, split_pair, add_enumerate, guard_to_nesting, single_exit,
]  # fmt: skip
