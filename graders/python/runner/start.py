"""Starts the supervisor."""

import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "/opt/touchstone")

from touchstone_grader.runner.supervisor import main  # noqa: E402

main()
