"""Where a fragment could be put into a Python text: line numbers from 1, before which it goes."""

import ast


def places(text):
    tree = ast.parse(text)
    lines = text.split("\n")
    imports = [node.end_lineno for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    top = [
        min([node.lineno] + [one.lineno for one in getattr(node, "decorator_list", [])])
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.lineno > max(imports, default=0)
    ]
    bodies, returns = [], []
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef):
            continue
        body = [one for one in node.body if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))]
        if body and body[0].lineno > node.lineno:
            first = body[0]
            args = [one.arg for one in node.args.args if one.arg not in ("self", "cls")]
            indent = lines[first.lineno - 1][: first.col_offset]
            bodies.append({"line": first.lineno, "indent": indent, "args": args, "name": node.name})
        for one in ast.walk(node):
            if isinstance(one, ast.Return) and one.value is not None and one.lineno == one.end_lineno:
                value = one.value
                returns.append({"line": one.lineno, "from": value.col_offset, "to": value.end_col_offset, "name": node.name})
    return {"top": top, "end": len(lines), "bodies": bodies, "returns": returns}
