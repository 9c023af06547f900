"""Measure the checker and the commands: `python3 scripts/bench.py --help`; the figures stand in BENCHMARKS.md."""

import sys

from environment import enter

if __name__ == "__main__":
    enter("test")
    sys.path.pop(0)  # this folder, in which this very file would hide the package of its name
    from bench.command import main

    sys.exit(main())
