"""The command that measures."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from bench import dates, times
from bench.clean import clean_pages
from bench.edits import Recipe
from bench.faults import FAULTS
from bench.innocent import INNOCENT
from bench.mutation import Bench, Scores, table
from bench.speed import speed
from bench.stale import NAME, stale_score
from bitext.register_files import read_register
from bitext.rules.rule import Settings
from bitext.tree import Tree, TreeError, read_tree
from guide.command_line import Misuse, Parser
from guide.layout import generated_files, generated_pages

FAULT, INNOCUOUS = "Faults", "Innocent edits"


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
    cleanness = measures.add_parser("clean", help="how many page pairs give findings as they stand, and which")
    add_tree_options(cleanness)
    cleanness.set_defaults(run=measure_clean)
    exactness = measures.add_parser("dates", help="how exactly dates are read on sentences marked by hand")
    exactness.set_defaults(run=measure_dates)
    growth = measures.add_parser("speed", help="how long checking takes beside building, for trees of several sizes")
    growth.add_argument("--docs", default="docs", metavar="DIR", help="pages the trees are made of (default: docs)")
    growth.set_defaults(run=measure_speed)
    return parser


def add_tree_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which pages are read."""
    parser.add_argument("--docs", action="append", metavar="DIR", help="folder that holds zh/ and en/; repeatable (default: docs)")
    parser.add_argument("--register", default=None, metavar="DIR", help="folder of the register (default: none)")


def add_mutation_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which edits are made in which pages."""
    add_tree_options(parser)
    parser.add_argument("--edits", type=int, default=40, metavar="N", help="edits of each kind and language (default: 40)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="seed of the random draw (default: 1)")
    parser.add_argument(
        "--missed", type=int, default=0, metavar="N", help="print up to N missed or wrongly flagged edits of each kind"
    )
    parser.add_argument("--only", default="", metavar="WORDS", help="only kinds of edits whose name holds these words")
    parser.add_argument("--json", default=None, metavar="FILE", help="write where each edit was made, found or missed, to a file")


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


def trees(options: argparse.Namespace) -> Iterator[tuple[str, Tree, Settings]]:
    """Yield each tree with its name and what is known besides it. Raises TreeError where it is none."""
    register = read_register(Path(options.register), options.register)[0] if options.register else None
    built = (generated_pages(register), generated_files()) if register else ()
    for docs in options.docs or ["docs"]:
        yield docs, read_tree(Path(docs), docs, *built), Settings(register, date.today())


def measure_clean(options: argparse.Namespace) -> None:
    """Print what each tree gives as it stands."""
    for name, tree, settings in trees(options):
        print("\n".join([f"\n{name}\n", *clean_pages(tree, settings)]))  # noqa: T201


def measure_mutations(options: argparse.Namespace) -> None:
    """Count what the checker finds among injected faults and innocent edits; print both tables, and how long it took."""
    start = time.monotonic()
    benches = {name: Bench(tree, settings, options.seed) for name, tree, settings in trees(options)}
    scores = {FAULT: scores_of(benches, FAULTS, options), INNOCUOUS: scores_of(benches, INNOCENT, options)}
    for title, held in scores.items():
        print("\n".join([f"\n{title} in {', '.join(held)}\n", *table(held)]))  # noqa: T201
    print("\n".join(exceptions(scores, options.missed)))  # noqa: T201
    if options.json:
        Path(options.json).write_text(json.dumps(scores, default=vars, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"\n{time.monotonic() - start:.0f} s")  # noqa: T201


def scores_of(benches: Mapping[str, Bench], recipes: Sequence[Recipe], options: argparse.Namespace) -> dict[str, Scores]:
    """Return the scores of the chosen recipes in each tree; among faults those of stale pages too."""
    chosen = [recipe for recipe in recipes if options.only in recipe.name]
    scores = {name: bench.run(chosen, options.edits) for name, bench in benches.items()}
    if recipes is FAULTS and options.only in NAME:
        for name, bench in benches.items():
            scores[name][NAME] = stale_score(bench, options.edits)
    return scores


def exceptions(scores: Mapping[str, Mapping[str, Scores]], most: int) -> Iterator[str]:
    """Yield some of the missed faults and of the flagged innocent edits of each kind."""
    for title, trees_of in scores.items():
        word = "missed" if title == FAULT else "flagged"
        for held in trees_of.values():
            for name, score in held.items():
                yield from (f"{word}: {name}: {where}" for where in (score.missed if title == FAULT else score.found)[:most])
