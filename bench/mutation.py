"""Count how many injected faults the checker catches, and how many innocent edits it flags."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from bench.edits import FAULTS, Edit
from bench.moves import MOVES
from bitext.check import check_page, compare
from bitext.document import Document
from bitext.finding import Finding, Level
from bitext.page import Source
from bitext.rules.rule import RULES, Settings
from bitext.tree import Tree

Marks = Counter[str]


@dataclass
class Score:
    """How often an edit was made and how often a new finding above a note came of it."""

    made: int = 0
    caught: int = 0
    missed: list[str] = field(default_factory=list)
    hits: list[str] = field(default_factory=list)


def marks(findings: Sequence[Finding]) -> Marks:
    """Count findings above a note by rule: an edit of a passage must not make an old finding there look new."""
    return Counter(one.rule for one in findings if one.level is not Level.NOTE)


class Bench:
    """A docs tree with the findings it gives as it is."""

    def __init__(self, tree: Tree, settings: Settings, seed: int) -> None:
        """Check every page once."""
        self.tree, self.settings, self.random = tree, settings, Random(seed)
        self.rules = [rule for rule in RULES.values() if settings.register is not None or not rule.needs_register]
        self.keys = [key for key in tree.page_keys() if all(key in documents for documents in tree.documents.values())]
        self.before = {key: self.check(tree, key) for key in self.keys}

    def check(self, tree: Tree, key: str) -> Marks:
        """Return the findings of one page."""
        return marks(list(check_page(compare(tree, key, self.settings), self.rules)))

    def new_findings(self, key: str, language: str, lines: Sequence[str]) -> Marks:
        """Return what is found in a page whose lines in one language were changed, beyond what was found before."""
        old = self.tree.documents[language][key].page
        documents = {name: dict(pages) for name, pages in self.tree.documents.items()}
        documents[language][key] = Document(Source(old.path, key, language, "\n".join(lines).encode()))
        return self.check(Tree(self.tree.root, self.tree.shown, documents, self.tree.generated), key) - self.before[key]

    def run(self, edits: Sequence[Edit], wanted: int) -> dict[str, Score]:
        """Make up to `wanted` edits of each kind and language, on lines drawn at random."""
        scores: dict[str, Score] = defaultdict(Score)
        for edit in edits:
            for key, number, line in self.places(edit, wanted):
                lines = list(self.tree.documents[edit.language][key].page.lines)
                lines[number] = line
                found = self.new_findings(key, edit.language, lines)
                self.note(scores[edit.name], f"{edit.language}/{key}:{number + 1}: {dict(found)} {line}", bool(found))
        for move in MOVES if edits is FAULTS else ():
            for key, lines, where in move.places(self.tree, self.keys, self.random, wanted):
                found = self.new_findings(key, move.language, lines)
                self.note(scores[move.name], f"{move.language}/{key}:{where}", bool(found))
        return scores

    def note(self, score: Score, where: str, caught: bool) -> None:
        """Count one edit."""
        score.made += 1
        score.caught += caught
        (score.hits if caught else score.missed).append(where)

    def places(self, edit: Edit, wanted: int) -> Iterator[tuple[str, int, str]]:
        """Yield pages and lines to which an edit applies, with the changed line."""
        all_lines = [
            (key, block.line - 1 + extra)
            for key in self.keys
            for block in self.tree.documents[edit.language][key].blocks
            if block.kind not in {"code", "html", "rule"}
            for extra in range(len({segment.line for segment in block.segments}) or 1)
        ]
        self.random.shuffle(all_lines)
        made = 0
        for key, number in all_lines:
            lines = self.tree.documents[edit.language][key].page.lines
            if made < wanted and number < len(lines):
                changed = edit.change(lines[number], self.random)
                if changed is not None and changed != lines[number]:
                    made += 1
                    yield key, number, changed


def table(scores: dict[str, Score]) -> Iterator[str]:
    """Yield the rows of a Markdown table of scores, and their sum."""
    for name, score in scores.items():
        yield (
            f"| {name} | {score.made} | {score.caught} | {score.caught / score.made:.0%} |"
            if score.made
            else f"| {name} | 0 | – | – |"
        )
    made, caught = sum(score.made for score in scores.values()), sum(score.caught for score in scores.values())
    yield f"| **all** | {made} | {caught} | {caught / made:.1%} |" if made else "| **all** | 0 | – | – |"
