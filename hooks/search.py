"""Gives each language a search index of its own, so that a reader finds pages of the language being read."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from guide.search import split_index


@event_priority(-200)  # after static-i18n has built the other languages and written the merged index
def on_post_build(config: MkDocsConfig) -> None:
    """Split the merged index once, at the end of the outermost build."""
    if not getattr(config.plugins["i18n"], "building", False):
        split_index(Path(config.site_dir))
