"""Reads one JSON list of jobs on standard input and prints the list of answers: what a job asks for, or null where its text cannot be read.

{"op": "tokens", "text"}                                              -> the tokens with names as one
{"op": "names", "text"}                                               -> the names of functions and methods
{"op": "rewrite", "text", "seed", "style", "rename", "share", "times", "kinds", "public"} -> the text
{"op": "graft", "host", "from", "seed"}                               -> the host with a third to half of the functions of the other
{"op": "places", "text"}                                              -> where a statement or a function could be put
"""

import ast
import io
import json
import random
import sys
import tokenize

import held_kinds
import kinds
import places
from rename import rename
from style import relay


def tokens(text):
    ast.parse(text)
    out = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME:
            import keyword

            dotted = out and out[-1] == "."
            out.append(token.string if keyword.iskeyword(token.string) else "." + token.string if dotted else "name")
        elif token.type == tokenize.STRING:
            out.append('"')
        elif token.type in (tokenize.NUMBER, tokenize.OP) and token.string != ",":
            out.append(token.string)
    return out


def names(text):
    return [node.name for node in ast.walk(ast.parse(text)) if isinstance(node, (ast.FunctionDef, ast.ClassDef))]


def rewrite(text, seed, style=True, rename_all=False, share=0.0, times=0, which="dev", public=()):
    rng = random.Random(seed)
    tree = ast.parse(text)
    for _ in range(times):
        tree = ast.parse(ast.unparse(kinds.apply(tree, held_kinds.KINDS if which == "held" else kinds.KINDS, share, rng)))
    if rename_all:
        rename(tree, set(public), rng)
    code = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    return relay(code, rng) if style else code


def units(tree):
    found = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            found.append((None, node))
        elif isinstance(node, ast.ClassDef):
            found += [(node, one) for one in node.body if isinstance(one, ast.FunctionDef) and one.name != "__init__"]
    return [(owner, node) for owner, node in found if len(list(ast.walk(node))) >= 20]


def graft(host, source, seed):
    rng = random.Random(seed)
    base, other = ast.parse(host), ast.parse(source)
    have = units(other)
    if len(have) < 2:
        return None
    number = min(len(have), max(1, round(len(have) * rng.uniform(0.34, 0.5))))
    classes = [node for node in base.body if isinstance(node, ast.ClassDef)]
    size = lambda some: sum(len(list(ast.walk(node))) for _, node in some)
    tries = [rng.sample(have, number) for _ in range(6)]
    chosen = next((some for some in tries if size(some) >= max(60, size(have) / 3)), None)
    if chosen is None:
        return None
    for owner, node in chosen:
        homes = [base] + classes
        own = next(((home, at) for home in homes for at, one in enumerate(home.body) if getattr(one, "name", None) == node.name), None)
        if own:
            own[0].body[own[1]] = node
        elif owner is not None and classes:
            classes[0].body.append(node)
        else:
            base.body.insert(rng.randint(min(1, len(base.body)), len(base.body)), node)
    constants = {target.id for one in base.body if isinstance(one, ast.Assign) for target in one.targets if isinstance(target, ast.Name)}
    for one in other.body:
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and one.targets[0].id not in constants:
            used = {name.id for name in ast.walk(base) if isinstance(name, ast.Name)}
            if one.targets[0].id in used:
                base.body.insert(0, one)
    return ast.unparse(ast.fix_missing_locations(base)) + "\n"


def answer(job):
    try:
        if job["op"] == "tokens":
            return tokens(job["text"])
        if job["op"] == "names":
            return names(job["text"])
        if job["op"] == "graft":
            return graft(job["host"], job["from"], job["seed"])
        if job["op"] == "places":
            return places.places(job["text"])
        return rewrite(job["text"], job["seed"], job["style"], job["rename"], job["share"], job["times"], job["kinds"], job["public"])
    except (SyntaxError, ValueError, tokenize.TokenError, RecursionError):
        return None


if __name__ == "__main__":
    json.dump([answer(job) for job in json.load(sys.stdin)], sys.stdout)
