"""Put the blocks of a Chinese page beside those of its English counterpart.

Headings are matched first; what stands between two matched headings is aligned by content, so that one missing paragraph is one
gap and not a cascade. The method is the alignment of Needleman and Wunsch (1970) with a score made of what survives translation:
kind, links, code, dates, figures, Latin names and length (for lengths see Gale and Church, 1993).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from bitext.blocks import Block
from bitext.joining import RUNNING, belongs, joined
from bitext.lexicon import likeness
from bitext.mentions.dates import read_dates
from bitext.mentions.numbers import read_numbers

# Two blocks that score below nothing together are better left alone than paired.
GAP = 0.0
# A section of more blocks (by the product of both sides) is put together in order: comparing each with each would take minutes.
LARGEST_TABLE = 1_000_000
NAME = re.compile(r"[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9-]*")
# How many Latin letters stand for one Han character in professional prose; measured on this guide's own pages.
LETTERS_PER_HAN = 3.2
# How many blocks more than one may answer one block of the other language, and how much worse their lengths may fit together.
MOST_PARTS = 4
WORSE = 0.15
# From this likeness on two blocks that are left over at one place are each other's counterpart, freely translated.
ALIKE = 0.35
# Below this likeness prose of so many Latin letters is no counterpart; asked only where something is left over.
STRANGE, LONG = 0.12, 40
LARGEST_WORDED = 2500
# 1） (2) 三、 ④ •: a paragraph that begins so is an item of a list in all but markup.
ENUMERATED = re.compile(r"\s*(?:[（(]?(?:\d{1,3}|[a-z]|[一二三四五六七八九十]{1,3})(?:[)）、]|[.．](?!\d))|[①-⑳]|[•·◦▪*-]\s)")
HAN = re.compile(r"[\u3400-\u9fff]")


Couple = tuple[Block | None, Block | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """A Chinese block beside its English counterpart, or one of them alone.

    `following_zh` and `following_en` are the blocks that come next on each side: the place where a missing one belongs.
    """

    zh: Block | None
    en: Block | None
    following_zh: Block | None = None
    following_en: Block | None = None

    def side(self, language: str) -> Block | None:
        """Return the block of one language."""
        return self.zh if language == "zh" else self.en

    def following(self, language: str) -> Block | None:
        """Return the block of one language that comes next."""
        return self.following_zh if language == "zh" else self.following_en


@dataclass(frozen=True, slots=True)
class Features:
    """What of a block survives translation."""

    kind: str
    level: int
    id: str | None
    anchors: frozenset[str]
    length: float
    text: str


def align(zh: Sequence[Block], en: Sequence[Block]) -> list[Pair]:
    """Return the pairs of two pages in reading order."""
    pairs: list[Pair] = []
    heads = match([b for b in zh if b.kind == "heading"], [b for b in en if b.kind == "heading"], heading_score)
    left = right = 0
    for zh_head, en_head in [(a, b) for a, b in heads if a and b]:
        until_zh, until_en = index_of(zh, zh_head, left), index_of(en, en_head, right)
        pairs += section(zh[left:until_zh], en[right:until_en])
        pairs.append(Pair(zh_head, en_head))
        left, right = until_zh + 1, until_en + 1
    pairs += section(zh[left:], en[right:])
    return [
        Pair(pair.zh, pair.en, *next_blocks(pairs, number)) if None in (pair.zh, pair.en) else pair
        for number, pair in enumerate(pairs)
    ]


def index_of(blocks: Sequence[Block], block: Block | None, start: int) -> int:
    """Return the index of exactly this block."""
    return next(index for index in range(start, len(blocks)) if blocks[index] is block)


def next_blocks(pairs: Sequence[Pair], number: int) -> tuple[Block | None, Block | None]:
    """Return for each side the first block behind a pair."""
    rest = pairs[number + 1 :]
    return next((pair.zh for pair in rest if pair.zh), None), next((pair.en for pair in rest if pair.en), None)


def section(zh: Sequence[Block], en: Sequence[Block]) -> Iterator[Pair]:
    """Align the blocks between two headings; where something is left over, blocks that were cut otherwise are joined."""
    # Where something must be left over, words decide what belongs together; elsewhere they would cost time and change little.
    few = len(zh) != len(en) and len(zh) * len(en) <= LARGEST_WORDED
    pairs = match(zh, en, worded_score if few else body_score)
    if any(None in pair for pair in pairs):
        pairs = [couple for pair in with_joints(pairs) for couple in parted(*pair)]
    return (Pair(left, right) for left, right in pairs)


def parted(zh: Block | None, en: Block | None) -> Sequence[Couple]:
    """Return a couple, or each block alone where both are prose of some length and have nothing in common."""
    if zh is None or en is None or not {zh.kind, en.kind} <= RUNNING or features(zh).anchors & features(en).anchors:
        return [(zh, en)]
    long = min(features(zh).length, features(en).length) >= LONG
    return [(zh, None), (None, en)] if long and likeness(zh.text, en.text) < STRANGE else [(zh, en)]


def with_joints(pairs: Sequence[Couple]) -> Iterator[Couple]:
    """Join a block that is left over with its neighbour where both together say what the neighbour's counterpart says."""
    waiting: list[Couple] = []
    for pair in pairs:
        waiting.append(pair)
        while len(waiting) > 1 and (couple := joint(waiting[-2], waiting[-1]) or leftovers(waiting[-2], waiting[-1])):
            waiting[-2:] = [couple]
    yield from waiting


def joint(first: Couple, second: Couple) -> Couple | None:
    """Return two neighbouring couples as one where exactly one of them lacks a side and its block belongs to the other's."""
    complete, lone = (first, second) if None not in first else (second, first)
    zh, en = complete
    extra = lone[0] or lone[1]
    if zh is None or en is None or None not in lone or extra is None:
        return None
    side, counterpart = (zh, en) if lone[0] else (en, zh)
    if counterpart.parts or not {side.kind, counterpart.kind, extra.kind} <= RUNNING or len(side.parts) > MOST_PARTS:
        return None
    ordered = [*parts_of(side), extra] if complete is first else [extra, *parts_of(side)]
    whole, other_features = features(joined(ordered)), features(counterpart)
    if body_score(whole, other_features) < body_score(features(side), other_features) - WORSE:
        return None
    if not belongs(extra, parts_of(side), counterpart):
        return None
    return (joined(ordered), en) if lone[0] else (zh, joined(ordered))


def leftovers(first: Couple, second: Couple) -> Couple | None:
    """Return the blocks of two incomplete couples as one couple where they are of one kind and speak of the same things."""
    zh, en = first[0] or second[0], first[1] or second[1]
    if zh is None or en is None or (None not in first) or (None not in second) or zh.kind != en.kind or zh.kind not in RUNNING:
        return None
    return (zh, en) if likeness(zh.text, en.text) >= ALIKE else None


def parts_of(block: Block) -> tuple[Block, ...]:
    """Return the blocks that were joined to this one, or the block itself."""
    return block.parts or (block,)


def match(zh: Sequence[Block], en: Sequence[Block], score: Callable[[Features, Features], float]) -> list[Couple]:
    """Return the best alignment of two sequences; a block without counterpart stands beside None."""
    if len(zh) * len(en) > LARGEST_TABLE:
        return list(zip_longest(zh, en))
    left, right = [features(block) for block in zh], [features(block) for block in en]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            together = score(left[i], right[j]) + best[i + 1][j + 1]
            best[i][j] = max(together, best[i + 1][j] + GAP, best[i][j + 1] + GAP)
    return list(trace(zh, en, left, right, best, score))


def trace(
    zh: Sequence[Block], en: Sequence[Block], left: list[Features], right: list[Features],
    best: list[list[float]], score: Callable[[Features, Features], float],
) -> Iterator[Couple]:  # fmt: skip
    """Walk the table of best scores from the start and yield the pairs it was made of."""
    i = j = 0
    while i < len(left) and j < len(right):
        if best[i][j] == score(left[i], right[j]) + best[i + 1][j + 1]:
            yield zh[i], en[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j] + GAP:
            yield zh[i], None
            i += 1
        else:
            yield None, en[j]
            j += 1
    yield from ((block, None) for block in zh[i:])
    yield from ((None, block) for block in en[j:])


@lru_cache(maxsize=65536)
def features(block: Block) -> Features:
    """Return what of a block survives translation."""
    text, language = block.text, block.page.language
    anchors = {f"link:{link.target}" for link in block.prose.links}
    anchors |= {f"code:{code}" for code in block.prose.codes}
    dates = read_dates(text, language)
    anchors |= {f"date:{mention.value}" for mention in dates if mention.certain}
    numbers = read_numbers(text, language)
    # A small number that is not certain ("one", 一些) says nothing; a larger one, such as a bare year, does.
    anchors |= {f"number:{value:f}" for number in numbers for value in number.values if number.certain or value > 9}
    anchors |= {f"name:{name}" for name in NAME.findall(text)}
    if block.kind == "code":
        # Code is the same however deep it stands and whatever spaces end its lines.
        anchors.add("code:" + "\n".join(line.strip() for line in block.raw.splitlines()))
    han = len(HAN.findall(text))
    length = han * LETTERS_PER_HAN + len(text) - han
    listed = block.kind == "paragraph" and ENUMERATED.match(text)
    return Features("item" if listed else block.kind, block.level + bool(listed), block.id, frozenset(anchors), length, text)


def heading_score(left: Features, right: Features) -> float:
    """Score two headings: an equal id decides, else level and content."""
    if left.id and left.id == right.id:
        return 10.0
    level = 1.0 if left.level == right.level else -0.5
    return level + 3 * overlap(left, right) + 2 * likeness(left.text, right.text) - 0.5 * distance(left, right)


def body_score(left: Features, right: Features) -> float:
    """Score two blocks of a section: their kinds, what they share, and how alike their lengths are."""
    if left.kind == right.kind:
        kind = 1.5 if left.level == right.level else 0.8
    else:
        kind = -2.0 if {"code", "html", "row", "heading"} & {left.kind, right.kind} else 0.5
    return kind + 4 * overlap(left, right) - 2 * distance(left, right)


def worded_score(left: Features, right: Features) -> float:
    """Score two blocks of a section, by their words too where both are prose."""
    prose = {left.kind, right.kind} <= RUNNING and left.text and right.text
    return body_score(left, right) + (1.5 * (likeness(left.text, right.text) - 0.25) if prose else 0.0)


def overlap(left: Features, right: Features) -> float:
    """Return the share of anchors that two blocks have in common, negative where both have some and share none."""
    if not left.anchors or not right.anchors:
        return 0.0 if not left.anchors and not right.anchors else -0.1
    shared = len(left.anchors & right.anchors)
    return shared / max(len(left.anchors), len(right.anchors)) if shared else -0.25


def distance(left: Features, right: Features) -> float:
    """Return 0 for lengths that fit and up to 1 for lengths that do not."""
    longer, shorter = max(left.length, right.length), min(left.length, right.length)
    return min(1.0, max(0.0, (longer + 20) / (shorter + 20) - 1) / 3)
