"""The head of each page names both languages by absolute addresses that name each other."""

from __future__ import annotations

import pytest

from .crawling import Crawl, Read
from .pages import MISSING, ROOTS, TAGS, language_of


@pytest.fixture
def pages(crawl: Crawl) -> dict[str, Read]:
    """Return all pages that exist."""
    return {path: read for path, read in crawl.pages.items() if not path.endswith(MISSING)}


def test_each_page_names_itself_and_its_other_language(crawl: Crawl, pages: dict[str, Read]) -> None:
    published = crawl.host.built.published
    for path, read in pages.items():
        same = path.removeprefix(ROOTS["en"]) if language_of(path) == "en" else path
        chinese, english = published + same, published + ROOTS["en"] + same
        assert read.alternates == {"zh-Hans": chinese, "en": english, "x-default": chinese}, path
        assert read.canonical == [published + path]


def test_alternates_are_reciprocal(crawl: Crawl, pages: dict[str, Read]) -> None:
    published = crawl.host.built.published
    for path, read in pages.items():
        for tag, address in read.alternates.items():
            other = pages[address.removeprefix(published)]
            assert other.alternates == read.alternates, f"{path} and {address} name different pages"
            assert tag in {other.language, "x-default"}


def test_each_page_says_its_language(pages: dict[str, Read]) -> None:
    assert {path: read.language for path, read in pages.items() if read.language != TAGS[language_of(path)]} == {}


def test_a_missing_page_has_no_alternates(crawl: Crawl) -> None:
    assert all(not crawl.pages[root + MISSING].alternates for root in ROOTS.values())
