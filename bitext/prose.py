"""The prose of a block: what a reader reads, without markup, with every character's place in the source."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from markdown_it.common.html_blocks import block_names

# Stands for a piece of code, an image, a source mark or a bare address inside prose, so that the words around it stay apart.
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"

# CommonMark allows no longer label of a reference link.
LONGEST_LABEL = 1000
# A mark that names a source stands behind a sentence and is no part of it.
MARK = "source:"

SPECIAL = re.compile(r"[\\`!\[\]<*_~={&]|https?://")
ADDRESS = re.compile(r"https?://[^\s<>\"'`\[\]，。；、）》”]+")
AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
TAG = re.compile(r"</?[a-zA-Z](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+>")
COMMENT_OR_TAG = re.compile(f"<!--|{TAG.pattern}")
NAME = re.compile(r"</?([A-Za-z][\w.:-]*)")
# Words on both sides of the tag of a block element or a line break stand apart.
BREAKS = frozenset({*block_names, "br", "picture"})
CELLS = frozenset({"td", "th"})
# What a site generator replaces: Hugo shortcodes, Liquid and Jinja tags, comments of MDX.
TEMPLATE = re.compile(r"\{(?:\{<[^{}]*>\}|\{%[^{}]*%\}|%[^{}]*%|/\*[^{}]*\*/)\}")
ATTRIBUTES = re.compile(r"\{:?[ ]*+(?:[#.][\w:-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']+))(?:[ ][^{}]*)?\}")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
TITLE = r"(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))"
TARGET = r"[^\s()<>\\]*(?:(?:\\.|\([^\s()]*\))[^\s()<>\\]*)*+"
DESTINATION = re.compile(rf"\(\s*+(?:<([^<>\n]*)>|({TARGET}))(?:\s++{TITLE})?\s*+\)")
FOOTNOTE = re.compile(r"\[\^[^\]\[\s]+\]")
REFERENCE = re.compile(r"\[([^\[\]]*)\]")
LINK_ATTRIBUTE = re.compile(r"""\b(?:href|src)\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass(frozen=True, slots=True)
class Link:
    """A link, an image or a bare address: its text's range in the prose, its target and the target's source offset."""

    target: str
    start: int
    end: int
    offset: int
    image: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Text without markup. `starts` and `offsets` map ranges of the text to offsets in the raw source."""

    text: str
    links: tuple[Link, ...] = ()
    tags: tuple[tuple[str, int], ...] = ()
    codes: tuple[str, ...] = ()
    starts: tuple[int, ...] = (0,)
    offsets: tuple[int, ...] = (0,)

    def offset(self, position: int) -> int:
        """Return the offset in the raw source of a position in the text."""
        index = max(bisect_right(self.starts, position) - 1, 0)
        return self.offsets[index] + position - self.starts[index]

    def trimmed(self) -> Prose:
        """Return the prose without spaces and line ends before its first word."""
        lead = len(self.text) - len(self.text.lstrip(" \n"))
        if not lead:
            return self
        links = tuple(replace(link, start=max(link.start - lead, 0), end=max(link.end - lead, 0)) for link in self.links)
        later = [(start - lead, offset) for start, offset in zip(self.starts, self.offsets, strict=True) if start > lead]
        starts, offsets = (0, *(start for start, _ in later)), (self.offset(lead), *(offset for _, offset in later))
        return Prose(self.text[lead:], links, self.tags, self.codes, starts, offsets)


class ProseReader:
    """Reads the inline markup of one block, left to right, in one pass.

    The text grows as pieces; links name the pieces they begin and end at, so that a bracket that turns out to be markup
    can still be emptied before positions are counted.
    """

    def __init__(self, raw: str, references: Mapping[str, str]) -> None:
        """Prepare to read `raw`; `references` maps labels of reference links to their targets."""
        self.raw = raw
        self.references = references
        self.pieces: list[tuple[str, int]] = []
        self.links: list[tuple[str, int, int, int, bool]] = []
        self.tags: list[tuple[str, int]] = []
        self.codes: list[str] = []
        self.brackets: list[tuple[int, int, bool]] = []
        self.codes_at = dict(code_spans(raw)) if "`" in raw else {}
        self.last_comment_end = raw.rfind("-->")
        self.last_code_end = raw.rfind("</code>")

    def read(self) -> Prose:
        """Return the prose of the whole block."""
        position = 0
        while match := SPECIAL.search(self.raw, position):
            self.keep(position, match.start())
            at = match.start()
            end = READERS[self.raw[at]](self, at)
            if end is None:
                self.keep(at, at + 1)
            position = at + 1 if end is None else end
        self.keep(position, len(self.raw))
        return self.finished()

    def finished(self) -> Prose:
        """Join the pieces and count the positions of the links in the text."""
        ends = list(accumulate((len(text) for text, _ in self.pieces), initial=0))
        links = tuple(Link(target, ends[first], ends[last], at, image) for target, first, last, at, image in self.links)
        text = "".join(text for text, _ in self.pieces)
        held = [index for index, (piece, _) in enumerate(self.pieces) if piece]
        starts, offsets = tuple(ends[index] for index in held), tuple(self.pieces[index][1] for index in held)
        return Prose(text, links, tuple(self.tags), tuple(self.codes), starts or (0,), offsets or (0,))

    def keep(self, start: int, end: int) -> None:
        """Take a range of the source over into the text."""
        if start < end:
            self.pieces.append((self.raw[start:end], start))

    def put_link(self, target: str, at: int, offset: int) -> None:
        """Record a link without a text of its own."""
        self.links.append((target, len(self.pieces), len(self.pieces) + 1, offset, False))
        self.pieces.append((OBJECT, at))

    def escape(self, at: int) -> int | None:
        """Read a backslash escape; one at the end of a line breaks the line."""
        if self.raw[at + 1 : at + 2] == "\n":
            return at + 1
        if self.raw[at + 1 : at + 2] in PUNCTUATION:
            self.keep(at + 1, at + 2)
            return at + 2
        return None

    def code(self, at: int) -> int | None:
        """Read a code span: a run of backticks up to the next run of the same length."""
        end = self.codes_at.get(at)
        if end is None:
            self.keep(at, run_end(self.raw, at))
            return run_end(self.raw, at)
        self.codes.append(self.raw[at:end].strip("`").strip())
        self.pieces.append((OBJECT, at))
        return end

    def image(self, at: int) -> int | None:
        """Note that the bracket after an exclamation mark belongs to an image."""
        if self.raw[at + 1 : at + 2] != "[":
            return None
        self.keep(at, at + 1)
        return self.bracket(at + 1, image=True)

    def open(self, at: int) -> int | None:
        """Note an opening bracket; footnote references are left out."""
        footnote = FOOTNOTE.match(self.raw, at)
        return footnote.end() if footnote else self.bracket(at, image=False)

    def bracket(self, at: int, *, image: bool) -> int:
        """Keep an opening bracket as text until its closing one shows what it was."""
        self.brackets.append((at, len(self.pieces), image))
        self.keep(at, at + 1)
        return at + 1

    def close(self, at: int) -> int | None:
        """Read what follows a closing bracket: a destination, a reference, or nothing."""
        if not self.brackets:
            return None
        opened, piece, image = self.brackets.pop()
        target, offset, end = self.destination(opened, at)
        if target is None:
            return None
        self.pieces[piece] = ("", opened)
        if image:
            self.pieces[piece - 1] = ("", opened)
        if target.startswith(MARK):
            self.pieces[piece + 1 :] = [(OBJECT, opened)]
        if image and piece + 1 == len(self.pieces):
            self.pieces.append((OBJECT, opened))
        self.links.append((target, piece, len(self.pieces), offset, image))
        return end

    def destination(self, opened: int, closed: int) -> tuple[str | None, int, int]:
        """Return the target of a bracketed text, the target's offset, and where reading goes on."""
        if inline := DESTINATION.match(self.raw, closed + 1):
            group = 2 if inline[1] is None else 1
            plain = html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", inline[group]))
            return plain, inline.start(group), inline.end()
        if not self.references or closed - opened > LONGEST_LABEL:
            return None, opened, closed + 1
        label = " ".join(self.raw[opened + 1 : closed].split()).upper()
        if full := REFERENCE.match(self.raw, closed + 1):
            target = self.references.get(" ".join(full[1].split()).upper() or label)
            if target is not None:
                return target, closed + 1, full.end()
        return self.references.get(label), opened, closed + 1

    def angle(self, at: int) -> int | None:
        """Read an address in angle brackets, a comment or an HTML tag."""
        if auto := AUTOLINK.match(self.raw, at):
            mail = "@" in auto[1] and ":" not in auto[1]
            self.put_link(f"mailto:{auto[1]}" if mail else auto[1], at, at + 1)
            return auto.end()
        if self.raw.startswith("<!--", at) and at < self.last_comment_end:
            end = self.raw.find("-->", at)
            return end + 3 if end >= 0 else None
        tag = TAG.match(self.raw, at)
        return self.tag(tag[0], at) if tag else None

    def tag(self, tag: str, at: int) -> int:
        """Record an HTML tag and the addresses it names."""
        self.tags.append((tag, at))
        name = tag_name(tag)
        if name == "code" and (end := self.end_of_code(tag, at)):
            self.codes.append(html.unescape(TAG.sub("", self.raw[at + len(tag) : end])).strip())
            self.pieces.append((OBJECT, at))
            return end + len("</code>")
        if name in BREAKS and self.pieces and not self.pieces[-1][0][-1:].isspace():
            self.pieces.append(("\n", at))
        here = len(self.pieces)
        for address in LINK_ATTRIBUTE.finditer(tag):
            self.links.append((address[1], here, here, at + address.start(1), tag[1:4].lower() == "img"))
        return at + len(tag)

    def end_of_code(self, tag: str, at: int) -> int:
        """Return where the closing tag of an element of code stands, 0 where there is none."""
        last = self.last_code_end
        return self.raw.index("</code>", at) if tag[1] != "/" and not tag.endswith("/>") and at < last else 0

    def emphasis(self, at: int) -> int | None:
        """Leave out marks of emphasis; an underscore or a single = or ~ inside a word is kept."""
        mark, end = self.raw[at], run_end(self.raw, at)
        before, after = self.raw[at - 1 : at] if at else " ", self.raw[end : end + 1]
        in_word = mark == "_" and before.isalnum() and after.isalnum()
        figures = mark == "*" and end - at == 1 and before.isdigit() and after.isdigit()
        loose = figures or (before.isspace() and (after.isspace() or not after))
        if in_word or loose or (mark in "~=" and end - at != 2):
            self.keep(at, end)
        return end

    def attributes(self, at: int) -> int | None:
        """Leave out an attribute list such as `{#id .class}`; what a template puts in its place is not known."""
        if template := TEMPLATE.match(self.raw, at):
            if not template[0].startswith("{/"):
                self.pieces.append((OBJECT, at))
            return template.end()
        match = ATTRIBUTES.match(self.raw, at)
        return match.end() if match else None

    def entity(self, at: int) -> int | None:
        """Read an HTML entity as the character it stands for."""
        match = ENTITY.match(self.raw, at)
        if match:
            self.pieces.append((html.unescape(match[0]), at))
        return match.end() if match else None

    def address(self, at: int) -> int | None:
        """Read a bare web address as a link; a full stop or bracket at its end belongs to the sentence."""
        match = ADDRESS.match(self.raw, at)
        if match is None:
            return None
        target = match[0].rstrip(".,;:!?]")
        while target.endswith(")") and target.count(")") > target.count("("):
            target = target[:-1].rstrip(".,;:!?]")
        self.put_link(target, at, at)
        return at + len(target)


READERS: dict[str, Callable[[ProseReader, int], int | None]] = {
    "\\": ProseReader.escape, "`": ProseReader.code, "!": ProseReader.image, "[": ProseReader.open, "]": ProseReader.close,
    "<": ProseReader.angle, "*": ProseReader.emphasis, "_": ProseReader.emphasis, "~": ProseReader.emphasis,
    "=": ProseReader.emphasis, "{": ProseReader.attributes, "&": ProseReader.entity, "h": ProseReader.address,
}  # fmt: skip


def code_spans(raw: str) -> list[tuple[int, int]]:
    """Return the ranges of a text's code spans: runs of backticks paired with the next run of the same length, in one pass."""
    runs = [match.span() for match in re.finditer(r"`+", raw)]
    waiting: dict[int, list[int]] = {}
    for index, (start, end) in enumerate(runs):
        waiting.setdefault(end - start, []).append(index)
    spans, index = [], 0
    while index < len(runs):
        start, end = runs[index]
        same = waiting[end - start]
        closer = bisect_right(same, index)
        if closer < len(same) and raw[start - 1 : start] != "\\":
            spans.append((start, runs[same[closer]][1]))
            index = same[closer] + 1
        else:
            index += 1
    return spans


def tag_name(tag: str) -> str:
    """Return the name of the element that a tag begins or ends, in small letters; nothing for a comment."""
    match = NAME.match(tag)
    return match[1].lower() if match else ""


def run_end(raw: str, at: int) -> int:
    """Return where the run of the character at `at` ends."""
    end = at
    while end < len(raw) and raw[end] == raw[at]:
        end += 1
    return end


def read_prose(raw: str, references: Mapping[str, str]) -> Prose:
    """Read the inline markup of a block's raw source; `references` maps upper-case labels to link targets."""
    return ProseReader(raw, references).read()
