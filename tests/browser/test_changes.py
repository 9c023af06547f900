"""Readers can follow what changed: a feed named in each page's head, a list at the foot of the pages that have entries."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from .building import Built
from .pages import ROOTS
from .serving import Host

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "link[type='application/atom+xml']"


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("address", ["", "notice/places/", "instruments/notice-2024-568/"])
def test_head_names_the_feed_of_the_language(address: str, language: str, any_host: Host, page: Page) -> None:
    page.goto(any_host.base + ROOTS[language] + address)
    feed = page.locator(FEED).get_attribute("href") or ""
    assert urljoin(page.url, feed) == f"{any_host.base}{ROOTS[language]}feed.xml"


@pytest.mark.parametrize("language", ROOTS)
def test_feed_leads_to_what_is_there(language: str, sites: dict[str, Built]) -> None:
    """Each entry leads to its anchor on the page of changes, by the address the site is published at."""
    for site in sites.values():
        atom = ElementTree.parse(site.folder / ROOTS[language] / "feed.xml").getroot()  # noqa: S314 - our own text
        addresses = [link.get("href", "") for link in atom.findall(f"{ATOM}entry/{ATOM}link")]
        assert addresses
        html = (site.folder / ROOTS[language] / "reference/changes/index.html").read_text("utf-8")
        for address in addresses:
            page, _, anchor = address.partition("#")
            assert page == f"{site.published}{ROOTS[language]}reference/changes/"
            assert f'id="{anchor}"' in html


@pytest.mark.parametrize("language", ROOTS)
def test_foot_lists_changes_where_there_are_any(language: str, host: Host, page: Page) -> None:
    page.goto(f"{host.base}{ROOTS[language]}notice/places/")
    block = page.get_by_role("region", name={"zh": "本页的更新", "en": "What changed on this page"}[language])
    assert block.locator("time[datetime='2026-11-22']").count() == 1
    block.get_by_role("link").click()
    assert page.url == f"{host.base}{ROOTS[language]}reference/changes/"
    page.goto(f"{host.base}{ROOTS[language]}instruments/notice-2024-568/")
    assert page.locator(".guide-changes").count() == 0


@pytest.mark.parametrize("language", ROOTS)
def test_the_glossary_can_be_downloaded(language: str, host: Host, page: Page) -> None:
    page.goto(f"{host.base}{ROOTS[language]}reference/glossary/")
    address = page.locator("a[href$='glossary.json']").get_attribute("href") or ""
    answer = page.request.get(urljoin(page.url, address))
    assert answer.ok
    assert len(answer.json()["terms"]) == page.locator("h3[id]").count()


def test_both_languages_share_one_glossary_file(sites: dict[str, Built]) -> None:
    found = [path.relative_to(sites["root"].folder) for path in sites["root"].folder.rglob("glossary.json")]
    assert found == [Path("assets/glossary.json")]
