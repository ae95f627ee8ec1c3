import argparse
import sys
from collections import Counter

parser = argparse.ArgumentParser()
parser.add_argument("files", nargs="*")
parser.add_argument("--top", type=int)
parser.add_argument("--out")
asked = parser.parse_args()
try:
    texts = [open(path, encoding="utf-8").read() for path in asked.files] or [sys.stdin.read()]
except OSError as error:
    sys.exit(str(error))
counts = Counter(" ".join(texts).lower().split())
lines = "".join(f"{count} {word}\n" for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[: asked.top])
if asked.out:
    with open(asked.out, "w", encoding="utf-8") as file:
        file.write(lines)
else:
    print(lines, end="")
