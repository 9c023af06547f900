"""The search index of each language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

INDEX = Path("search", "search_index.json")
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
    root = ROOTS[language]
    entries = [
        {**entry, "location": entry["location"].removeprefix(root)}
        for entry in merged["docs"]
        if language_of(entry["location"]) == language
    ]
    # English stop words and word boundaries are those the engine knows; Chinese needs none of its language modules.
    return {**merged, "config": {**merged["config"], "lang": ["en"]}, "docs": entries}


def language_of(location: str) -> str:
    """Return the language of an index entry by its address."""
    return "en" if location.startswith(ROOTS["en"]) else "zh"
