"""Edits of whole blocks: dropped, added, swapped, left untranslated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from random import Random

from bench.edits import Change
from bitext.blocks import Block
from bitext.document import Document
from bitext.page import LANGUAGES, other
from bitext.tree import Tree

Lines = list[str]
ChangeOfBlock = Callable[[Document, Document, int, Random], Lines | None]
SHOWN = 60
HEADINGS = {"zh": ("补充说明", "其他事项", "常见问题"), "en": ("Further remarks", "Other matters", "Common questions")}
ENTRIES = {"zh": "另一项", "en": "Another entry"}


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """An edit of a block in one language: `change` returns the page's lines, or None where it does not apply."""

    name: str
    language: str
    change: ChangeOfBlock

    def changes(self, tree: Tree, keys: Sequence[str], random: Random) -> Iterator[Change]:
        """Yield pages with one block changed, of those that hold the same kinds of blocks in both languages."""
        spots = [(key, index) for key in keys for index in range(len(tree.documents[self.language][key].blocks))]
        random.shuffle(spots)
        for key, index in spots:
            here, there = tree.documents[self.language][key], tree.documents[other(self.language)][key]
            same = [block.kind for block in here.blocks] == [block.kind for block in there.blocks]
            lines = self.change(here, there, index, random) if same else None
            if lines is not None:
                block = here.blocks[index]
                yield Change(key, {self.language: lines}, f"{self.language}/{key}:{block.line}: {block.text[:SHOWN]}")


def extent(block: Block) -> tuple[int, int]:
    """Return the first and the line behind the last of a block, counted from 0."""
    lines = [segment.line for segment in block.segments] or [block.line]
    return block.line - 1, max(lines)


def drop(kind: str) -> ChangeOfBlock:
    """Return an edit that deletes a block of one kind."""

    def change(here: Document, there: Document, index: int, random: Random) -> Lines | None:
        block = here.blocks[index]
        if block.kind != kind or len(block.text) < 12 or is_header(here, index):
            return None
        start, end = extent(block)
        return [*here.page.lines[:start], *here.page.lines[end:]]

    return change


def swap(kind: str) -> ChangeOfBlock:
    """Return an edit that exchanges a block with the next one of the same kind."""

    def change(here: Document, there: Document, index: int, random: Random) -> Lines | None:
        if index + 1 >= len(here.blocks):
            return None
        first, second = here.blocks[index], here.blocks[index + 1]
        alike = first.kind == second.kind == kind and first.level == second.level and first.text != second.text
        if not alike or is_header(here, index) or min(len(first.text), len(second.text)) < 20:
            return None
        (a, b), (c, d) = extent(first), extent(second)
        lines = here.page.lines
        return [*lines[:a], *lines[c:d], *lines[b:c], *lines[a:b], *lines[d:]]

    return change


def is_header(document: Document, index: int) -> bool:
    """Tell whether a block is the first row of a table."""
    return document.blocks[index].kind == "row" and (index == 0 or document.blocks[index - 1].kind != "row")


def add_heading(here: Document, there: Document, index: int, random: Random) -> Lines | None:
    """Put a heading of our own before a paragraph."""
    block = here.blocks[index]
    if block.kind != "paragraph" or block.level:
        return None
    start, _ = extent(block)
    title = f"{'#' * random.randint(2, 4)} {random.choice(HEADINGS[here.page.language])}"
    return [*here.page.lines[:start], title, "", *here.page.lines[start:]]


def exchange_row(here: Document, there: Document, index: int, random: Random) -> Lines | None:
    """Delete a table's row and add another one elsewhere in the table, so that both tables have equally many."""
    rows = [at for at in table_of(here, index) if at != index]
    if not rows or is_header(here, index) or len(here.blocks[index].text) < 12:
        return None
    own, neighbour = here.blocks[index], here.blocks[random.choice(rows)]
    cells = here.page.lines[neighbour.line - 1].split("|")
    if len(cells) < 4:
        return None
    added = "|".join([cells[0], f" {ENTRIES[here.page.language]} ", *cells[2:]])
    lines = [*here.page.lines[: neighbour.line], added, *here.page.lines[neighbour.line :]]
    del lines[own.line - 1 if own.line <= neighbour.line else own.line]
    return lines


def table_of(document: Document, index: int) -> list[int]:
    """Return the indices of the rows of the table that holds a block, its header excluded; none where the block is no row."""
    if document.blocks[index].kind != "row":
        return []
    start = next(at for at in range(index, -1, -1) if is_header(document, at))
    return list(takewhile(lambda at: document.blocks[at].kind == "row", range(start + 1, len(document.blocks))))


def leave_untranslated(here: Document, there: Document, index: int, random: Random) -> Lines | None:
    """Put the other language's text in the place of a block."""
    block, counterpart = here.blocks[index], there.blocks[index]
    if block.kind != "paragraph" or counterpart.kind != "paragraph" or len(counterpart.text) < 30 or block.level:
        return None
    (start, end), (first, last) = extent(block), extent(counterpart)
    return [*here.page.lines[:start], *there.page.lines[first:last], *here.page.lines[end:]]


DROPPED = {"paragraph": "paragraph", "list item": "item", "table row": "row"}
SWAPPED = {"paragraphs": "paragraph", "table rows": "row"}
RECIPES: dict[str, ChangeOfBlock] = {
    **{f"{name} dropped": drop(kind) for name, kind in DROPPED.items()},
    **{f"adjacent {name} swapped": swap(kind) for name, kind in SWAPPED.items()},
    "table row missing and another added": exchange_row,
    "heading added": add_heading,
    "block left untranslated": leave_untranslated,
}
FAULTS = [BlockEdit(name, language, change) for name, change in RECIPES.items() for language in LANGUAGES]
