"""Search finds the right pages, in the language being read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .pages import MISSING, ROOTS, TAGS, language_of
from .serving import Host

# What is typed, in which language, and the pages of which one must be among the first three.
QUERIES = [
    pytest.param("zh", "负面清单", "rules/negative-lists/", id="zh-list"),
    pytest.param("zh", "人类遗传资源", "rules/human-genetic-resources/", id="zh-hgr"),
    pytest.param("zh", "干细胞", "reference/glossary/", id="zh-cells"),
    pytest.param("en", "negative list", "rules/negative-lists/", id="en-list"),
    pytest.param("en", "human genetic resources", "rules/human-genetic-resources/", id="en-hgr"),
    pytest.param("en", "stem cells", "reference/glossary/", id="en-cells"),
    # A word that is not found where words are cut to their stems.
    pytest.param("en", "biosecurity", "instruments/biosecurity-law/", id="en-unstemmed"),
]
RESULTS = ".md-search-result__item > .md-search-result__link"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open an empty page that has a search engine."""
    return open_page(search=True)


def enter(page: Page, words: str) -> None:
    """Put words into the search field as an input method does: the text at once, then a key."""
    field = page.locator(".md-search__input")
    field.fill(words)
    field.press("End")


def search(page: Page, words: str) -> list[str]:
    """Type a query into the search field and return the addresses of the results, best first."""
    enter(page, words)
    expect(page.locator(RESULTS).first).to_be_visible()
    addresses: list[str] = page.locator(RESULTS).evaluate_all("links => links.map(link => link.origin + link.pathname)")
    return list(dict.fromkeys(addresses))


@pytest.mark.parametrize(("language", "words", "wanted"), QUERIES)
def test_search_finds_pages_of_the_readers_language(page: Page, host: Host, language: str, words: str, wanted: str) -> None:
    page.goto(host.base + ROOTS[language] + "notice/")
    found = [host.path(address) for address in search(page, words)]
    assert {language_of(path) for path in found} == {language}
    assert ROOTS[language] + wanted in found[:3]


@pytest.mark.parametrize(("language", "words"), [("zh", "人类遗传资源"), ("en", "human genetic resources")])
def test_a_result_opens_its_page_with_the_words_marked(page: Page, any_host: Host, language: str, words: str) -> None:
    page.goto(any_host.base + ROOTS[language])
    first = search(page, words)[0]
    page.locator(RESULTS).first.click()
    page.wait_for_url(lambda address: address.startswith(first))
    expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
    expect(page.locator("article mark").first).to_be_visible()


@pytest.mark.parametrize(("language", "words"), [("zh", "负面清单"), ("en", "negative list")])
def test_search_on_a_phone(open_page: OpenPage, host: Host, language: str, words: str) -> None:
    page = open_page(390, search=True)
    page.goto(host.base + ROOTS[language])
    page.locator("label.md-header__button[for=__search]").click()
    assert search(page, words)


@pytest.mark.parametrize(("language", "words"), [("zh", "负面清单"), ("en", "negative list")])
def test_search_on_a_missing_page(page: Page, any_host: Host, language: str, words: str) -> None:
    page.goto(any_host.base + ROOTS[language] + MISSING)
    assert {language_of(any_host.path(address)) for address in search(page, words)} == {language}


NOTHING = [("zh", "量子引力", "没有找到结果"), ("en", "xylophone", "No matching documents")]


@pytest.mark.parametrize(("language", "words", "answer"), NOTHING)
def test_search_without_results_says_so(page: Page, host: Host, language: str, words: str, answer: str) -> None:
    page.goto(host.base + ROOTS[language])
    enter(page, words)
    expect(page.locator(".md-search-result__meta")).to_have_text(answer)
