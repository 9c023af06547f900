"""Nothing is wider than the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import OpenPage
from .pages import ALL_KINDS_AND_MISSING
from .serving import Host

WIDTHS = (390, 320)


def too_wide(page: Page) -> list[int]:
    """Return the screen widths at which a page's content is wider than the screen."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)") > width:
            found.append(width)
    return found


@pytest.mark.parametrize("path", ALL_KINDS_AND_MISSING)
def test_no_sideways_scrolling(open_page: OpenPage, host: Host, path: str) -> None:
    page = open_page(WIDTHS[0])
    page.goto(host.base + path)
    assert too_wide(page) == []


def test_no_page_is_too_wide_without_script(open_page: OpenPage, host: Host) -> None:
    page = open_page(WIDTHS[-1], java_script_enabled=False)
    found = []
    for file in sorted(host.built.folder.rglob("index.html")):
        path = file.relative_to(host.built.folder).as_posix().removesuffix("index.html")
        page.goto(host.base + path, wait_until="domcontentloaded")
        if page.evaluate("document.documentElement.scrollWidth") > WIDTHS[-1]:
            found.append(path)
    assert found == []
