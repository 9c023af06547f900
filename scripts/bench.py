"""Measure the checker: `python3 scripts/bench.py mutation --docs docs`; the figures stand in BENCHMARKS.md."""

import sys

from environment import ROOT, enter

if __name__ == "__main__":
    enter("test")
    # This script has the name of the package it starts; the project's folder must come first.
    sys.path.insert(0, ROOT)
    from bench.command import main

    sys.exit(main())
