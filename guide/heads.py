"""What the head of a page says about its other language."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from bitext.page import LANGUAGES
from guide.search import ROOTS

TAGS = {"zh": "zh-Hans", "en": "en"}


@dataclass(frozen=True, slots=True)
class Alternate:
    """The address of a page in one language, with the language tag search engines and browsers know."""

    tag: str
    address: str


def alternates(site: str, path: str, directories: bool = True) -> list[Alternate]:
    """Return the absolute addresses of a page in both languages, and the default for readers of neither.

    `path` is the page's file below docs/, language folder included.
    """
    key = path.partition("/")[2]
    base = site if site.endswith("/") else f"{site}/"
    addresses = {language: urljoin(base, ROOTS[language] + page_address(key, directories)) for language in LANGUAGES}
    found = [Alternate(TAGS[language], address) for language, address in addresses.items()]
    return [*found, Alternate("x-default", addresses[LANGUAGES[0]])]


def page_address(key: str, directories: bool) -> str:
    """Return the address of a page below its language's root."""
    stem = key.removesuffix(".md")
    if not directories:
        return f"{stem}.html"
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"
