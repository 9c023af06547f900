"""Compare the Chinese and English pages and report where they disagree: `python3 scripts/check.py --help`."""

import sys

from environment import enter

if __name__ == "__main__":
    enter("site")
    from guide.check_command import main

    sys.exit(main())
