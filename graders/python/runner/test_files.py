"""Which files of an exam are test files."""

import re
from collections.abc import Iterable

_TEST_FILE = re.compile(r"(^|/)(test_[^/]*|[^/]*_test)\.py$")


def sort_test_files(paths: Iterable[str]) -> list[str]:
    """Test files among all files, public ones first; anything else may be imported by them."""
    return sorted(filter(_TEST_FILE.search, paths), key=lambda path: (not path.startswith("public/"), path))
