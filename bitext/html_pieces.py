"""The pieces of a block of HTML that readers see as blocks: headings, paragraphs, list items, table rows.

Attributes are no prose, scripts and preformatted code are none either. Every piece names ranges of the source, so that what is read
of it keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bitext.prose import BREAKS, CELLS, COMMENT_OR_TAG, tag_name

HEADING = re.compile(r"h[1-6]")
KINDS = {"li": "item", "dt": "term", "dd": "definition", "tr": "row", "blockquote": "quote-paragraph"}
LISTS = ("ul", "ol", "menu", "dir")
CODE = "pre"
# What stands in these is no text of the page.
OPAQUE = frozenset({CODE, "script", "style", "svg", "textarea", "template"})
SPACE = re.compile(r"\s*+")


@dataclass(slots=True)
class Piece:
    """What one element shows: its kind, its level in the HTML, and the ranges of the source, a list of them for each cell."""

    kind: str
    level: int = 0
    ordered: bool = False
    cells: list[list[tuple[int, int]]] = field(default_factory=lambda: [[]])
    celled: bool = False


class HtmlReader:
    """Cuts HTML at the tags of block elements, in one pass."""

    def __init__(self, source: str) -> None:
        """Prepare to read some HTML."""
        self.source = source
        self.piece = Piece("paragraph")
        self.lists: list[str] = []

    def read(self) -> Iterator[Piece]:
        """Yield the pieces in order."""
        position = start = 0
        while match := COMMENT_OR_TAG.search(self.source, position):
            name, position = tag_name(match[0]), match.end()
            if not name:
                end = self.source.find("-->", match.start())
                yield from self.cut(start, match.start())
                start = position = end + len("-->") if end >= 0 else len(self.source)
                if end < 0:
                    yield Piece("html", cells=[[(match.start(), start)]])
            elif name in OPAQUE and not match[0].startswith("</"):
                yield from self.cut(start, match.start())
                start = position = self.end_of(name, match.end())
                kind = "code" if name == CODE else "html"
                yield Piece(kind, cells=[[(match.start(), start if name == CODE else match.end())]])
            elif name in BREAKS:
                yield from self.cut(start, match.start())
                start = match.end()
                yield from self.tag(match[0], name, match.start())
        yield from self.cut(start, len(self.source))
        yield from self.finished()

    def end_of(self, name: str, position: int) -> int:
        """Return where an element ends whose content is not read; without an end it takes the rest."""
        end = re.compile(f"</{name}[^>]*>", re.IGNORECASE).search(self.source, position)
        return end.end() if end else len(self.source)

    def cut(self, start: int, end: int) -> Iterator[Piece]:
        """Take a stretch of text over into the piece; outside tables each stretch is a piece of its own."""
        text = self.source[start:end]
        start, end = start + SPACE.match(text).end(), start + len(text.rstrip())  # type: ignore[union-attr]
        if start < end:
            self.piece.cells[-1].append((start, end))
            if self.piece.kind != "row":
                yield from self.finished()

    def tag(self, tag: str, name: str, at: int) -> Iterator[Piece]:
        """Begin or end what a tag of a block element begins or ends."""
        closing = tag.startswith("</")
        if name in LISTS:
            self.lists[:] = self.lists[:-1] if closing else [*self.lists, name]
        if self.piece.kind == "row" and not closing and name in CELLS:
            if self.piece.celled:
                self.piece.cells.append([])
            self.piece.celled = True
        elif self.piece.kind != "row" or name in {"tr", "table"}:
            yield from self.finished(keep=not closing)
            self.begin("paragraph" if closing else name)
        if not closing:
            self.piece.cells[-1].append((at, at + len(tag)))

    def begin(self, name: str) -> None:
        """Let the piece be of the kind of an element."""
        piece = self.piece
        if HEADING.fullmatch(name):
            piece.kind, piece.level = "heading", int(name[1])
        else:
            piece.kind = KINDS.get(name, "paragraph")
            piece.level = len(self.lists) if piece.kind == "item" else 0
            piece.ordered = self.lists[-1:] == ["ol"]

    def finished(self, *, keep: bool = False) -> Iterator[Piece]:
        """Yield the piece and begin another; with `keep`, tags that showed nothing yet stand before what comes."""
        piece, self.piece = self.piece, Piece("paragraph")
        ranges = [one for cell in piece.cells for one in cell]
        if keep and all(self.is_block_tag(*one) for one in ranges):
            self.piece.cells[0] = ranges
        elif ranges:
            yield piece

    def is_block_tag(self, start: int, end: int) -> bool:
        """Tell whether a range is the tag of a block element."""
        match = COMMENT_OR_TAG.match(self.source, start)
        return bool(match and match.end() == end and tag_name(match[0]) in BREAKS)
