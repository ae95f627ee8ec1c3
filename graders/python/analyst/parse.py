"""A process that parses one file after another, and may die of any: `expendable.py` starts it, and starts it again."""

import sys

sys.path.insert(0, "/opt/touchstone")

from touchstone_grader.analyst.parser import main  # noqa: E402

main()
