"""The changes as an Atom feed of one language."""

from __future__ import annotations

import datetime
import html
from collections.abc import Callable, Sequence
from urllib.parse import urljoin

from feedgen.feed import FeedGenerator

from guide.changes import Change
from guide.heads import TAGS, page_address
from guide.labels import both
from guide.layout import CHANGES, FEED
from guide.search import ROOTS

TITLE = both("医疗领域扩大开放试点指南：更新", "Medical opening-up pilot: a guide – what changed")
AUTHOR = both("本指南的编者", "The editors of the guide")


def feed(changes: Sequence[Change], language: str, site: str, as_of: str, title: Callable[[str], str]) -> str:
    """Return the feed of one language.

    `site` is the address the guide is published at, `as_of` the day the feed gives where nothing has changed yet, `title`
    names a page by its key.
    """
    root = urljoin(site if site.endswith("/") else f"{site}/", ROOTS[language])
    made = FeedGenerator()
    made.id(urljoin(root, FEED))
    made.title(TITLE[language])
    made.author({"name": AUTHOR[language]})
    made.language(TAGS[language])
    made.rights("CC BY 4.0")
    made.link(href=urljoin(root, FEED), rel="self", type="application/atom+xml")
    made.link(href=urljoin(root, page_address(CHANGES, True)), rel="alternate", type="text/html")
    made.updated(midnight(max((str(one.date) for one in changes), default=as_of)))
    for change in changes:
        add(made, change, language, root, title)
    return str(made.atom_str(pretty=True).decode("utf-8"))


def add(made: FeedGenerator, change: Change, language: str, root: str, title: Callable[[str], str]) -> None:
    """Add one change to a feed, with absolute links to its pages."""
    address = urljoin(root, page_address(CHANGES, True)) + f"#{change.id}"
    entry = made.add_entry(order="append")
    entry.id(address)
    entry.title(change.text[language])
    entry.link(href=address, rel="alternate", type="text/html")
    entry.published(midnight(str(change.date)))
    entry.updated(midnight(str(change.date)))
    entry.content(f"<p>{html.escape(change.text[language])}</p>{pages(change, root, title)}", type="html")


def pages(change: Change, root: str, title: Callable[[str], str]) -> str:
    """Return the pages of a change as a list of links, or nothing where it names none."""
    items = (
        f'<li><a href="{html.escape(urljoin(root, page_address(key, True)))}">{html.escape(title(key))}</a></li>'
        for key in change.pages
    )
    return f"<ul>{''.join(items)}</ul>" if change.pages else ""


def midnight(day: str) -> datetime.datetime:
    """Return the beginning of a day as Atom wants it: a moment with its zone."""
    return datetime.datetime.combine(datetime.date.fromisoformat(day), datetime.time(), datetime.UTC)
