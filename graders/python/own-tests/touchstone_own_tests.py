"""Runs in the learner's container, as what is tested does: what `python -m unittest` finds here, and in `test/` and `tests/`.

Exit code 0: every test passed; 1: one did not, or something ended before its time; 3: there was none.
"""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))


def _found(loader):
    yield loader.discover(HERE)
    for name in ("test", "tests"):
        folder = os.path.join(HERE, name)
        # As a package it has been found already.
        if os.path.isdir(folder) and not os.path.exists(os.path.join(folder, "__init__.py")):
            yield loader.discover(folder, top_level_dir=folder)


def main():
    os.chdir(HERE)
    sys.path.insert(0, HERE)
    suite = unittest.TestSuite(_found(unittest.TestLoader()))
    result = unittest.TextTestRunner(stream=sys.stderr, verbosity=0).run(suite)
    if not result.wasSuccessful():
        return 1
    return 0 if result.testsRun > len(result.skipped) else 3


if __name__ == "__main__":
    sys.exit(main())
