Owned = type("O" * 10**6, (ImportError,), {"__module__": "m" * 10**6})
error = Owned("owned" * 2 * 10**6, name="n" * 10**6, path="p" * 10**6)
error.__cause__ = Owned("\n" * 10**7)
for number in range(1000):
    error.add_note("owned" * 1000)
raise error
