"""Nothing is wider than the screen of a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import OpenPage
from .crawling import Crawl
from .pages import KINDS, both_languages
from .serving import Host

WIDTHS = (390, 320)
WIDTH = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
# Show the article of each page in turn in the page that is open; return the widths that content takes.
ARTICLES = f"""async paths => {{
  const widths = {{}}
  for (const path of paths) {{
    const other = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html")
    document.querySelector("article").replaceWith(document.adoptNode(other.querySelector("article")))
    widths[path] = {WIDTH}
  }}
  return widths
}}"""


def too_wide(page: Page) -> list[int]:
    """Return the screen widths at which a page's content is wider than the screen."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate(WIDTH) > width:
            found.append(width)
    return found


@pytest.mark.parametrize("path", both_languages(*KINDS))
def test_no_sideways_scrolling(open_page: OpenPage, host: Host, path: str) -> None:
    page = open_page(WIDTHS[0])
    page.goto(host.base + path)
    assert too_wide(page) == []


@pytest.mark.parametrize("path", both_languages("home", "instrument"))
def test_no_sideways_scrolling_without_script(open_page: OpenPage, host: Host, path: str) -> None:
    page = open_page(WIDTHS[0], java_script_enabled=False)
    page.goto(host.base + path)
    assert too_wide(page) == []


def test_no_article_needs_sideways_scrolling(open_page: OpenPage, crawl: Crawl) -> None:
    page = open_page(WIDTHS[-1])
    page.goto(crawl.host.base)
    widths = page.evaluate(ARTICLES, [crawl.host.base + path for path in crawl.pages])
    assert {path: width for path, width in widths.items() if width > WIDTHS[-1]} == {}
