"""Measure the README's commands in fresh clones of the last commit: how long set-up, check and build take."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bitext.message import Message
from guide.command_line import Misuse
from guide.instruments import table
from guide.progress import step

HEAD = ("Step", "Median", "Least", "Most", "Processor, median")
# What is run in a clone, one after the other, and under which name its seconds are kept; None: not kept.
STEPS: tuple[tuple[str | None, tuple[str, ...]], ...] = (
    # A command that does next to nothing once the environment stands.
    ("set-up", ("scripts/check.py", "--explain", "date/differs")),
    ("check", ("scripts/check.py",)),
    (None, ("scripts/build.py",)),
    ("build", ("scripts/build.py",)),
)
# The interpreter outside of the environment that this runs in, as a person would start a script.
PYTHON = str(getattr(sys, "_base_executable", sys.executable))
# As on a machine that never held the packages.
FRESH = {"PIP_NO_CACHE_DIR": "1"}


class Taken(NamedTuple):
    """The seconds one step took: by the clock, and of all processors together."""

    clock: float
    processor: float


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this measurement to a parser."""
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="fresh clones to measure in (default: %(default)s)")


def run(options: argparse.Namespace) -> None:
    """Measure and print the machine and the figures in Markdown. Raises Misuse where a command fails or N is no number of runs."""
    if options.runs < 1:
        raise Misuse(Message.of(f"--runs {options.runs} measures nothing; give 1 or more"))
    seconds: dict[str, list[Taken]] = defaultdict(list)
    for number in range(1, options.runs + 1):
        with step(f"run {number} of {options.runs}"), tempfile.TemporaryDirectory() as folder:
            for name, taken in measured(clone(Path.cwd(), Path(folder) / "clone")):
                seconds[name].append(taken)
    print(f"\n{machine()}\n\n{table(HEAD, rows(seconds))}")  # noqa: T201


def clone(project: Path, target: Path) -> Path:
    """Clone the last commit of a project into a folder; return the folder."""
    succeed(["git", "clone", "--quiet", "--no-local", "--depth", "1", f"file://{project}", str(target)], project)
    return target


def measured(project: Path) -> list[tuple[str, Taken]]:
    """Run the steps in a clone; return the time of those that are kept."""
    kept = []
    for name, words in STEPS:
        start, spent = time.monotonic(), processor()
        succeed([PYTHON, *words], project)
        if name is not None:
            kept.append((name, Taken(time.monotonic() - start, processor() - spent)))
    return kept


def processor() -> float:
    """Return the processor seconds of all commands that were run and have ended."""
    times = os.times()
    return times.children_user + times.children_system


def succeed(command: Sequence[str], folder: Path) -> None:
    """Run a command in a folder. Raises Misuse with its last line where it fails."""
    environment = {**os.environ, **FRESH}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise Misuse(Message.of(f"{' '.join(command[1:])} failed ({said[-1] if said else done.returncode})"))


def rows(seconds: Mapping[str, Sequence[Taken]]) -> list[list[str]]:
    """Return the rows of the table: each step with its median, least and most seconds, and the median on the processor."""
    return [
        [
            name,
            *(f"{figure(one.clock for one in taken):.1f} s" for figure in (statistics.median, min, max)),
            f"{statistics.median(one.processor for one in taken):.1f} s",
        ]
        for name, taken in seconds.items()
    ]


def machine() -> str:
    """Say when and on what was measured."""
    today = datetime.date.today()
    system = f"{platform.system()} on {platform.machine()}"
    return f"{today.isoformat()}: {os.cpu_count()} cores, Python {platform.python_version()}, {system}"
