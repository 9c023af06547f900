"""Without JavaScript the guide can be read, walked through and switched to the other language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .pages import DIRECTIONS, KINDS, ROOTS, TAGS, both_languages
from .serving import Host


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open an empty page in a browser that runs no scripts."""
    return open_page(java_script_enabled=False)


@pytest.mark.parametrize("path", both_languages("home", "written", "glossary", "instruments", "instrument"))
def test_content_and_navigation_are_there(page: Page, host: Host, path: str) -> None:
    page.goto(host.base + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("article .guide-asof, article p").first).to_be_visible()
    expect(page.locator(".md-sidebar--primary a.md-nav__link:visible").nth(5)).to_be_visible()
    expect(page.locator("html.no-js")).to_be_attached()


@DIRECTIONS
@pytest.mark.parametrize("kind", ["home", "written", "instrument"])
def test_switch_leads_to_the_same_page(page: Page, host: Host, kind: str, start: str, end: str) -> None:
    page.goto(host.base + ROOTS[start] + KINDS[kind])
    page.locator(".md-select button").hover()
    page.locator(f".md-select__link[hreflang={TAGS[end]}]").click()
    page.wait_for_url(host.base + ROOTS[end] + KINDS[kind])


@pytest.mark.parametrize("language", ROOTS)
def test_navigation_opens_on_a_phone(open_page: OpenPage, host: Host, language: str) -> None:
    page = open_page(390, java_script_enabled=False)
    page.goto(host.base + ROOTS[language])
    page.locator("label.md-header__button[for=__drawer]").click()
    page.locator("label.md-nav__link", has_text={"zh": "相关规则", "en": "Rules around it"}[language]).click()
    page.locator(".md-sidebar--primary a.md-nav__link[href$='rules/negative-lists/']").click()
    page.wait_for_url(host.base + ROOTS[language] + "rules/negative-lists/")
