import sys

print("loading", flush=True)


def add(one, other):
    print("adding", one, other)
    print("to stderr", file=sys.stderr)
    sys.stdout.write("\x00\x00\x00\x05\x0f")
    sys.stdin.read()
    return one + other
