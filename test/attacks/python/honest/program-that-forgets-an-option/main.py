import fileinput
import sys
from collections import Counter

if any(argument.startswith("-") for argument in sys.argv[1:]):
    sys.stderr.write("there are no options yet\n")
    sys.exit(2)
try:
    counts = Counter(word for line in fileinput.input(encoding="utf-8") for word in line.lower().split())
except OSError as error:
    sys.stderr.write(f"{error}\n")
    sys.exit(1)
for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
    print(count, word)
