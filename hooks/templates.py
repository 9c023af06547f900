"""Lets templates know what they need to name languages, addresses and dates rightly."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from bitext.partial_date import PartialDate
from guide.heads import alternates
from guide.labels import written_date
from guide.site import Current


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Give templates a filter that writes a date of the front matter in the house style."""
    env.filters["written_date"] = lambda value, language: written_date(PartialDate.parse(str(value)), language)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give the page's template its language, its changes and the absolute addresses of both languages."""
    context["guide_language"] = config.plugins["i18n"].current_language
    context["guide_changes"] = Current.get().changes.of_page(page.file.src_uri.partition("/")[2])
    context["guide_alternates"] = alternates(config.site_url or "/", page.file.src_uri, config.use_directory_urls)
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Write 404.html once, with the default language's build: it speaks both languages itself."""
    if template_name == "404.html" and not config.plugins["i18n"].is_default_language_build:
        return ""
    return output_content
