"""Whether a page is told to be stale: what one language changed alone, in a commit of its own, in a copy of the tree under git."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from bench.edits import Change
from bench.faults import LINES
from bench.mutation import Bench, Marks, Score, marks
from bitext.check import compare
from bitext.document import Document
from bitext.history import read_history
from bitext.page import LANGUAGES, read_source
from bitext.rules.stale import stale
from bitext.tree import is_page

NAME = "stale page"
# Edits that change what a text says, not how it says it.
WORDING = frozenset({"forbidden term", "limiting word dropped", "link markup dropped", "heading level changed"})
IDENTITY = (
    "-c",
    "user.name=Bench",
    "-c",
    "user.email=bench@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "core.autocrlf=false",
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a docs tree that is a repository; `docs` is the folder that holds zh/ and en/."""

    docs: Path

    def git(self, *words: str) -> None:
        """Run git here, apart from anybody's settings."""
        environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(["git", *IDENTITY, *words], cwd=self.docs, env=environment, check=True, capture_output=True)

    def commit(self, message: str) -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", message)


@contextmanager
def copied(root: Path) -> Iterator[Copy]:
    """Lend a copy of the pages of a tree whose first commit holds them as they are."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder))
        for language in LANGUAGES:
            shutil.copytree(root / language, copy.docs / language, ignore=only_pages)
        copy.git("init", "--quiet")
        copy.commit("Pages")
        yield copy


def only_pages(folder: str, names: Sequence[str]) -> list[str]:
    """Return the files that are no pages."""
    return [name for name in names if Path(folder, name).is_file() and not is_page(name)]


def stale_score(bench: Bench, wanted: int) -> Score:
    """Change up to `wanted` pages in each language alone, each in its own commit, and count what pair/stale says above a note."""
    score = Score()
    with copied(bench.tree.root) as copy:
        for language in LANGUAGES:
            for change in islice(one_sided(bench, language), wanted):
                score.note(change.made, after_commit(bench, copy, change))
    return score


def one_sided(bench: Bench, language: str) -> Iterator[Change]:
    """Yield edits of one language, each of a kind drawn at random."""
    kinds = [edit for edit in LINES if edit.language == language and edit.name not in WORDING]
    drawn = {edit.name: edit.changes(bench.tree, bench.keys, bench.random) for edit in kinds}
    while drawn:
        name = bench.random.choice(sorted(drawn))
        change = next(drawn[name], None)
        if change is None:
            del drawn[name]
        else:
            yield replace(change, made=f"{name}: {change.made}")


def after_commit(bench: Bench, copy: Copy, change: Change) -> Marks:
    """Return what pair/stale says above a note of a page that was changed in a second commit; leave the copy as it was."""
    paths = {language: copy.docs / language / change.key for language in LANGUAGES}
    for language, lines in change.lines.items():
        paths[language].write_bytes("\n".join(lines).encode())
    copy.commit("One language")
    history = read_history(copy.docs, [f"{language}/{change.key}" for language in LANGUAGES])
    documents = {
        language: {change.key: Document(read_source(path, str(path), change.key, language))} for language, path in paths.items()
    }
    tree = replace(bench.tree, documents=documents)
    found = marks(list(stale(compare(tree, change.key, replace(bench.settings, history=history)))))
    copy.git("reset", "--quiet", "--hard", "HEAD~1")
    return found
