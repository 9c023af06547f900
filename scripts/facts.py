"""Print where the guide states each fact and answers each question, as a Markdown table."""

import sys

from environment import ROOT, enter

if __name__ == "__main__":
    enter("site")
    from pathlib import Path

    from guide.facts import main

    sys.exit(main(Path(ROOT)))
