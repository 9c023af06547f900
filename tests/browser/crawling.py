"""Every page of a served site, read once without opening it: what the tests of all pages look at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from .pages import MISSING, ROOTS
from .serving import Host

SCRIPT = Path(__file__).with_name("crawl.js").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Read:
    """What was found at one address; see crawl.js for the meaning of each part."""

    status: int
    html: bool
    language: str
    ids: list[str]
    links: list[str]
    loads: list[str]
    canonical: list[str]
    alternates: dict[str, str]
    headings: list[str]
    silentImages: list[str]  # noqa: N815
    silentLinks: list[str]  # noqa: N815


@dataclass(frozen=True, slots=True)
class Crawl:
    """What is reached from the two homes and from a page that does not exist, by path below the site's root."""

    host: Host
    found: dict[str, Read]

    @classmethod
    def of(cls, host: Host, page: Page) -> Crawl:
        """Crawl a served site from inside a browser page of that site."""
        page.goto(host.base + "sitemap.xml")
        starts = [host.base + root + path for root in ROOTS.values() for path in ("", MISSING)]
        answers: dict[str, Any] = page.evaluate(SCRIPT, {"base": host.base, "starts": starts})
        return cls(host, {host.path(address): Read(**answer) for address, answer in answers.items()})

    @property
    def pages(self) -> dict[str, Read]:
        """The pages among what was found; the answers to a missing page are pages too."""
        return {path: read for path, read in self.found.items() if read.html}
