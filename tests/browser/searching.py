"""Type into the search field as readers do, and read what it lists."""

from __future__ import annotations

from playwright.sync_api import Page, expect

ITEMS = ".md-search-result__item"
RESULTS = f"{ITEMS} > .md-search-result__link"


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


def sections_listed(page: Page, pages: int) -> list[str]:
    """Return the addresses, with their sections, that the first few pages of the results offer without a further click."""
    items = page.locator(ITEMS)
    links = [items.nth(number).locator("> .md-search-result__link") for number in range(min(pages, items.count()))]
    read = "links => links.map(link => link.origin + link.pathname + link.hash)"
    return [address for found in links for address in found.evaluate_all(read)]
