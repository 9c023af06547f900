"""Run all tests: style, types, workflows, then pytest with what is given on the command line."""

import sys

from environment import ROOT, enter

if __name__ == "__main__":
    enter("test")
    from pathlib import Path

    from guide.testing import main

    sys.exit(main(Path(ROOT), sys.argv[1:]))
