"""The analysis `syntax`: which source files there are, and which of them cannot be parsed."""

import json
from collections.abc import Callable
from typing import Final

from touchstone_grader.analyst.expendable import Expendable
from touchstone_grader.analyst.finding import Finding, not_read
from touchstone_grader.analyst.language import language_of
from touchstone_grader.analyst.size import measure

# Files that are looked at; a learner's project has some tens.
_MOST_FILES: Final = 2_000
# A thousand times what a file of the greatest size takes.
_FILE_SECONDS: Final = 10.0
_PARSER: Final = "/opt/touchstone/parse.py"


def read_syntax(files: dict[str, bytes], until: float, on_begin: Callable[[str], None]) -> dict[str, object]:
    """Reads every source file of a submission; each may cost no more than its own result."""
    sources = sorted(path for path in files if language_of(path) is not None)
    looked = sources[:_MOST_FILES]
    parser = Expendable(_PARSER, _FILE_SECONDS, until)
    found: list[dict[str, object]] = []
    try:
        for path in looked:
            on_begin(path)
            content = files[path]
            language = language_of(path)
            lines, too_large = measure(content)
            finding = _parse(parser, str(language), content) if too_large is None else not_read(too_large)
            about = {"path": path, "language": language, "bytes": len(content), "lines": lines}
            found.append({**about, **_within(finding, lines)})
    finally:
        parser.close()
    return {"files": found, "leftOut": len(sources) - len(looked)}


def _parse(parser: Expendable, language: str, content: bytes) -> Finding:
    said, loss = parser.look(language.encode() + b"\n" + content)
    if said is None:
        return not_read(loss or "crash")
    finding: Finding = json.loads(said)
    return finding


def _within(finding: Finding, lines: int) -> Finding:
    """What is missing at the end of a file is said of its last line, not of the one after it that nobody can see."""
    problem = finding["problem"]
    if problem is None or problem["line"] is None or problem["line"] <= lines:
        return finding
    return {**finding, "problem": {**problem, "line": max(1, lines), "column": None}}
