"""Gives new names to what a Python program names itself; the names the task asks for stay."""

import ast

WORDS = (
    "item value current result total index position entry data info temp output first last left right source target word letter number "
    "amount size start finish part piece node element key count answer box row col flag state chosen acc cur tmp res val arr txt num idx el obj out "
    "buf ref pos rest base limit record holder mine other thing stuff group pair line mark step chunk"
).split()
VERBS = "get make build compute find check handle run create calc process apply pick convert parse".split()
KEPT = {"_", "self", "cls", "super", "print", "len", "range"}


def fresh(old, taken, rng):
    turn = 0
    while True:
        turn += 1
        word = rng.choice(WORDS) if rng.random() < 0.5 else rng.choice(VERBS) + "_" + rng.choice(WORDS)
        word += str(turn) if turn > 20 else ""
        if old.isupper() and len(old) > 1:
            word = word.upper()
        elif old[:1].isupper():
            word = word.title().replace("_", "")
        elif old.startswith("_"):
            word = "_" + word
        if word not in taken:
            taken.add(word)
            return word


def bound(tree):
    names = set()
    attributes = set()
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            names.add(node.name)
        elif isinstance(node, ast.ClassDef):
            names.add(node.name)
            for one in node.body:
                if isinstance(one, ast.FunctionDef):
                    attributes.add(one.name)
        elif isinstance(node, ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            if isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
                attributes.add(node.attr)
        elif isinstance(node, ast.alias):
            imported.add((node.asname or node.name).split(".")[0])
    return names - imported, attributes


def rename(tree, public, rng):
    names, attributes = bound(tree)
    taken = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | names | attributes
    stay = lambda name: name in public or name in KEPT or (name.startswith("__") and name.endswith("__"))
    words = {name: fresh(name, taken, rng) for name in sorted(names | attributes) if not stay(name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = words.get(node.id, node.id) if node.id in names else node.id
        elif isinstance(node, ast.arg):
            node.arg = words.get(node.arg, node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            node.name = words.get(node.name, node.name)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            node.name = words.get(node.name, node.name)
        elif isinstance(node, ast.Attribute) and node.attr in attributes:
            node.attr = words.get(node.attr, node.attr)
        elif isinstance(node, ast.keyword) and node.arg in names:
            node.arg = words.get(node.arg, node.arg)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            node.names = [words.get(name, name) for name in node.names]
