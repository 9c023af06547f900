"""Blocks that stand alone on each side because they stand at different places: in another order, and not missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bitext.align import Pair
from bitext.blocks import Block
from bitext.lexicon import likeness, words_of
from bitext.rules.rule import Comparison
from bitext.sentences import weight

# From this likeness on two blocks without counterpart are each other's; unrelated ones are alike by about a tenth.
ALIKE = 0.55
# So many times may one be as long as the other.
LONGER = 2.5
# More couples (by the product of both sides) are not compared: a page so far out of step is told as a whole.
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Move:
    """A Chinese block and its counterpart at another place of the English page, by the indexes of their pairs."""

    zh: int
    en: int


@lru_cache(maxsize=4)
def moves(comparison: Comparison) -> tuple[Move, ...]:
    """Return the moves that explain why blocks stand alone, each block in one at most, in the order of the Chinese page."""
    alone = {
        language: [index for index, pair in enumerate(comparison.known) if pair.side(language) and None in (pair.zh, pair.en)]
        for language in ("zh", "en")
    }
    if len(alone["zh"]) * len(alone["en"]) > MOST:
        return ()
    found: dict[int, Move] = {}
    taken: set[int] = set()
    for score, zh, en in sorted(scored(comparison.known, alone["zh"], alone["en"]), key=lambda one: (-one[0], one[1:])):
        if score >= ALIKE and zh not in found and en not in taken:
            found[zh] = Move(zh, en)
            taken.add(en)
    return tuple(found[index] for index in sorted(found))


def scored(pairs: Sequence[Pair], zh: Sequence[int], en: Sequence[int]) -> Iterator[tuple[float, int, int]]:
    """Yield for each couple of lone blocks how alike they are."""
    for ours in zh:
        for theirs in en:
            left, right = pairs[ours].zh, pairs[theirs].en
            if left and right and left.kind == right.kind:
                yield sameness(left, right), ours, theirs


def sameness(zh: Block, en: Block) -> float:
    """Return from 0 to 1 how surely two blocks of one kind are each other's counterpart; code by its lines, as comments differ."""
    if zh.kind == "code":
        return shared_lines(zh, en)
    if not words_of(zh.text, "zh") or not words_of(en.text, "en"):
        return 0.0
    ours, theirs = weight(zh.text), weight(en.text)
    return likeness(zh.text, en.text) if max(ours, theirs) <= LONGER * min(ours, theirs) else 0.0


def shared_lines(zh: Block, en: Block) -> float:
    """Return the share of the longer code's lines that stand in both."""
    ours, theirs = ({line.strip() for line in block.raw.splitlines()[1:-1]} for block in (zh, en))
    return len(ours & theirs) / max(len(ours), len(theirs), 1)
