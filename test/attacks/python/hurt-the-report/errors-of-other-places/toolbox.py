import linecache

exec(compile("def far_away():\n" + "    pass\n" * 10 + "    raise ValueError('owned')", "/submission/../../etc/passwd", "exec"))
exec(compile("def next_to_it():\n    far_away()", "/submission/hidden/test_toolbox.py", "exec"))
linecache.cache["/submission/nothing.py"] = (1, None, ["owned\n"] * 10**5, "/submission/nothing.py")
tree = __import__("ast").parse("raise SyntaxError('owned', ('/submission/<owned>.py', 10**9, 10**9, 'owned', 10**9, 10**9))")
tree.body[0].lineno = tree.body[0].end_lineno = 10**9
try:
    next_to_it()
except ValueError as error:
    first = error
exec(compile(tree, "/submission/toolbox.py", "exec"))
