"""Check a pair of pages that stands in no file."""

from __future__ import annotations

import datetime
from pathlib import Path

from bitext.blocks import read_blocks
from bitext.check import check_tree
from bitext.page import parse_page
from bitext.rules.rule import Settings
from bitext.tree import Document, Tree

DAY = datetime.date(2026, 11, 22)


def document(text: str, language: str) -> Document:
    """Return a page with its blocks."""
    page = parse_page(text.encode(), f"{language}/page.md", "page.md", language)
    return Document(page, tuple(read_blocks(page)))


def findings(zh: str, en: str) -> list[str]:
    """Return the names of the rules that find something in a pair of pages, without a register."""
    documents = {"zh": {"page.md": document(zh, "zh")}, "en": {"page.md": document(en, "en")}}
    return [finding.rule for finding in check_tree(Tree(Path("docs"), "docs", documents), Settings(None, DAY))]
