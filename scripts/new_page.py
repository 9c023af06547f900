"""Make a new pair of pages with what every pair needs: `python3 scripts/new_page.py --help`."""

import sys

from environment import ROOT, enter

if __name__ == "__main__":
    enter("site")
    from pathlib import Path

    from guide.new_page import main

    sys.exit(main(Path(ROOT)))
