"""How long the checker takes beside `mkdocs build` for the same pages, at first and after one edit."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.trees import key_of, write_tree
from bitext.memory import Memory
from guide.check_options import arguments
from guide.check_run import run

SIZES = (125, 250, 500)
CHECK = Path(__file__).parent.parent / "scripts" / "check.py"
# Material with its search and both languages, without this guide's hooks, pictures and lists; the sidebar is pruned as ours is.
CONFIGURATION = """\
site_name: Speed
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, language: zh, font: false, features: [navigation.prune]}}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {{locale: zh, name: 中文, default: true, build: true}}
        - {{locale: en, name: English, build: true}}
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, toc]
"""
HEAD = (
    "| pairs | blocks a side | check, cold | `mkdocs build` | share | check again, one page edited | the same under --watch |\n"
    "|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds by the clock and of processor time, children included."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:.1f} s ({self.cpu:.1f} s CPU)"


def speed(docs: Path, sizes: Sequence[int] = SIZES) -> Iterator[str]:
    """Yield the rows of a Markdown table; trees are made of the pages of `docs`. The shares are of processor time."""
    yield HEAD
    for pairs in sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield measured(Path(folder), pairs, docs)


def measured(folder: Path, pairs: int, docs: Path) -> str:
    """Return the row of one size."""
    tree = folder / "docs"
    blocks = write_tree(tree, pairs, docs)
    command = [sys.executable, str(CHECK), "--docs", str(tree), "--no-register", "--cache", str(folder / "kept")]
    cold = timed(command)
    build = timed([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(configuration(folder, tree))])
    edit(tree / "zh" / key_of(pairs // 2))
    warm = timed(command)
    options = arguments().parse_args(command[2:])
    return f"| {pairs} | {blocks:,} | {cold} | {build} | {cold.cpu / build.cpu:.0%} | {warm} | {watched(options, tree, pairs)} |"


def configuration(folder: Path, tree: Path) -> Path:
    """Write a configuration of MkDocs for a tree; return its path."""
    path = folder / "mkdocs.yml"
    path.write_text(CONFIGURATION.format(docs=tree, site=folder / "site"), "utf-8")
    return path


def edit(path: Path) -> None:
    """Change a page as a person does: one more sentence."""
    path.write_text(path.read_text("utf-8") + "\n又补充了一句话，写在这一页的末尾。\n", "utf-8")


def timed(command: Sequence[str]) -> Time:
    """Return how long a command takes; whether it finds something does not matter."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Time(time.perf_counter() - start, cpu)


def watched(options: Namespace, tree: Path, pairs: int) -> Time:
    """Return how long the run after an edit takes in a process that has run before."""
    memory = Memory()
    run(options, memory)
    edit(tree / "en" / key_of(pairs // 3))
    start, cpu = time.perf_counter(), time.process_time()
    run(options, memory)
    return Time(time.perf_counter() - start, time.process_time() - cpu)
