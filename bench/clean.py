"""How many page pairs of a tree are clean as they stand; whether a finding is true must be judged by reading it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bitext.check import check_tree
from bitext.finding import Finding, Level
from bitext.rules.rule import Settings
from bitext.tree import Tree


def clean_pages(tree: Tree, settings: Settings) -> Iterator[str]:
    """Yield the number of page pairs, of those with a finding above a note, a table by rule, and the findings."""
    keys = {key for key in tree.page_keys() if all(key in held for held in tree.documents.values())}
    found = [one for one in check_tree(tree, settings) if one.level is not Level.NOTE]
    by_page = {key_of(one, tree): one for one in found}
    flagged = len(by_page.keys() & keys)
    yield f"page pairs: {len(keys)}"
    yield f"with a finding above a note: {flagged} ({flagged / len(keys):.1%})" if keys else "with a finding above a note: 0"
    yield from by_rule(found, tree)
    yield from (f"{one.place}: {one.level.value}: {one.rule}: {one.message}" for one in sorted(found, key=by_rule_and_place))


def by_rule_and_place(finding: Finding) -> tuple[str, str]:
    """Return what findings are listed by."""
    return finding.rule, str(finding.place)


def by_rule(found: Sequence[Finding], tree: Tree) -> Iterator[str]:
    """Yield a table of the rules: how many findings each gave, on how many pages."""
    pages: dict[str, set[str]] = defaultdict(set)
    for one in found:
        pages[one.rule].add(key_of(one, tree))
    yield from ("", "| rule | findings | pages |", "|---|---|---|")
    for rule, number in Counter(one.rule for one in found).most_common():
        yield f"| {rule} | {number} | {len(pages[rule])} |"
    yield ""


def key_of(finding: Finding, tree: Tree) -> str:
    """Return the key of the page at which a finding stands."""
    return finding.place.path.removeprefix(f"{tree.shown}/").partition("/")[2]
