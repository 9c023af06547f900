"""Examine a built site: what only the finished HTML can show, whichever generator made it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from guide.heads import TAGS
from guide.search import INDEX, ROOTS, language_of

ADDRESSES = {"a": "href", "img": "src", "script": "src", "link": "href", "iframe": "src", "source": "src"}
LOADING = {"img", "script", "iframe", "source"}


class BuiltPage(HTMLParser):
    """One built page: its language, its ids, and the addresses it links and loads."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.language = ""
        self.ids: set[str] = set()
        self.links: list[tuple[str, str]] = []
        self.alternates: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of one element."""
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        self.ids |= {values[name] for name in ("id", "name") if values.get(name)}
        if tag == "link" and values.get("hreflang"):
            self.alternates[values["hreflang"]] = values.get("href", "")
        elif tag in ADDRESSES and ADDRESSES[tag] in values:
            kind = "stylesheet" if tag == "link" and "stylesheet" in values.get("rel", "") else tag
            self.links.append((kind, values[ADDRESSES[tag]]))


class BuiltSite:
    """A folder of built pages."""

    def __init__(self, folder: Path) -> None:
        """Prepare to read a folder."""
        self.folder = folder

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """All pages by their path below the folder."""
        paths = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix(): BuiltPage(path.read_text("utf-8")) for path in paths}

    @cached_property
    def base(self) -> str:
        """The path below which the site is published; 404.html names its addresses from the root of the host."""
        home = self.pages.get("index.html")
        return urlsplit(home.alternates.get("x-default", "")).path or "/" if home else "/"

    def target(self, path: str) -> str | None:
        """Return the file that an address path means, or None where there is none."""
        clean = path.lstrip("/")
        candidates = [posixpath.join(clean, "index.html"), clean] if clean.endswith("/") or not clean else [clean]
        return next((one for one in candidates if (self.folder / one).is_file()), None)


def problems_of(folder: Path) -> list[str]:
    """Return in words what is wrong with a built site: dead links, other hosts, languages, alternates, search."""
    site = BuiltSite(folder)
    found: list[str] = []
    for path, page in site.pages.items():
        found += [f"{folder.name}/{path}: {problem}" for problem in page_problems(site, path, page)]
    return found + [f"{folder.name}: {problem}" for problem in search_problems(site)]


def page_problems(site: BuiltSite, path: str, page: BuiltPage) -> Iterator[str]:
    """Yield what is wrong with one page."""
    language = language_of(path)
    if page.language != TAGS[language]:
        yield f"its lang is {page.language!r}, not {TAGS[language]!r}"
    if path != "404.html":
        yield from alternate_problems(page)
    for kind, address in page.links:
        yield from link_problems(site, path, kind, address)


def alternate_problems(page: BuiltPage) -> Iterator[str]:
    """Yield what is wrong with a page's hreflang: all languages and the default, absolute."""
    if set(page.alternates) != {*TAGS.values(), "x-default"}:
        yield f"its hreflang are {sorted(page.alternates)}"
    for address in page.alternates.values():
        if not urlsplit(address).netloc:
            yield f"its hreflang {address} is not absolute"


def link_problems(site: BuiltSite, path: str, kind: str, address: str) -> Iterator[str]:
    """Yield what is wrong with one address of a page."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        if kind in LOADING | {"stylesheet"} and parts.scheme != "data":
            yield f"it loads {address} from another host"
        return
    if not parts.path and not parts.fragment:
        return
    resolved = urlsplit(urljoin(f"http://site{site.base}{path}", address)).path
    target = site.target(unquote(resolved.removeprefix(site.base))) if parts.path else path
    if target is None:
        yield f"{address} leads nowhere"
    elif parts.fragment and target.endswith(".html") and unquote(parts.fragment) not in {*site.pages[target].ids, "__skip"}:
        yield f"{target} has no {parts.fragment!r}, which {address} asks for"


def search_problems(site: BuiltSite) -> Iterator[str]:
    """Yield languages without a search index."""
    for language, root in ROOTS.items():
        if not (site.folder / root / INDEX).is_file():
            yield f"there is no search index for {TAGS[language]}"
