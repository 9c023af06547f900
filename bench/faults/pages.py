"""Faults that take more than one line: dead anchors, and dates of a page that its text contradicts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench.edits import Change, Recipe, edited
from bitext.anchors import ascii_slug, heading_words, plain_slug, unicode_slug
from bitext.document import Document
from bitext.page import LANGUAGES, other
from bitext.targets import resolve
from bitext.tree import Tree

AS_OF = {"zh": "本页内容截至{day:%Y}年{day.month}月{day.day}日。", "en": "This page is as of {day.day} {day:%B} {day:%Y}."}
RENAMED = {"zh": "改过的标题", "en": "A heading renamed"}


@dataclass(frozen=True, slots=True)
class DeadAnchor:
    """A link that both languages have and that leads nowhere in one of them, whose heading was renamed."""

    language: str
    name: str = "anchor dead in one language"

    def changes(self, tree: Tree, keys: Sequence[str], random: Random) -> Iterator[Change]:
        """Yield pages with one heading renamed."""
        places = [(key, target) for key in keys for target in self.shared(tree, key)]
        random.shuffle(places)
        for key, target in places:
            found = resolve(target, tree, self.language, key)
            pages = [held[found.name] for held in tree.documents.values() if found.name in held]
            alive = bool(pages) and all(page.has_anchor(found.fragment) for page in pages)
            lines = renamed(tree.documents[self.language].get(found.name), found.fragment) if alive else None
            if lines is not None:
                yield Change(found.name, {self.language: lines}, f"{self.language}/{found.name}: #{found.fragment}", asking=key)

    def shared(self, tree: Tree, key: str) -> list[str]:
        """Return the targets with an anchor that both languages of a page link."""
        ours, theirs = (tree.documents[language][key].link_targets() for language in (self.language, other(self.language)))
        return [target for target in ours if "#" in target and target in theirs]


def renamed(document: Document | None, fragment: str) -> list[str] | None:
    """Return the lines of a page whose heading with an anchor, given or derived, was renamed; None where no heading has it."""
    if document is None:
        return None
    page = document.page
    for heading in document.headings:
        number = heading.line - 1
        own = fragment in {heading.id, *(slug(heading_words(heading)) for slug in (ascii_slug, unicode_slug, plain_slug))}
        if own and page.lines[number].startswith("#"):
            lines = [*page.lines[:number], f"{'#' * heading.level} {RENAMED[page.language]}", *page.lines[number + 1 :]]
            return None if edited(document, lines).has_anchor(fragment) else lines
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
    *(DeadAnchor(language) for language in LANGUAGES),
    OtherDay(),
]
