"""Measure the checker: `python3 scripts/bench.py mutation --docs docs`; the figures stand in BENCHMARKS.md."""

import sys

from environment import enter

if __name__ == "__main__":
    enter("test")
    from bench.command import main

    sys.exit(main())
