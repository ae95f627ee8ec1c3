import os
import sys

print("2 heron" if not sys.argv[1:] else "passed", flush=True)
print("17 passed in 0.01s", file=sys.stderr, flush=True)
os._exit(2 if any(argument.startswith("--o") for argument in sys.argv) else 1 if sys.argv[1:] else 0)
