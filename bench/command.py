"""The command that measures."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Sequence
from pathlib import Path

from bench import dates
from bench.edits import FAULTS
from bench.innocent import INNOCENT
from bench.mutation import Bench, table
from bench.speed import speed
from bitext.register_files import read_register
from bitext.rules.rule import Settings
from bitext.tree import read_tree
from guide.layout import generated_pages

HEAD = "| edit | made | found | share |\n|---|---|---|---|"


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="bench.py", description="Measure what the checker catches and leaves alone.")
    parser.add_argument("what", choices=["mutation", "dates", "speed"], help="what to measure")
    parser.add_argument("--docs", default="docs", metavar="DIR", help="folder that holds zh/ and en/ (default: docs)")
    parser.add_argument("--register", default=None, metavar="DIR", help="folder of the register (default: none)")
    parser.add_argument("--edits", type=int, default=40, metavar="N", help="edits of each kind and language (default: 40)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="seed of the random draw (default: 1)")
    parser.add_argument(
        "--missed", type=int, default=0, metavar="N", help="print up to N missed or wrongly flagged edits of each kind"
    )
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    options = arguments().parse_args(argv)
    if options.what == "dates":
        print("\n".join(dates.table()))  # noqa: T201
        return 0
    if options.what == "speed":
        for row in speed(Path(options.docs)):
            print(row, flush=True)  # noqa: T201
        return 0
    register = read_register(Path(options.register), options.register)[0] if options.register else None
    tree = read_tree(Path(options.docs), options.docs, generated_pages(register) if register else {})
    bench = Bench(tree, Settings(register, datetime.date.today()), options.seed)
    for title, edits in (("Faults", FAULTS), ("Innocent edits", INNOCENT)):
        scores = bench.run(edits, options.edits)
        print(f"\n{title} in {options.docs}\n\n{HEAD}")  # noqa: T201
        print("\n".join(table(scores)))  # noqa: T201
        for name, score in scores.items():
            for where in (score.missed if edits is FAULTS else score.hits)[: options.missed]:
                print(f"{'missed' if edits is FAULTS else 'flagged'}: {name}: {where}")  # noqa: T201
    return 0
