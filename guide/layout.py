"""Where the entries of the register stand on the site."""

from __future__ import annotations

import posixpath

from bitext.page import LANGUAGES
from bitext.register import Register

GLOSSARY = "reference/glossary.md"
SOURCES = "reference/sources.md"
INSTRUMENTS = "instruments/index.md"
CHANGES = "reference/changes.md"
# Files below docs/ that the build adds besides pages.
GLOSSARY_FILE = "assets/glossary.json"
FEED = "feed.xml"


def instrument_key(name: str) -> str:
    """Return the key of an instrument's page."""
    return f"instruments/{name}.md"


def entry_address(kind: str, name: str, page: str) -> str:
    """Return the relative address of a register entry as seen from the page with the key `page`."""
    key, anchor = {
        "instrument": (instrument_key(name), ""),
        "term": (GLOSSARY, f"#{name}"),
        "source": (SOURCES, f"#{name.lower()}"),
    }[kind]
    if key == page and anchor:
        return anchor
    return posixpath.relpath(key, posixpath.dirname(page) or ".") + anchor


def page_link(title: str, key: str, page: str) -> str:
    """Return a link to the page with the key `key` as seen from the page with the key `page`."""
    return f"[{title}]({posixpath.relpath(key, posixpath.dirname(page) or '.')})"


def generated_files() -> frozenset[str]:
    """Return the paths below docs/ of the files other than pages that the build adds."""
    return frozenset({GLOSSARY_FILE, *(f"{language}/{FEED}" for language in LANGUAGES)})


def generated_pages(register: Register) -> dict[str, frozenset[str]]:
    """Return the keys of the pages that the build adds, with their anchors."""
    anchors = frozenset({"instrument", "titles", "dates", "status", "relations", "sources", "cited"})
    return {instrument_key(name): anchors for name in register.instruments}
