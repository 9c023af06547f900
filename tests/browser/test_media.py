"""Paper shows the text without the site around it; readers who want less motion get none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .pages import both_languages
from .serving import Host

AROUND = [".md-header", ".md-sidebar", ".md-search", ".md-select", ".md-footer", ".md-top", ".headerlink"]
# Longer than a hundredth of a second is motion.
MOVING = """() => [...document.querySelectorAll("*")].filter(element => ["", "::before", "::after"].some(part => {
  const style = getComputedStyle(element, part)
  const longest = [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].map(parseFloat)
  return Math.max(...longest) > 0.01 || style.scrollBehavior === "smooth"
})).map(element => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", both_languages("home", "written", "instrument"))
def test_print_hides_navigation(page: Page, host: Host, path: str) -> None:
    page.goto(host.base + path)
    page.emulate_media(media="print")
    visible = [selector for selector in AROUND for one in page.locator(selector).all() if one.is_visible()]
    assert visible == []
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".guide-asof")).to_be_visible()
    expect(page.locator(".guide-address")).to_contain_text(host.built.published + path)
    expect(page.locator(".guide-address")).to_be_visible()


def test_the_address_is_for_paper(page: Page, host: Host) -> None:
    page.goto(host.base)
    expect(page.locator(".guide-address")).to_be_hidden()


def test_print_writes_out_foreign_addresses(page: Page, host: Host) -> None:
    page.goto(host.base + "reference/sources/")
    page.emulate_media(media="print")
    link = page.locator("article a[href^=http]").first
    assert link.evaluate("element => getComputedStyle(element, '::after').content.includes(element.getAttribute('href'))")


@pytest.mark.parametrize("path", both_languages("home", "instrument"))
def test_reduced_motion_means_no_motion(open_page: OpenPage, host: Host, path: str) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(host.base + path)
    assert page.evaluate(MOVING) == []


def test_motion_is_there_for_others(page: Page, host: Host) -> None:
    page.goto(host.base)
    assert page.evaluate(MOVING)
