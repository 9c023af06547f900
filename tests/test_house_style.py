"""The guide's own pages are written as the house writes; the checker only notes it, since a slip of style misleads nobody."""

from __future__ import annotations

from pathlib import Path

from test_cases import DAY

from bitext.check import check_tree
from bitext.register_files import read_register
from bitext.rules.rule import Settings
from bitext.tree import read_tree
from guide.layout import generated_pages

ROOT = Path(__file__).parents[1]


def test_the_guide_keeps_its_own_style() -> None:
    """No page has a note of style/typography."""
    register = read_register(ROOT / "register", "register")[0]
    tree = read_tree(ROOT / "docs", "docs", generated_pages(register))
    found = check_tree(tree, Settings(register, DAY), {"style/typography"})
    assert [str(finding) for finding in found] == []
