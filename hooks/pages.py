"""Hands MkDocs the pages and files the register gives, and fills register lists and links in the Markdown of every page."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from guide.site import Current


def add_files(files: Files, config: MkDocsConfig) -> Files:
    """Announce the generated pages and files of both languages before static-i18n sorts files by language."""
    for path, _ in Current.get().generated(config.site_url or ""):
        files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)  # static-i18n makes its own File objects at -100; content set before that is lost
def add_content(files: Files, config: MkDocsConfig) -> Files:
    """Give the generated pages and files their text."""
    for path, text in Current.get().generated(config.site_url or ""):
        file = files.src_uris.get(path)
        if file is not None:
            file.content_string = text
    return files


on_files = CombinedEvent(add_files, add_content)


@event_priority(100)  # before static-i18n re-joins the text, so that lines are those of the file
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Resolve what the page takes from the register; generated pages cannot be edited where others can."""
    language, _, key = page.file.src_uri.partition("/")
    if key in Current.get().tree.generated:
        page.edit_url = None
    return Current.get().render(markdown, language, key, config.use_directory_urls)
