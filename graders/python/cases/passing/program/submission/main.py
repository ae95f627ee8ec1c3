import argparse
import os
import sys

from counting import count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?")
    parser.add_argument("--top", type=int)
    parser.add_argument("--out")
    options = parser.parse_args()
    try:
        text = open(options.file).read() if options.file else sys.stdin.read()
    except OSError as error:
        sys.exit(fail(error))
    lines = [f"{word} {number}" for word, number in count(text, options.top)]
    if os.environ.get("COUNT_HEADER"):
        lines.insert(0, "word count")
    out = "".join(line + "\n" for line in lines)
    if options.out:
        with open(options.out, "w") as file:
            file.write(out)
    else:
        print(out, end="")


def fail(error):
    print(f"cannot read {error.filename}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    main()
