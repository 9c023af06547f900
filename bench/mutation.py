"""Count how many injected faults the checker catches, and how many innocent edits it flags."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from random import Random

from bench.edits import Change, Recipe, edited
from bitext.check import check_page, compare
from bitext.finding import Finding, Level
from bitext.rules.rule import RULES, Settings
from bitext.tree import Tree

Marks = Counter[str]


@dataclass
class Score:
    """Where an edit was made, parted by whether a new finding above a note came of it."""

    missed: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    @property
    def made(self) -> int:
        """How often it was made."""
        return len(self.missed) + len(self.found)

    def note(self, where: str, new: Marks) -> None:
        """Count one edit with the findings it gave."""
        if new:
            self.found.append(f"{dict(new)} {where}")
        else:
            self.missed.append(where)


Scores = dict[str, Score]


def marks(findings: Iterable[Finding]) -> Marks:
    """Count findings above a note by rule: an edit of a passage must not make an old finding there look new."""
    return Counter(one.rule for one in findings if one.level is not Level.NOTE)


class Bench:
    """A docs tree with the findings it gives as it is."""

    def __init__(self, tree: Tree, settings: Settings, seed: int) -> None:
        """Prepare to edit the pages that both languages have."""
        self.tree, self.settings, self.random = tree, settings, Random(seed)
        self.rules = [rule for rule in RULES.values() if settings.register is not None or not rule.needs_register]
        self.keys = [key for key in tree.page_keys() if all(key in documents for documents in tree.documents.values())]
        self.known: dict[str, Marks] = {}

    def before(self, key: str) -> Marks:
        """Return the findings of a page as it is; found out when first asked for."""
        if key not in self.known:
            self.known[key] = self.found(self.tree, key)
        return self.known[key]

    def found(self, tree: Tree, key: str) -> Marks:
        """Return the findings of a page as the checker makes them."""
        return marks(check_page(compare(tree, key, self.settings), self.rules))

    def new_findings(self, change: Change) -> Marks:
        """Return the findings in a changed page, or in one that depends on it, that were not there before."""
        documents = {name: dict(pages) for name, pages in self.tree.documents.items()}
        for language, lines in change.lines.items():
            documents[language][change.key] = edited(documents[language][change.key], lines)
        tree = replace(self.tree, documents=documents)
        asked = dict.fromkeys([change.key, *([change.asking] if change.asking in self.keys else [])])
        return next(filter(None, (self.found(tree, key) - self.before(key) for key in asked)), Marks())

    def run(self, recipes: Sequence[Recipe], wanted: int) -> Scores:
        """Make up to `wanted` edits of each kind and language, at places drawn at random."""
        scores: Scores = defaultdict(Score)
        for recipe in recipes:
            score = scores[recipe.name]
            for change in islice(recipe.changes(self.tree, self.keys, self.random), wanted):
                score.note(change.made, self.new_findings(change))
        return dict(scores)


def table(scores: Mapping[str, Scores]) -> Iterator[str]:
    """Yield a Markdown table of the scores of some trees by name: a row for each kind of edit, and their sum."""
    names = list(scores)
    several = len(names) > 1
    columns = [*(f"{name}: found of made" for name in names if several), "made", "found", "share"]
    yield f"| edit | {' | '.join(columns)} |"
    yield "|---" * (len(columns) + 1) + "|"
    recipes = list(dict.fromkeys(recipe for one in scores.values() for recipe in one))
    for recipe in recipes:
        yield row(recipe, [one.get(recipe, Score()) for one in scores.values()])
    yield row("**all**", [total(one.values()) for one in scores.values()])


def row(name: str, scores: Sequence[Score]) -> str:
    """Return one row of the table: the score of each tree where there are several, and of all together."""
    each = [f"{len(one.found)} of {one.made}" if one.made else "–" for one in scores] if len(scores) > 1 else []
    whole = total(scores)
    share = f"{len(whole.found) / whole.made:.1%}" if whole.made else "–"
    return f"| {' | '.join([name, *each, str(whole.made), str(len(whole.found)), share])} |"


def total(scores: Iterable[Score]) -> Score:
    """Return several scores as one."""
    held = list(scores)
    return Score([where for one in held for where in one.missed], [where for one in held for where in one.found])
