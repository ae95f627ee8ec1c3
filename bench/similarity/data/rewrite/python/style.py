"""Sets a Python text out as somebody else would: quotes, indentation, blank lines, comments."""

import io
import re
import tokenize

REMARKS = (
    "get the value we need|check the input first|loop over everything|TODO: clean this up|this does the work|set up|return the answer|"
    "edge case|see the instructions|keep it simple|might be slow but works|helper|not sure if this is needed|first step|second step"
).split("|")
OPENING = re.compile(r"\s*(if|for|while|return|def|class|with|try|[a-z_]+ =)\b")


def quoted(text):
    out, last = [], (1, 0)
    lines = text.split("\n")
    edits = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        said = token.string
        if token.type == tokenize.STRING and token.start[0] == token.end[0]:
            if said.startswith("'") and not said.startswith("'''") and '"' not in said and "\\" not in said:
                edits.append((token.start, token.end, '"' + said[1:-1] + '"'))
    for (row, start), (_, end), new in reversed(edits):
        line = lines[row - 1]
        lines[row - 1] = line[:start] + new + line[end:]
    return "\n".join(lines)


def relay(text, rng):
    if rng.random() < 0.5:
        text = quoted(text)
    unit = rng.choice(["    ", "    ", "    ", "  ", "\t"])
    triple = False
    out = []
    for line in text.split("\n"):
        inside = triple
        if line.count('"""') % 2 == 1:
            triple = not triple
        if inside:
            out.append(line)
            continue
        bare = line.lstrip(" ")
        depth = (len(line) - len(bare)) // 4
        plain = OPENING.match(line) and not bare.startswith(("else", "elif", "except", "finally"))
        before = out[-1].strip() if out else ""
        if plain and rng.random() < 0.1:
            out.append(unit * depth + "# " + rng.choice(REMARKS))
        elif plain and not before.endswith(":") and before and not before.startswith(("@", "#")) and rng.random() < 0.12:
            out.append("")
        out.append(unit * depth + bare)
    return "\n".join(out)
