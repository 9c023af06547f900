"""Edits of whole blocks: dropped, added, swapped, left untranslated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bitext.blocks import Block
from bitext.document import Document
from bitext.page import other
from bitext.tree import Tree

Lines = list[str]
BlockEdit = Callable[[Document, Document, int], Lines | None]
PROSE = ("paragraph", "item", "row")


@dataclass(frozen=True, slots=True)
class Move:
    """One kind of edit of blocks in one language."""

    name: str
    language: str
    change: BlockEdit

    def places(self, tree: Tree, keys: Sequence[str], random: Random, wanted: int) -> Iterator[tuple[str, Lines, int]]:
        """Yield pages with their changed lines and the line of the change."""
        spots = [(key, index) for key in keys for index in range(len(tree.documents[self.language][key].blocks))]
        random.shuffle(spots)
        made = 0
        for key, index in spots:
            here, there = tree.documents[self.language][key], tree.documents[other(self.language)][key]
            same = [block.kind for block in here.blocks] == [block.kind for block in there.blocks]
            lines = self.change(here, there, index) if same and made < wanted else None
            if lines is not None:
                made += 1
                yield key, lines, here.blocks[index].line


def extent(block: Block) -> tuple[int, int]:
    """Return the first and the line behind the last of a block, counted from 0."""
    lines = [segment.line for segment in block.segments] or [block.line]
    return block.line - 1, max(lines)


def drop(kind: str) -> BlockEdit:
    """Return an edit that deletes a block of one kind."""

    def change(here: Document, there: Document, index: int) -> Lines | None:
        block = here.blocks[index]
        header = kind == "row" and (index == 0 or here.blocks[index - 1].kind != "row")
        if block.kind != kind or len(block.text) < 12 or header:
            return None
        start, end = extent(block)
        return [*here.page.lines[:start], *here.page.lines[end:]]

    return change


def swap(kind: str) -> BlockEdit:
    """Return an edit that exchanges a block with the next one of the same kind."""

    def change(here: Document, there: Document, index: int) -> Lines | None:
        if index + 1 >= len(here.blocks):
            return None
        first, second = here.blocks[index], here.blocks[index + 1]
        header = kind == "row" and (index == 0 or here.blocks[index - 1].kind != "row")
        if (
            first.kind != kind
            or second.kind != kind
            or header
            or first.level != second.level
            or min(len(first.text), len(second.text)) < 20
        ):
            return None
        if first.text == second.text:
            return None
        (a, b), (c, d) = extent(first), extent(second)
        lines = here.page.lines
        return [*lines[:a], *lines[c:d], *lines[b:c], *lines[a:b], *lines[d:]]

    return change


def add_heading(here: Document, there: Document, index: int) -> Lines | None:
    """Put a heading of our own before a paragraph."""
    block = here.blocks[index]
    if block.kind != "paragraph" or block.level:
        return None
    start, _ = extent(block)
    title = "补充说明" if here.page.language == "zh" else "Further remarks"
    return [*here.page.lines[:start], f"## {title}", "", *here.page.lines[start:]]


def leave_untranslated(here: Document, there: Document, index: int) -> Lines | None:
    """Put the other language's text in the place of a block."""
    block, counterpart = here.blocks[index], there.blocks[index]
    if block.kind != "paragraph" or counterpart.kind != "paragraph" or len(counterpart.text) < 30 or block.level:
        return None
    (start, end), (first, last) = extent(block), extent(counterpart)
    return [*here.page.lines[:start], *there.page.lines[first:last], *here.page.lines[end:]]


DROPPED = {"paragraph": "paragraph", "list item": "item", "table row": "row"}
SWAPPED = {"paragraphs": "paragraph", "table rows": "row"}
MOVES = [
    *(Move(f"{name} dropped", language, drop(kind)) for name, kind in DROPPED.items() for language in ("zh", "en")),
    *(Move(f"adjacent {name} swapped", language, swap(kind)) for name, kind in SWAPPED.items() for language in ("zh", "en")),
    *(Move("heading added", language, add_heading) for language in ("zh", "en")),
    *(Move("block left untranslated", language, leave_untranslated) for language in ("zh", "en")),
]
