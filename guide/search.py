"""The search index of each language."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from bitext.lexicon import entries

INDEX = Path("search", "search_index.json")
# Marks of sources, which are links behind sentences; between the words of a result they say nothing.
MARKS = re.compile(r"\s*(?<![A-Za-z0-9])(?:(?:ALERT|S\d{2,3})\s*)+(?![A-Za-z0-9])")
SOURCES = "reference/sources/"
# The default language stands at the root of the site, the other below its own folder.
ROOTS = {"zh": "", "en": "en/"}


def split_index(site: Path) -> None:
    """Write one index per language from the merged one: the root keeps Chinese, en/ gets English.

    Addresses in the English index are relative to en/; the template tells the search where its language begins.
    """
    merged = json.loads((site / INDEX).read_text("utf-8"))
    for language, root in ROOTS.items():
        folder = site / root / INDEX.parent
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(index_of(merged, language), ensure_ascii=False, separators=(",", ":"))
        (folder / INDEX.name).write_text(text, "utf-8")


def index_of(merged: dict[str, Any], language: str) -> dict[str, Any]:
    """Return the part of a merged index that belongs to one language."""
    sections = [section_of(entry, ROOTS[language]) for entry in merged["docs"] if language_of(entry["location"]) == language]
    used = {character for section in sections for field in ("title", "text") for character in section[field]}
    # The page script takes words apart by the separator to mark them.
    return {"config": {"separator": merged["config"]["separator"], "simplified": simplified(used)}, "docs": sections}


def section_of(entry: dict[str, Any], root: str) -> dict[str, str]:
    """Return what the search needs of an entry of the merged index, its address relative to the root of its language."""
    location = entry["location"].removeprefix(root)
    text = entry["text"] if location.startswith(SOURCES) else MARKS.sub(" ", entry["text"])
    return {"location": location, "title": entry["title"], "text": text}


def simplified(used: set[str]) -> dict[str, str]:
    """Return the simplified form of each traditional character that a reader may type for one of those used."""
    pairs = ((traditional, word) for traditional, word, _ in entries() if len(word) == 1)
    return {old: new for old, new in pairs if old != new and new in used and old not in used}


def language_of(location: str) -> str:
    """Return the language of an index entry by its address."""
    return "en" if location.startswith(ROOTS["en"]) else "zh"
