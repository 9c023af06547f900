"""A document: one file of a tree, read and cut into blocks when first asked for, with what others need to know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bitext.anchors import derived_ids, heading_words, romanised
from bitext.blocks import Block, read_blocks
from bitext.page import Page, Source

HTML_ID = re.compile(r"\b(?:id|name)\s*=\s*[\"']([^\"']+)[\"']|\{:?[^{}]*#([\w:.-]+)[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Outline:
    """What others need to know of a page: the ids that its source gives, those derived from headings, where its links lead."""

    explicit_ids: frozenset[str]
    derived_ids: frozenset[str]
    targets: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Document:
    """A file of the tree, read and cut into blocks when first asked for; `known` is its outline where an earlier run left it."""

    source: Source
    known: Outline | None = None

    @cached_property
    def page(self) -> Page:
        """The file as a page."""
        return self.source.page()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the page, in order."""
        return tuple(read_blocks(self.page))

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The headings, in order."""
        return tuple(block for block in self.blocks if block.kind == "heading")

    @cached_property
    def outline(self) -> Outline:
        """What others need to know of the page."""
        return self.known or Outline(frozenset(self.written_ids()), frozenset(self.derived_ids()), tuple(self.link_targets()))

    @property
    def explicit_ids(self) -> frozenset[str]:
        """The ids that the source gives."""
        return self.outline.explicit_ids

    def has_anchor(self, name: str) -> bool:
        """Tell whether a link to an id arrives: one that the source gives or that tools derive from a heading without one.

        Code hosts find derived ids in capitals too, and some generators spell Chinese headings in Latin letters.
        """
        derived = self.outline.derived_ids
        return name in self.outline.explicit_ids or name.lower() in derived or romanised(name, derived)

    def written_ids(self) -> Iterator[str]:
        """Yield the ids that the source gives."""
        yield from (block.id for block in self.headings if block.id)
        for block in self.blocks:
            if block.kind != "code" and ("{" in block.raw or "=" in block.raw):
                yield from (match[1] or match[2] for match in HTML_ID.finditer(block.raw))
        stripped = (line.strip() for line in self.page.lines if "{" in line)
        yield from (match[2] for line in stripped if (match := HTML_ID.fullmatch(line)) and match[2])

    def derived_ids(self) -> Iterator[str]:
        """Yield the ids that tools derive from headings without one."""
        return derived_ids([heading_words(block) for block in self.headings if not block.id], frozenset(self.written_ids()))

    def link_targets(self) -> dict[str, None]:
        """Return the targets of the page's links as written, without doubles, in order."""
        return dict.fromkeys(link.target for block in self.blocks for link in block.prose.links)


def title_heading(document: Document, counterpart: Document) -> Block | None:
    """Return the heading that is a page's title where its counterpart has one in its front matter instead, else None."""
    first = next(iter(document.headings), None)
    named = "title" in counterpart.page.meta and "title" not in document.page.meta
    if first is None or first.level != 1 or not named or any(heading.level == 1 for heading in counterpart.headings):
        return None
    return first
