"""Ranges of a text, and quickly whether another range touches one of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Ranges:
    """Some ranges of a text, in any order; they may overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Sort the ranges, and note for each how far those up to it reach."""
        ordered = sorted(ranges)
        self.starts = [start for start, _ in ordered]
        self.reach = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        """Tell whether some range has a character in common with the one from `start` up to `end`."""
        before = bisect_left(self.starts, end)
        return before > 0 and self.reach[before - 1] > start
