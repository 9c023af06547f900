"""Every internal link that a reader can reach from the two homes leads somewhere, and to the place it names."""

from __future__ import annotations

from urllib.parse import unquote, urldefrag

from .crawling import Crawl, Read
from .pages import MISSING, ROOTS


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


def test_no_link_leaves_the_published_path(crawl: Crawl) -> None:
    outside = {
        f"{path} -> {link}"
        for path, read in crawl.pages.items()
        for link in (*read.links, *read.loads)
        if link.startswith(crawl.host.origin) and not link.startswith(crawl.host.base)
    }
    assert not outside


def test_every_built_page_is_reached(crawl: Crawl) -> None:
    folder = crawl.host.built.folder
    built = {file.relative_to(folder).as_posix().removesuffix("index.html") for file in folder.rglob("index.html")}
    assert built - set(crawl.pages) == set()


def test_nothing_is_loaded_from_another_host(crawl: Crawl) -> None:
    foreign = {load for read in crawl.pages.values() for load in read.loads if not load.startswith(crawl.host.base)}
    assert not foreign
