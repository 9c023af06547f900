"""Every internal link that a reader can reach from the two homes leads somewhere, and to the place it names."""

from __future__ import annotations

import re
from urllib.parse import unquote, urldefrag

from playwright.sync_api import Page

from .building import Built
from .crawling import Crawl, Read
from .pages import MISSING, ROOTS
from .serving import Host

FROM_THE_ROOT = re.compile(r'(?:href|src)="(/[^"]*)"')


def internal_links(crawl: Crawl, read: Read) -> list[tuple[str, str]]:
    """Return the links of a page that stay on the site, each as path and fragment."""
    parted = [urldefrag(link) for link in read.links if link.startswith(crawl.host.base)]
    return [(crawl.host.path(address), unquote(fragment)) for address, fragment in parted]


def test_every_address_answers(crawl: Crawl) -> None:
    missing = {root + MISSING for root in ROOTS.values()}
    assert {path: read.status for path, read in crawl.found.items() if read.status != 200} == dict.fromkeys(missing, 404)


def test_every_fragment_exists(crawl: Crawl) -> None:
    dead = [
        f"{path} -> {target}#{fragment}"
        for path, read in crawl.pages.items()
        for target, fragment in internal_links(crawl, read)
        if fragment and target in crawl.pages and fragment not in crawl.pages[target].ids
    ]
    assert not dead


def test_every_built_page_is_reached(crawl: Crawl) -> None:
    folder = crawl.host.built.folder
    built = {file.relative_to(folder).as_posix().removesuffix("index.html") for file in folder.rglob("index.html")}
    assert built - set(crawl.pages) == set()


def test_pages_lead_to_the_same_places_wherever_they_are_published(sites: dict[str, Built]) -> None:
    root, below = sites["root"], sites["below"]
    for file in root.folder.rglob("index.html"):
        other = below.folder / file.relative_to(root.folder)
        html = other.read_text("utf-8")
        assert [address for address in FROM_THE_ROOT.findall(html) if not address.startswith(below.prefix)] == [], other
        moved = html.replace(below.published, root.published).replace(f'"{below.prefix}', f'"{root.prefix}')
        assert moved == file.read_text("utf-8"), other


def test_the_missing_page_leads_back_below_the_path(page: Page, host_below: Host) -> None:
    page.goto(host_below.base + "deep/" + MISSING)
    addresses = page.locator("[href], [src]").evaluate_all("elements => elements.map(element => element.href || element.src)")
    inside = {urldefrag(address).url for address in addresses if address.startswith(host_below.origin)}
    assert len(inside) > 20
    assert {address for address in inside if not page.request.get(address).ok} - {page.url} == set()


def test_nothing_is_loaded_from_another_host(crawl: Crawl) -> None:
    foreign = {load for read in crawl.pages.values() for load in read.loads if not load.startswith(crawl.host.base)}
    assert not foreign
