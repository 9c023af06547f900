"""Faults that take more than one line: dead anchors, and dates of a page that its text contradicts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench.edits import Change, Recipe, edited
from bitext.document import Document
from bitext.page import LANGUAGES, other
from bitext.targets import Kind, resolve
from bitext.tree import Tree

AS_OF = {"zh": "本页内容截至{day:%Y}年{day.month}月{day.day}日。", "en": "This page is as of {day.day} {day:%B} {day:%Y}."}
RENAMED = {"zh": "改过的标题", "en": "A heading renamed"}


@dataclass(frozen=True, slots=True)
class PageEdit:
    """An edit of a page in one language: `change` yields the pages that can be made of one of them."""

    name: str
    language: str
    change: Callable[[Tree, str, str], Iterator[Change]]

    def changes(self, tree: Tree, keys: Sequence[str], random: Random) -> Iterator[Change]:
        """Yield pages with one edit each."""
        made = [change for key in keys for change in self.change(tree, self.language, key)]
        random.shuffle(made)
        return iter(made)


def dead_on_one_side(tree: Tree, language: str, key: str) -> Iterator[Change]:
    """Yield pages to whose headings links of both languages led until one language's heading was renamed."""
    here, there = tree.documents[language][key], tree.documents[other(language)][key]
    shared = set(here.link_targets()) & set(there.link_targets())
    for target in sorted(shared):
        found = resolve(target, tree, language, key)
        page = tree.documents[language].get(found.name) if found.kind is Kind.PAGE and found.fragment else None
        sides = [pages[found.name] for pages in tree.documents.values() if found.name in pages]
        alive = all(side.has_anchor(found.fragment) for side in sides)
        lines = renamed(page, found.fragment) if page and alive else None
        if lines is not None:
            yield Change(found.name, {language: lines}, f"{language}/{found.name}: #{found.fragment}", asking=key)


def renamed(document: Document, fragment: str) -> list[str] | None:
    """Return the lines of a page whose heading with an anchor, given or derived, was renamed; None where no heading has it."""
    page = document.page
    for heading in document.headings:
        number = heading.line - 1
        lines = [*page.lines[:number], f"{'#' * heading.level} {RENAMED[page.language]}", *page.lines[number + 1 :]]
        if page.lines[number].startswith("#") and not edited(document, lines).has_anchor(fragment):
            return lines
    return None


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A text that says in both languages as of which day it is true, other than the day of the front matter."""

    name: str = "page date and text disagree"

    def changes(self, tree: Tree, keys: Sequence[str], random: Random) -> Iterator[Change]:
        """Yield pages with one more paragraph."""
        for key in random.sample(keys, len(keys)):
            pages = {language: tree.documents[language][key].page for language in LANGUAGES}
            own = pages["zh"].meta.get("as_of")
            if isinstance(own, datetime.date):
                day = own - datetime.timedelta(days=random.randint(8, 300))
                lines = {language: [*page.lines, "", AS_OF[language].format(day=day)] for language, page in pages.items()}
                yield Change(key, lines, f"{key}: {day}")


FAULTS: list[Recipe] = [
    *(PageEdit("anchor dead in one language", language, dead_on_one_side) for language in LANGUAGES),
    OtherDay(),
]
