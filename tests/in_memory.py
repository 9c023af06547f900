"""Check a pair of pages that stands in no file."""

from __future__ import annotations

import datetime
from pathlib import Path

from bitext.check import check_tree
from bitext.document import Document
from bitext.page import Source
from bitext.rules.rule import Settings
from bitext.tree import Tree

DAY = datetime.date(2026, 11, 22)


def findings(zh: str | bytes, en: str | bytes) -> list[str]:
    """Return the names of the rules that find something in a pair of pages, without a register."""
    documents = {language: {"page.md": document(text, language)} for language, text in (("zh", zh), ("en", en))}
    return [finding.rule for finding in check_tree(Tree(Path("docs"), "docs", documents), Settings(None, DAY))]


def document(text: str | bytes, language: str) -> Document:
    """Return a page with its blocks."""
    return Document(Source(f"{language}/page.md", "page.md", language, text if isinstance(text, bytes) else text.encode()))
