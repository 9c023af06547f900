"""Check the pages and build the site into site/, or preview it: `python3 scripts/build.py --help`."""

import sys

from environment import ROOT, enter

if __name__ == "__main__":
    enter("site")
    from pathlib import Path

    from guide.build import main

    sys.exit(main(Path(ROOT)))
