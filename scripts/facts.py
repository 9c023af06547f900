"""Print where the guide states each fact and answers each question, as a Markdown table."""

import sys

from environment import ROOT, enter

if __name__ == "__main__":
    enter("site")
    from pathlib import Path

    from guide.facts import fact_table, read_facts
    from guide.site import read_site

    entries, problems = read_facts(Path(ROOT))
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    print(fact_table(entries, read_site(Path(ROOT))))
    sys.exit(1 if problems else 0)
