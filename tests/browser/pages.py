"""Which pages the tests open: one of each kind, in both languages."""

from __future__ import annotations

import pytest

# Written out here, not imported: a test that asked the code under test for the right answer would prove nothing.
ROOTS = {"zh": "", "en": "en/"}
TAGS = {"zh": "zh-Hans", "en": "en"}

KINDS = {
    "home": "",
    "short": "notice/places/",
    "long": "rules/human-genetic-resources/",
    "tables": "reference/names-and-dates/",
    "glossary": "reference/glossary/",
    "sources": "reference/sources/",
    "instruments": "instruments/",
    "instrument": "instruments/notice-2024-568/",
    "contributing": "contributing/",
}
MISSING = "nope/"


def both_languages(*kinds: str) -> list[object]:
    """Return the addresses of some kinds of pages below the site's root, as pytest parameters."""
    return [pytest.param(root + KINDS[kind], id=f"{kind}-{language}") for kind in kinds for language, root in ROOTS.items()]


def language_of(path: str) -> str:
    """Return the language of a page by its path below the site's root."""
    return "en" if path.startswith(ROOTS["en"]) else "zh"


ALL_KINDS = both_languages(*KINDS)
ALL_KINDS_AND_MISSING = [*ALL_KINDS, *(pytest.param(root + MISSING, id=f"missing-{name}") for name, root in ROOTS.items())]
