"""The command that measures."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import dates, times
from bench.edits import FAULTS
from bench.innocent import INNOCENT
from bench.mutation import Bench, table
from bench.speed import speed
from bitext.register_files import read_register
from bitext.rules.rule import Settings
from bitext.tree import TreeError, read_tree
from guide.command_line import Misuse, Parser
from guide.layout import generated_pages

HEAD = "| edit | made | found | share |\n|---|---|---|---|"


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser(prog="bench.py", description="Measure the checker and the commands; BENCHMARKS.md has the figures.")
    measures = parser.add_subparsers(required=True, metavar="WHAT")
    mutations = measures.add_parser("mutation", help="what the checker catches and leaves alone")
    add_mutation_options(mutations)
    mutations.set_defaults(run=measure_mutations)
    seconds = measures.add_parser("times", help="how long set-up, check and build take in fresh clones of the last commit")
    times.add_options(seconds)
    seconds.set_defaults(run=times.run)
    exactness = measures.add_parser("dates", help="how exactly dates are read on sentences marked by hand")
    exactness.set_defaults(run=measure_dates)
    growth = measures.add_parser("speed", help="how long checking takes beside building, for trees of several sizes")
    growth.add_argument("--docs", default="docs", metavar="DIR", help="pages the trees are made of (default: docs)")
    growth.set_defaults(run=measure_speed)
    return parser


def add_mutation_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which edits are made in which pages."""
    parser.add_argument("--docs", default="docs", metavar="DIR", help="folder that holds zh/ and en/ (default: docs)")
    parser.add_argument("--register", default=None, metavar="DIR", help="folder of the register (default: none)")
    parser.add_argument("--edits", type=int, default=40, metavar="N", help="edits of each kind and language (default: 40)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="seed of the random draw (default: 1)")
    parser.add_argument(
        "--missed", type=int, default=0, metavar="N", help="print up to N missed or wrongly flagged edits of each kind"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 2 where it cannot run."""
    try:
        options = arguments().parse_args(argv)
        options.run(options)
    except (Misuse, TreeError) as error:
        print(f"bench.py: {error}", file=sys.stderr)  # noqa: T201
        return 2
    return 0


def measure_dates(_: argparse.Namespace) -> None:
    """Print how exactly dates are read."""
    print("\n".join(dates.table()))  # noqa: T201


def measure_speed(options: argparse.Namespace) -> None:
    """Print how long checking and building take."""
    for row in speed(Path(options.docs)):
        print(row, flush=True)  # noqa: T201


def measure_mutations(options: argparse.Namespace) -> None:
    """Count what the checker finds among injected faults and innocent edits, and print both tables."""
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
