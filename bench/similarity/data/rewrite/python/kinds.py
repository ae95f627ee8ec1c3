"""Kinds of structural rewriting for Python. A kind takes a node and gives what to put in its place, or None."""

import ast

NEGATED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


def name(text, store=False):
    return ast.Name(id=text, ctx=ast.Store() if store else ast.Load())


def assign(target, value):
    return ast.Assign(targets=[name(target, True)], value=value, lineno=0)


def call(function, *args):
    return ast.Call(func=function if isinstance(function, ast.AST) else name(function), args=list(args), keywords=[])


def negate(test):
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        return ast.Compare(left=test.left, ops=[NEGATED[type(test.ops[0])]()], comparators=test.comparators)
    return ast.UnaryOp(op=ast.Not(), operand=test)


def has(node, *types):
    return any(isinstance(one, types) for one in ast.walk(node))


def leaves(body):
    return isinstance(body[-1], (ast.Return, ast.Raise))


def range_to_while(node, fresh, rng):
    if not (isinstance(node, ast.For) and isinstance(node.target, ast.Name) and not node.orelse and isinstance(node.iter, ast.Call)):
        return None
    if not (isinstance(node.iter.func, ast.Name) and node.iter.func.id == "range" and len(node.iter.args) in (1, 2)) or has(node, ast.Continue):
        return None
    args = node.iter.args
    start, end = (args[0], args[1]) if len(args) == 2 else (ast.Constant(0), args[0])
    step = ast.AugAssign(target=name(node.target.id, True), op=ast.Add(), value=ast.Constant(1))
    test = ast.Compare(left=name(node.target.id), ops=[ast.Lt()], comparators=[end])
    return [assign(node.target.id, start), ast.While(test=test, body=node.body + [step], orelse=[])]


def for_to_index(node, fresh, rng):
    if not (isinstance(node, ast.For) and not node.orelse and isinstance(node.iter, (ast.Name, ast.Attribute))):
        return None
    at = fresh(rng.choice(["i", "j", "idx"]))
    element = ast.Assign(targets=[node.target], value=ast.Subscript(value=node.iter, slice=name(at), ctx=ast.Load()), lineno=0)
    return ast.For(target=name(at, True), iter=call("range", call("len", node.iter)), body=[element] + node.body, orelse=[], lineno=0)


def expand_augmented(node, fresh, rng):
    if not isinstance(node, ast.AugAssign) or not isinstance(node.target, (ast.Name, ast.Attribute)):
        return None
    load = name(node.target.id) if isinstance(node.target, ast.Name) else ast.Attribute(node.target.value, node.target.attr, ast.Load())
    return ast.Assign(targets=[node.target], value=ast.BinOp(left=load, op=node.op, right=node.value), lineno=0)


def invert_if(node, fresh, rng):
    if isinstance(node, ast.If) and node.orelse and not isinstance(node.orelse[0], ast.If):
        return ast.If(test=negate(node.test), body=node.orelse, orelse=node.body)
    return None


def fstring_to_format(node, fresh, rng):
    if not isinstance(node, ast.JoinedStr):
        return None
    text, args = "", []
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += part.value.replace("{", "{{").replace("}", "}}")
        elif part.format_spec is None and part.conversion == -1:
            text += "{}"
            args.append(part.value)
        else:
            return None
    return call(ast.Attribute(value=ast.Constant(text), attr="format", ctx=ast.Load()), *args)


def comprehension_to_loop(node, fresh, rng):
    if not (isinstance(node, ast.Return) and isinstance(node.value, ast.ListComp) and len(node.value.generators) == 1):
        return None
    made = node.value.generators[0]
    out = fresh(rng.choice(["items", "found", "result"]))
    body = ast.Expr(call(ast.Attribute(value=name(out), attr="append", ctx=ast.Load()), node.value.elt))
    for test in reversed(made.ifs):
        body = ast.If(test=test, body=[body], orelse=[])
    loop = ast.For(target=made.target, iter=made.iter, body=[body], orelse=[], lineno=0)
    return [assign(out, ast.List(elts=[], ctx=ast.Load())), loop, ast.Return(value=name(out))]


def name_result(node, fresh, rng):
    if not isinstance(node, ast.Return) or node.value is None or isinstance(node.value, (ast.Name, ast.Constant)) or rng.random() < 0.65:
        return None
    result = fresh(rng.choice(["result", "answer", "output"]))
    return [assign(result, node.value), ast.Return(value=name(result))]


def else_to_return(node, fresh, rng):
    if isinstance(node, ast.If) and node.orelse and not isinstance(node.orelse[0], ast.If) and leaves(node.body):
        return [ast.If(test=node.test, body=node.body, orelse=[])] + node.orelse
    return None


def return_to_else(node, fresh, rng):
    if not isinstance(node, ast.FunctionDef):
        return None
    for at, one in enumerate(node.body[:-1]):
        if isinstance(one, ast.If) and not one.orelse and leaves(one.body):
            split = ast.If(test=one.test, body=one.body, orelse=node.body[at + 1 :])
            node.body = node.body[:at] + [split]
            return node
    return None


def dead_code(node, fresh, rng):
    if not isinstance(node, ast.FunctionDef) or rng.random() < 0.75:
        return None
    unused = fresh(rng.choice(["debug", "unused", "counter", "check"]))
    dead = rng.choice([[assign(unused, ast.Constant(0))], [assign(unused, ast.Constant(False)), ast.If(test=name(unused), body=[ast.Return(value=ast.Constant(None))], orelse=[])]])
    doc = 1 if isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant) else 0
    node.body[doc:doc] = dead
    return node


def reorder(node, fresh, rng):
    if not isinstance(node, (ast.ClassDef, ast.Module)):
        return None
    moved = [one for one in node.body if isinstance(one, ast.FunctionDef) and not one.decorator_list]
    places = [at for at, one in enumerate(node.body) if one in moved]
    rng.shuffle(moved)
    for at, one in zip(places, moved):
        node.body[at] = one
    return node


KINDS = [
    range_to_while, for_to_index, expand_augmented, invert_if, fstring_to_format, comprehension_to_loop, name_result,
    else_to_return, return_to_else, dead_code, reorder,
]  # fmt: skip


class Apply(ast.NodeTransformer):
    def __init__(self, kinds, share, rng, taken):
        self.kinds, self.share, self.rng, self.taken = kinds, share, rng, taken

    def fresh(self, hint):
        word, turn = hint, 1
        while word in self.taken:
            turn += 1
            word = f"{hint}{turn}"
        self.taken.add(word)
        return word

    def visit(self, node):
        node = self.generic_visit(node)
        for kind in self.rng.sample(self.kinds, len(self.kinds)):
            if self.rng.random() < self.share:
                other = kind(node, self.fresh, self.rng)
                if other is not None:
                    return other
        return node


def apply(tree, kinds, share, rng):
    taken = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return ast.fix_missing_locations(Apply(kinds, share, rng, taken).visit(tree))
