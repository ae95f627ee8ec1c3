"""The languages of a submission that are read."""

import re
from typing import Final

_LANGUAGES: Final = {"py": "Python", "json": "JSON", "toml": "TOML"}
# Settings of tools that may have comments in them although they are called JSON.
_WITH_COMMENTS: Final = re.compile(r"(^|/)(\.[^/]*|\.vscode/[^/]*)\.json\Z")
# What is not the learner's own.
_FOREIGN: Final = {"node_modules", "__pycache__", ".venv", "venv", "site-packages"}


def language_of(path: str) -> str | None:
    """The language of a file, by its name; None where it is none of these."""
    if _FOREIGN.intersection(path.split("/")) or _WITH_COMMENTS.search(path):
        return None
    name, dot, extension = path.rpartition(".")
    return _LANGUAGES.get(extension) if dot and name else None
