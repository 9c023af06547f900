"""The one page for addresses that do not exist speaks to readers of both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .pages import ROOTS, TAGS
from .serving import Host

HEADINGS = {"zh": "找不到这个页面", "en": "This page does not exist"}
ADDRESSES = [("zh", "nope/"), ("zh", "notice/nope"), ("en", "en/nope/"), ("en", "en/notice/nope"), ("zh", "english/")]


@pytest.mark.parametrize(("language", "path"), ADDRESSES)
def test_the_readers_language_comes_first(page: Page, any_host: Host, language: str, path: str) -> None:
    answer = page.goto(any_host.base + path)
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
    text = page.locator("article").inner_text()
    first, second = (text.index(HEADINGS[one]) for one in (language, *(set(HEADINGS) - {language})))
    assert first < second


def test_each_part_is_marked_with_its_language(page: Page, host: Host) -> None:
    page.goto(host.base + "nope/")
    for language, heading in HEADINGS.items():
        nearest = page.get_by_text(heading, exact=True).evaluate("element => element.closest('[lang]').lang")
        assert nearest == TAGS[language]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", ROOTS)
def test_it_leads_back_into_both_languages(open_page: OpenPage, any_host: Host, language: str, script: bool) -> None:
    page = open_page(java_script_enabled=script)
    page.goto(any_host.base + ROOTS[language] + "deep/nope/")
    page.locator("article a", has_text={"zh": "首页", "en": "home page"}[language]).click()
    page.wait_for_url(any_host.base + ROOTS[language])
    expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
