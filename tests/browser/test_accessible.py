"""What every page owes to people who do not see it or do not use a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import OpenPage
from .crawling import Crawl
from .hearing import everything_heard, markup
from .pages import ROOTS, both_languages
from .serving import Host

# Roles that mean nothing without a name.
FIELDS = {"button", "checkbox", "combobox", "radio", "searchbox", "textbox"}
NAMED = {*FIELDS, "alertdialog", "dialog", "link", "navigation"}
OUTLINED = """() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1
}"""


def test_every_page_has_one_first_heading(crawl: Crawl) -> None:
    assert {path: read.headings for path, read in crawl.pages.items() if len(read.headings) != 1} == {}


def test_every_image_has_a_text(crawl: Crawl) -> None:
    assert {path: read.silentImages for path, read in crawl.pages.items() if read.silentImages} == {}


def test_every_link_has_a_text(crawl: Crawl) -> None:
    assert {path: read.silentLinks for path, read in crawl.pages.items() if read.silentLinks} == {}


def test_no_id_is_used_twice(crawl: Crawl) -> None:
    twice = {path: {name for name in read.ids if read.ids.count(name) > 1} for path, read in crawl.pages.items()}
    assert {path: names for path, names in twice.items() if names} == {}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", both_languages("home", "instrument", "missing"))
def test_fields_links_and_dialogs_have_names(open_page: OpenPage, host: Host, path: str, width: int) -> None:
    page = open_page(width)
    page.goto(host.base + path)
    page.keyboard.press("/")
    heard = [one for one in everything_heard(page) if one.role in NAMED]
    assert {"link", "dialog", "textbox"} <= {one.role for one in heard}
    assert [f"{one.role}: {markup(page, one)}" for one in heard if not one.name] == []


@pytest.mark.parametrize("language", ROOTS)
def test_keyboard_focus_can_be_seen(page: Page, host: Host, language: str) -> None:
    page.goto(host.base + ROOTS[language])
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        if not page.evaluate(OUTLINED):
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 160)"))
    assert unseen == []
