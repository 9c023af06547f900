"""The blocks of a page, in reading order: headings, paragraphs, list items, table rows and so on.

The dialect is CommonMark with what sites add to it: tables, footnotes, definition lists, admonitions (`!!!`, `???`, `:::`), content
tabs (`===`), attribute lists, components. Text inside HTML is prose; code, comments and what is not understood are not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from bitext.dialect import MODULE, dialect_plugin, is_tag
from bitext.finding import Place
from bitext.html_pieces import HtmlReader, Piece
from bitext.page import Page
from bitext.parsed_lines import TITLED, dedented, parsed_lines
from bitext.prose import Prose, read_prose

HEADING_ID = re.compile(r"\{:?[^{}]*#([\w:.-]+)[^{}]*\}")
# Modules are imported on the first lines of a page.
FIRST_LINES = 20
LEAVES = {"fence": "code", "code_block": "code", "hr": "rule"}
CONTAINERS = {
    "blockquote_open": "quote", "admonition_open": "admonition", "list_item_open": "item", "dd_open": "definition",
    "dt_open": "term", "footnote_reference_open": "footnote", "heading_open": "heading", "tr_open": "row",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of one source line: where it stands in the block's raw text, and its line and column in the file."""

    start: int
    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One block of a page; `level` is a heading's level or the depth of nesting, `cells` the prose of a row's cells.

    `parts` are the blocks that are read as this one where the other language says in one block what this one says in several.
    """

    page: Page
    kind: str
    level: int
    prose: Prose
    raw: str
    segments: tuple[Segment, ...]
    line: int
    id: str | None = None
    ordered: bool = False
    cells: tuple[str, ...] = ()
    parts: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """The prose of the block."""
        return self.prose.text

    def place(self, position: int = 0) -> Place:
        """Return where a position of the prose stands in the file."""
        return self.raw_place(self.prose.offset(position))

    def raw_place(self, offset: int) -> Place:
        """Return where an offset of the raw source stands in the file."""
        if not self.segments:
            return Place(self.page.path, self.line)
        index = max(bisect_right([segment.start for segment in self.segments], offset) - 1, 0)
        segment = self.segments[index]
        return Place(self.page.path, segment.line, segment.column + offset - segment.start)


@lru_cache(maxsize=2)
def parser(*, mdx: bool = False) -> MarkdownIt:
    """Return the block parser; inline markup is read by `bitext.prose`, which keeps positions.

    MDX has no indented code: there, text is indented to stand in components.
    """
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table"])
    markdown.use(admon_plugin).use(deflist_plugin).use(footnote_plugin).use(dialect_plugin)
    unread = ["inline", "text_join", "footnote_tail", "footnote_inline", "footnote_ref"]
    return markdown.disable([*unread, "code"] if mdx else unread)


def read_blocks(page: Page) -> list[Block]:
    """Return the blocks of a page in reading order."""
    mdx = is_mdx(page)
    body = page.lines[page.body :]
    source = "\n".join([""] * page.body + parsed_lines([*dedented(body)] if mdx else body))
    environment: dict[str, dict[str, dict[str, str]]] = {}
    tokens = parser(mdx=mdx).parse(source, environment)
    references = {label: value["href"] for label, value in environment.get("references", {}).items()}
    return list(BlockReader(page, references).read(tokens))


def is_mdx(page: Page) -> bool:
    """Tell whether a page is MDX: by its name, or by the modules that it imports outside a script."""
    if page.path.endswith(".mdx"):
        return True
    head = page.lines[page.body : page.body + FIRST_LINES]
    scripted = any(line.startswith(("<script", "```", "~~~")) for line in head)
    return not scripted and any(line.startswith("import ") and MODULE.match(line) for line in head)


def gathered(whole: Block, cells: Sequence[Sequence[tuple[int, int]]]) -> tuple[str, tuple[Segment, ...]]:
    """Return ranges of a block's source as one text, cells parted by tabs, and where its lines stand."""
    texts, segments, length = [], [], 0
    starts = [segment.start for segment in whole.segments]
    for cell in cells:
        for start, end in cell:
            text = whole.raw[start:end].replace("\t", " ")
            for at in [0, *(match.end() for match in re.finditer("\n", text))]:
                line = whole.segments[bisect_right(starts, start + at) - 1]
                segments.append(Segment(length + at, line.line, line.column + start + at - line.start))
            texts.append(text)
            length += len(text)
        texts.append("\t")
        length += 1
    return "".join(texts[:-1]), tuple(segments)


class BlockReader:
    """Turns the parser's tokens into blocks."""

    def __init__(self, page: Page, references: dict[str, str]) -> None:
        """Prepare to read a page whose reference links have the given targets."""
        self.page = page
        self.references = references
        self.open: list[Token] = []
        self.row: list[Token] = []

    def read(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield the blocks of all tokens."""
        for token in tokens:
            if token.type == "inline":
                yield from self.inline(token)
            elif token.nesting == 1:
                self.open.append(token)
            elif token.nesting == -1:
                opened = self.open.pop()
                if opened.type == "tr_open":
                    yield self.finished_row(opened)
            elif token.type == "html_block":
                yield from self.html(token)
            elif token.type in LEAVES:
                yield self.leaf(token, LEAVES[token.type])

    def inline(self, token: Token) -> Iterator[Block]:
        """Yield the block of a run of text; the cells of a row are gathered until the row ends."""
        if any(opened.type == "tr_open" for opened in self.open):
            self.row.append(token)
        elif token.content.strip():
            yield self.block(token)

    def block(self, token: Token) -> Block:
        """Return the block of a heading, a paragraph or a list item."""
        raw, (first, last) = token.content, token.map or (0, 0)
        segments = self.located(raw, first, last)
        kind, level, id_ = self.kind(), self.level(), None
        if kind == "heading" and (match := HEADING_ID.fullmatch(raw, max(raw.rfind("{"), 0))):
            raw, id_ = raw[: match.start()].rstrip(), match[1]
        prose = read_prose(raw, self.references)
        if kind != "heading" and not prose.text.strip() and prose.tags:
            kind = "html"
        ordered = any(opened.type == "ordered_list_open" for opened in self.open[-3:])
        return Block(self.page, kind, level, prose, raw, segments, segments[0].line, id_, ordered)

    def kind(self) -> str:
        """Name the block after what holds it: the first paragraph of a list item is the item."""
        for opened in reversed(self.open):
            if opened.type == "admonition_title_open":
                return "admonition"
            if name := CONTAINERS.get(opened.type):
                if name in {"item", "definition"} and opened.meta.get("begun"):
                    return "paragraph"
                opened.meta["begun"] = True
                return "quote-paragraph" if name == "quote" else name if name != "admonition" else "paragraph"
        return "paragraph"

    def level(self) -> int:
        """Return a heading's level, or how many containers are open."""
        if self.open and self.open[-1].type == "heading_open":
            return int(self.open[-1].tag[1])
        return sum(opened.type in CONTAINERS and opened.meta.get("tag") != TITLED for opened in self.open)

    def finished_row(self, opened: Token) -> Block:
        """Return the block of a table row; its cells are parted by tabs in the prose."""
        number, column, start = (opened.map or [0, 0])[0], 0, 0
        segments: list[Segment] = []
        # The parser has taken the backslash from an escaped bar; the line still holds it.
        contents = [cell.content.replace("|", "\\|") for cell in self.row]
        for content in contents:
            found = self.located(content, number, number + 1, column)[0]
            segments.append(Segment(start, found.line, found.column))
            column = found.column - 1 + len(content)
            start += len(content) + 1
        raw = "\t".join(contents)
        self.row = []
        prose = read_prose(raw, self.references)
        cells = tuple(prose.text.split("\t"))
        return Block(self.page, "row", self.level(), prose, raw, tuple(segments), number + 1, cells=cells)

    def leaf(self, token: Token, kind: str) -> Block:
        """Return a block without prose: code, raw HTML, a rule."""
        start, end = token.map or [0, 0]
        raw = "\n".join(self.page.lines[start:end])
        lengths = accumulate((len(line) + 1 for line in self.page.lines[start:end]), initial=0)
        segments = tuple(Segment(at, number, 1) for number, at in zip(range(start + 1, end + 1), lengths, strict=False))
        prose = read_prose(raw, {}) if kind == "html" else Prose("")
        return Block(self.page, kind, self.level(), prose, raw, segments, start + 1)

    def html(self, token: Token) -> Iterator[Block]:
        """Yield the blocks that a block of HTML shows, or itself where it shows none."""
        whole = self.leaf(token, "html")
        if is_tag(whole.raw):
            yield replace(whole, prose=Prose("", tags=whole.prose.tags)) if whole.text.strip() else whole
        elif whole.text.strip() or "<pre" in whole.raw:
            yield from (self.shown(whole, piece) for piece in HtmlReader(whole.raw).read())
        else:
            yield whole

    def shown(self, whole: Block, piece: Piece) -> Block:
        """Return the block of a piece of HTML."""
        raw, segments = gathered(whole, piece.cells)
        prose = Prose("") if piece.kind == "code" or raw.startswith("<!--") else read_prose(raw, {}).trimmed()
        kind = piece.kind if prose.text.strip() or piece.kind == "code" else "html"
        level = piece.level if kind == "heading" else piece.level + self.level()
        cells = tuple(prose.text.split("\t")) if kind == "row" else ()
        return Block(self.page, kind, level, prose, raw, segments, segments[0].line, ordered=piece.ordered, cells=cells)

    def located(self, content: str, first: int, last: int, column: int = 0) -> tuple[Segment, ...]:
        """Find each line of a token's content between two lines of the file (0-based, `last` excluded)."""
        segments, start, number = [], 0, first
        for piece in content.split("\n"):
            number, at = self.find(piece, number, last, column)
            segments.append(Segment(start, number + 1, at + 1))
            start, column = start + len(piece) + 1, at + len(piece)
        return tuple(segments)

    def find(self, piece: str, first: int, last: int, column: int) -> tuple[int, int]:
        """Return the first line from `first` on that holds a text, and where; the search begins at `column`."""
        for number in range(first, min(max(last, first + 1), len(self.page.lines))):
            at = self.page.lines[number].find(piece, column if number == first else 0)
            if at >= 0:
                return number, at
        return first, 0
