"""Sentences of a block, and which sentences of a pair belong together.

The alignment is that of Gale and Church (1993), "A program for aligning sentences in bilingual corpora": lengths decide, groups of
one or two sentences are matched, and shared figures, names and code help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bitext.prose import OBJECT

HAN = re.compile(r"[\u3400-\u9fff]")
# How many Latin letters stand for one Han character in professional prose; measured on this guide's own pages.
LETTERS_PER_HAN = 3.2
# A semicolon ends a sentence in one language where the other goes on with a comma, so it ends none here.
# Half-width marks, as many type them, end a Chinese sentence behind a Han character or a bracket.
END_ZH = re.compile(r"[。！？]+[”’」』）)]*|(?<=[\u3400-\u9fff）)”\"￼])[.!?]+(?=\s|$)|\n(?=\s*\n)|\t")
END_EN = re.compile(r"(?<=[^\s])[.!?]+[”’\")\]]*(?=\s+[“‘\"(\[]?[A-Z0-9￼]|\s*$)|\n(?=\s*\n)|\t")
ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|No|Nos|Art|Arts|Sec|Dr|Mr|Mrs|Ms|St|vs|etc|e\.g|i\.e|cf|Inc|Ltd|Co|Corp|approx|Figs?|para|paras|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|a\.m|p\.m))\.$"
)
# The number of a figure or a table before what it shows is no sentence of its own.
CAPTION = re.compile(r"\s*(?:Figure|Table|Listing|Example) \d[\d.-]*\.")
ANCHOR = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z][A-Za-z0-9_.-]*[A-Z0-9_][A-Za-z0-9_.-]*|[A-Z][a-z]+")
# The price of grouping: one to one is usual; two to one costs a little, a sentence alone much.
PRICES = {(1, 1): 0.0, (1, 2): 0.35, (2, 1): 0.35, (2, 2): 0.6, (1, 3): 0.9, (3, 1): 0.9, (1, 0): 2.2, (0, 1): 2.2}


@dataclass(frozen=True, slots=True)
class Span:
    """A range of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that belong together: a range of the Chinese text and one of the English; an empty range has none."""

    zh: Span
    en: Span
    lone: bool = False


def sentences(text: str, language: str) -> list[Span]:
    """Return the sentences of a text in order, without the blanks between them."""
    pattern = END_ZH if language == "zh" else END_EN
    spans, start = [], 0
    for match in pattern.finditer(text):
        if language == "en" and match[0].startswith(".") and not full_stop(text, start, match.start() + 1):
            continue
        spans.append(trimmed(text, start, match.end()))
        start = match.end()
    spans.append(trimmed(text, start, len(text)))
    return [span for span in spans if any(character.isalnum() for character in text[span.start : span.end])]


def full_stop(text: str, start: int, end: int) -> bool:
    """Tell whether the point before `end` ends the sentence that begins at `start`, and is none of an abbreviation or a caption."""
    return not ABBREVIATION.search(text, max(0, end - 9), end) and not CAPTION.fullmatch(text, start, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a range without blanks at its ends."""
    while start < end and (text[start].isspace() or text[start] == OBJECT):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def weight(text: str) -> float:
    """Return the length of a text in Latin letters, Han characters counted as what they translate to."""
    han = len(HAN.findall(text))
    return han * LETTERS_PER_HAN + len(text) - han


@lru_cache(maxsize=4096)
def groups(zh: str, en: str) -> tuple[Group, ...]:
    """Align the sentences of two texts; the cells of two rows with as many cells are aligned one by one."""
    if "\t" in zh and zh.count("\t") == en.count("\t"):
        return tuple(cells(zh, en))
    return tuple(groups_of(zh, en))


def cells(zh: str, en: str) -> Iterator[Group]:
    """Align the sentences within each pair of cells."""
    left = right = 0
    for ours, theirs in zip(zh.split("\t"), en.split("\t"), strict=True):
        for group in groups_of(ours, theirs):
            zh_span = Span(group.zh.start + left, group.zh.end + left)
            yield Group(zh_span, Span(group.en.start + right, group.en.end + right), group.lone)
        left, right = left + len(ours) + 1, right + len(theirs) + 1


def groups_of(zh: str, en: str) -> Sequence[Group]:
    """Align the sentences of two passages."""
    left, right = sentences(zh, "zh"), sentences(en, "en")
    if len(left) <= 1 and len(right) <= 1:
        return (Group(Span(0, len(zh)), Span(0, len(en))),)
    if len(left) * len(right) > 2500:
        return (Group(Span(0, len(zh)), Span(0, len(en))),)
    return list(Aligner(zh, en, left, right).run())


class Aligner:
    """Finds the cheapest grouping of two lists of sentences."""

    def __init__(self, zh: str, en: str, left: Sequence[Span], right: Sequence[Span]) -> None:
        """Measure the sentences once."""
        self.left, self.right = left, right
        self.weights = [[weight(zh[one.start : one.end]) for one in left], [weight(en[one.start : one.end]) for one in right]]
        self.anchors = [anchors_of(zh, left), anchors_of(en, right)]
        self.windows: dict[tuple[int, int, int], tuple[float, frozenset[str]]] = {}
        total = sum(self.weights[0]) or 1.0
        # Texts differ in how wordy they are as a whole; only what differs beyond that tells sentences apart.
        self.ratio = min(2.0, max(0.5, (sum(self.weights[1]) or 1.0) / total))

    def run(self) -> Iterator[Group]:
        """Yield the groups of the cheapest path."""
        rows, columns = len(self.left), len(self.right)
        best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
        for i in range(rows + 1):
            for j in range(columns + 1):
                options = [
                    (best[i - a, j - b][0] + self.price(i - a, i, j - b, j) + price, (a, b))
                    for (a, b), price in PRICES.items()
                    if (i - a, j - b) in best
                ]
                if options:
                    best[i, j] = min(options)
        steps, at = [], (rows, columns)
        while at != (0, 0):
            step = best[at][1]
            steps.append((at, step))
            at = (at[0] - step[0], at[1] - step[1])
        for (i, j), (a, b) in reversed(steps):
            yield Group(joined(self.left, i - a, i), joined(self.right, j - b, j), lone=0 in (a, b))

    def price(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """Return what it costs to put some sentences together: differing lengths and unshared anchors."""
        (ours, left), (theirs, right) = self.window(0, i, i_end), self.window(1, j, j_end)
        ours *= self.ratio
        if not ours or not theirs:
            return min(1.0, (ours + theirs) / 60)
        length = abs(ours - theirs) / (ours + theirs + 25) * 3
        shared = len(left & right)
        union = len(left) + len(right) - shared
        return length + (1 - shared / union if union else 0.4)

    def window(self, side: int, start: int, end: int) -> tuple[float, frozenset[str]]:
        """Return the weight and the anchors of neighbouring sentences of one side; each window is measured once."""
        held = self.windows.get((side, start, end))
        if held is None:
            held = sum(self.weights[side][start:end]), frozenset().union(*self.anchors[side][start:end])
            self.windows[side, start, end] = held
        return held


def anchors_of(text: str, spans: Sequence[Span]) -> list[frozenset[str]]:
    """Return for each sentence the figures and names that both languages write alike."""
    return [frozenset(word.lower() for word in ANCHOR.findall(text[one.start : one.end])) for one in spans]


def joined(spans: Sequence[Span], start: int, end: int) -> Span:
    """Return the range that some neighbouring sentences cover, an empty one where there are none."""
    if start < end:
        return Span(spans[start].start, spans[end - 1].end)
    at = spans[start].start if start < len(spans) else (spans[-1].end if spans else 0)
    return Span(at, at)
