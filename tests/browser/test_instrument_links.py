"""A link to an instrument says what it leads to: on hover, on keyboard focus and to a screen reader."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .hearing import heard_as
from .pages import ROOTS
from .serving import Host

# The Notice's own words for its kind, number and date, as a reader of each language meets them on the home page.
DESCRIPTIONS = {"zh": ("规范性文件", "568号", "2024年9月8日"), "en": ("Normative document", "568", "8 September 2024")}


@pytest.fixture(params=ROOTS)
def link(request: pytest.FixtureRequest, page: Page, host: Host) -> Locator:
    """Open a home page and return its first link to the Notice."""
    page.goto(host.base + ROOTS[request.param])
    return page.locator("article a[href$='instruments/notice-2024-568/']").first


def words_for(page: Page) -> tuple[str, ...]:
    """Return the words that describe the Notice in the page's language."""
    return DESCRIPTIONS["en" if page.locator("html").get_attribute("lang") == "en" else "zh"]


def test_link_has_a_description(page: Page, link: Locator) -> None:
    described = heard_as(page, link).description
    assert [word for word in words_for(page) if word not in described] == []


def test_link_is_reached_by_keyboard_and_still_described(page: Page, link: Locator) -> None:
    page.locator("article a").first.focus()
    for _ in range(10):
        if link.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(link).to_be_focused()
    described = heard_as(page, link).description
    assert [word for word in words_for(page) if word not in described] == []


def test_description_is_shown_on_hover_and_on_focus(page: Page, link: Locator) -> None:
    link.hover()
    expect(page.get_by_role("tooltip").filter(has_text=words_for(page)[0])).to_be_visible()
    page.mouse.move(0, 0)
    expect(page.get_by_role("tooltip")).to_have_count(0)
    link.focus()
    expect(page.get_by_role("tooltip").filter(has_text=words_for(page)[0])).to_be_visible()


def test_link_opens_the_instrument(page: Page, host: Host, link: Locator) -> None:
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address.endswith("instruments/notice-2024-568/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
