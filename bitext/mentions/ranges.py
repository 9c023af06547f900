"""Ranges of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter


class Ranges:
    """Ranges of a text that do not overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Sort the ranges, so that a look at them takes no time in a long text."""
        self.ranges = sorted(ranges)

    def touch(self, start: int, end: int) -> bool:
        """Tell whether one of the ranges shares a character with another range."""
        index = bisect_left(self.ranges, end, key=itemgetter(0)) - 1
        return index >= 0 and self.ranges[index][1] > start
