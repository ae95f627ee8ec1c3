"""The first process of an analyst's container."""

import sys

sys.path.insert(0, "/opt/touchstone")

from touchstone_grader.analyst.analyst import main  # noqa: E402

main()
