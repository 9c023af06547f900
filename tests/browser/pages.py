"""Which pages the tests open: one of each kind, in both languages."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

# Written out here, not imported: a test that asked the code under test for the right answer would prove nothing.
ROOTS = {"zh": "", "en": "en/"}
TAGS = {"zh": "zh-Hans", "en": "en"}

KINDS = {
    "home": "",
    "written": "rules/human-genetic-resources/",
    "glossary": "reference/glossary/",
    "sources": "reference/sources/",
    "instruments": "instruments/",
    "instrument": "instruments/notice-2024-568/",
    "missing": "nope/",
}
MISSING = KINDS["missing"]
DIRECTIONS = pytest.mark.parametrize(("start", "end"), [("zh", "en"), ("en", "zh")])


def both_languages(*kinds: str) -> list[ParameterSet]:
    """Return the addresses of some kinds of pages below the site's root, as parameters."""
    return [pytest.param(root + KINDS[kind], id=f"{kind}-{language}") for kind in kinds for language, root in ROOTS.items()]


def language_of(path: str) -> str:
    """Return the language of a page by its path below the site's root."""
    return "en" if path.startswith(ROOTS["en"]) else "zh"
