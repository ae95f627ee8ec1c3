import sys, os

args = sys.argv[1:]
top = None
out = None
name = None
while args:
    arg = args.pop(0)
    if arg == "--top":
        top = int(args.pop(0))
    elif arg == "--out":
        out = args.pop(0)
    else:
        name = arg
text = ""
if name:
    if not os.path.exists(name):
        sys.stderr.write("no such file: " + name + "\n")
        exit(2)
    text = open(name).read()
else:
    while True:
        try:
            text += input() + "\n"
        except EOFError:
            break
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
rows = sorted(counts.items(), key=lambda row: -row[1])
if top:
    rows = rows[:top]
if out:
    sys.stdout = open(out, "w")
if "COUNT_HEADER" in os.environ:
    print("word count")
for word, number in rows:
    print(word, number)
