"""Search finds the right pages, in the language being read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .pages import MISSING, ROOTS, TAGS, language_of
from .searching import RESULTS, enter, search
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
    # What lawyers type: dates, document numbers, words of mixed script, traditional characters, the plural for the singular.
    pytest.param("zh", "2024年11月1日", "law/on-a-day/", id="zh-date"),
    pytest.param("en", "1 November 2024", "law/on-a-day/", id="en-date"),
    pytest.param("zh", "商资函〔2024〕568号", "reference/names-and-dates/", id="zh-number"),
    pytest.param("zh", "818号令", "rules/decree-818/", id="zh-decree"),
    pytest.param("en", "decree 818", "rules/decree-818/", id="en-decree"),
    pytest.param("zh", "拆VIE", "for/founders/", id="zh-mixed"),
    pytest.param("zh", "VIE架构", "rules/company-structures/", id="zh-mixed-back"),
    pytest.param("zh", "ＶＩＥ架构", "rules/company-structures/", id="zh-full-width"),
    pytest.param("zh", "負面清單", "rules/negative-lists/", id="zh-traditional"),
    pytest.param("en", "stem cell therapies", "notice/hospitals/", id="en-plural"),
]
# A query, and words that the best result marks: the phrase where it stands as typed, not its parts elsewhere.
MARKED = [("zh", "2024年11月1日", "2024年11月1日"), ("en", "negative list", "negative lists")]


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open an empty page that has a search engine."""
    return open_page(search=True)


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


@pytest.mark.parametrize(("language", "words", "marked"), MARKED)
def test_results_show_where_the_words_stand(page: Page, host: Host, language: str, words: str, marked: str) -> None:
    page.goto(host.base + ROOTS[language])
    search(page, words)
    marks = page.locator(RESULTS).first.locator("..").locator("> a mark").all_inner_texts()
    assert {one.casefold() for one in marks} <= {marked, words}
    assert marks


def test_a_day_is_not_found_in_another(page: Page, host: Host) -> None:
    page.goto(host.base)
    search(page, "2024年11月1日")
    every = " ".join(page.locator(RESULTS).locator("mark").all_inner_texts())
    assert "2024年11月1" in every
    assert "2024年11月14" not in every


@pytest.mark.parametrize("words", ["<b>", "(", "[", "\\", "*", "^", "的", "a", '"', "+", "。", "  "])
def test_odd_queries_break_nothing(page: Page, host: Host, words: str) -> None:
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(host.base)
    enter(page, words)
    enter(page, "负面清单")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert failures == []


NOTHING = [("zh", "量子引力", "没有找到结果"), ("en", "xylophone", "No matching documents")]


@pytest.mark.parametrize(("language", "words", "answer"), NOTHING)
def test_search_without_results_says_so(page: Page, host: Host, language: str, words: str, answer: str) -> None:
    page.goto(host.base + ROOTS[language])
    enter(page, words)
    expect(page.locator(".md-search-result__meta")).to_have_text(answer)
