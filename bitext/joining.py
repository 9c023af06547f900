"""Blocks read as one: what one language says in two paragraphs the other may say in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from bitext.blocks import Block, Segment
from bitext.lexicon import chinese_words, english_stems, senses
from bitext.prose import Link, Prose
from bitext.sentences import weight

# Kinds whose text runs on: only these may be one block in one language and several in the other.
RUNNING = frozenset({"paragraph", "item", "quote-paragraph", "definition", "footnote"})
# What share of a block's own words must be found in the other language's block before it counts as a part of it; where that has
# room for the block, as it is longer than its counterpart, half as much may be enough. Measured on open pages: of blocks that were
# cut otherwise most reach it, of blocks that are missing nearly none.
FOUND, ROOM = 0.65, 0.5
# Beside shorter blocks (in Latin letters) the room says little.
SHORT = 40


def joined(blocks: Sequence[Block]) -> Block:
    """Return neighbouring blocks of one page as one block, whose parts they are; every position keeps its place in the file."""
    if len(blocks) == 1:
        return blocks[0]
    raw_starts = list(accumulate((len(block.raw) + 1 for block in blocks), initial=0))[:-1]
    starts = list(accumulate((len(block.text) + 1 for block in blocks), initial=0))[:-1]
    placed = list(zip(blocks, starts, raw_starts, strict=True))
    prose = Prose(
        "\n".join(block.text for block in blocks),
        tuple(moved(link, at, raw) for block, at, raw in placed for link in block.prose.links),
        tuple((tag, raw + offset) for block, _, raw in placed for tag, offset in block.prose.tags),
        tuple(code for block in blocks for code in block.prose.codes),
        tuple(at + start for block, at, _ in placed for start in block.prose.starts),
        tuple(raw + offset for block, _, raw in placed for offset in block.prose.offsets),
    )
    segments = tuple(
        Segment(raw + segment.start, segment.line, segment.column) for block, _, raw in placed for segment in block.segments
    )
    raw = "\n".join(block.raw for block in blocks)
    return replace(blocks[0], prose=prose, raw=raw, segments=segments, parts=tuple(blocks))


def moved(link: Link, by: int, raw_by: int) -> Link:
    """Return a link at its place in a joined block."""
    return replace(link, start=link.start + by, end=link.end + by, offset=link.offset + raw_by)


def belongs(part: Block, others: Sequence[Block], counterpart: Block) -> bool:
    """Tell whether a block of the other language says what a block says beyond its neighbours, and is long enough for both."""
    language = part.page.language
    elsewhere = {word for block in others for word in words(block)}
    own = [word for word in words(part) if word not in elsewhere]
    present = words(counterpart)
    if language == "zh":
        found = sum(bool(senses(word) & present) for word in own)
    else:
        known = frozenset().union(*map(senses, present))
        found = sum(word in known for word in own)
    return bool(own) and found / len(own) + ROOM * room(part, others, counterpart) >= FOUND


def room(part: Block, others: Sequence[Block], counterpart: Block) -> float:
    """Return how much of a block a counterpart is longer than the other blocks beside it, from 0 to 1."""
    longer = weight(counterpart.text) - sum(weight(block.text) for block in others)
    return min(1.0, max(0.0, longer / max(weight(part.text), SHORT)))


def words(block: Block) -> frozenset[str]:
    """Return the words of a block that carry meaning: Chinese words, or the stems of English ones."""
    if block.page.language == "zh":
        return frozenset(word for word in chinese_words(block.text) if len(word) > 1)
    return frozenset(english_stems(block.text))
