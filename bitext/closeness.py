"""How closely one page follows the other: what the checker may conclude from a difference depends on how usual differences are.

Where a page is cut like its counterpart and each paragraph is about as long as its own, one that is too long lacks something on
the other side; where lengths differ everywhere and blocks stand alone, it was only said in other words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from bitext.align import Pair
from bitext.joining import RUNNING
from bitext.sentences import weight

# Shorter blocks differ in length for many reasons; fewer pairs tell nothing of a page.
LONG, FEWEST = 40, 8
# How far lengths differ on pages that follow each other: three in four open pages stay below.
USUAL = 0.13
# By how much the spread beyond that, and the share of blocks without counterpart, lower the logarithm of the odds of a loss.
PER_SPREAD, PER_ALONE = 40.0, 15.0


@dataclass(frozen=True)
class Closeness:
    """How two pages follow each other.

    `alone`: the share of prose blocks without counterpart; `unpaired`: the same of all blocks; `lengths`: the logarithm of each
    longer pair's English length over the Chinese one.
    """

    alone: float
    unpaired: float
    lengths: tuple[float, ...]

    @cached_property
    def middle(self) -> float:
        """The median of the lengths, 0 where there are few."""
        return median(self.lengths) if len(self.lengths) > 3 else 0.0

    @cached_property
    def deviations(self) -> float:
        """The sum of how far the lengths are from their median."""
        return sum(abs(length - self.middle) for length in self.lengths)

    @property
    def wordiness(self) -> float:
        """How long the English is for its Chinese, beside what is usual, within bounds."""
        return min(1.6, max(0.6, math.exp(self.middle)))

    def doubt(self, zh: str, en: str) -> float:
        """Return by how much the odds of a loss within this pair are lower, as the page's other pairs differ too."""
        own = proportion(zh, en)
        others = len(self.lengths) - (own is not None)
        if others < FEWEST:
            return PER_ALONE * self.alone
        spread = (self.deviations - (0.0 if own is None else abs(own - self.middle))) / others
        return PER_SPREAD * max(0.0, spread - USUAL) + PER_ALONE * self.alone


def proportion(zh: str, en: str) -> float | None:
    """Return the logarithm of the English length over the Chinese one, None where one is short."""
    ours, theirs = weight(zh), weight(en)
    return math.log(theirs / ours) if min(ours, theirs) > LONG else None


def closeness(pairs: Sequence[Pair]) -> Closeness:
    """Return how closely the two sides of a page follow each other."""
    prose = [pair for pair in pairs if any(block and block.kind in RUNNING for block in (pair.zh, pair.en))]
    lengths = [proportion(pair.zh.text, pair.en.text) for pair in pairs if pair.zh and pair.en]
    return Closeness(share_alone(prose), share_alone(pairs), tuple(length for length in lengths if length is not None))


def share_alone(pairs: Sequence[Pair]) -> float:
    """Return the share of pairs that lack a side."""
    return sum(None in (pair.zh, pair.en) for pair in pairs) / max(len(pairs), 1)
