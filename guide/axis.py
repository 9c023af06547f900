"""An axis of years on which years with much to show have more room."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass

from bitext.partial_date import PartialDate

# A run of this many years or more without anything is left out.
LONG_SILENCE = 5


@dataclass(frozen=True, slots=True)
class Axis:
    """Where each year begins and how wide it is."""

    lefts: dict[int, float]
    widths: dict[int, float]

    @property
    def right(self) -> float:
        """Where the last year ends."""
        last = max(self.lefts)
        return self.lefts[last] + self.widths[last]

    @property
    def breaks(self) -> list[int]:
        """The years before which years are left out."""
        return [year for year in self.lefts if year - 1 not in self.lefts and year != min(self.lefts)]

    def holds(self, date: PartialDate) -> bool:
        """Tell whether a date lies on the axis."""
        return date.year in self.lefts

    def at(self, date: PartialDate) -> float:
        """Return where a date lies: a month or a year without more at its middle."""
        year = date.year or 0
        return self.lefts[year] + self.widths[year] * part_of_year(date)


def part_of_year(date: PartialDate) -> float:
    """Return how much of its year has passed on a date."""
    if date.month is None:
        return 0.5
    days = calendar.monthrange(date.year or 2000, date.month)[1]
    return (date.month - 1 + ((date.day - 0.5) / days if date.day else 0.5)) / 12


def make_axis(dates: Iterable[PartialDate], left: float, least: float, most: float, step: float) -> Axis:
    """Return an axis for some dates: each year gets `step` for every date within it, between `least` and `most`."""
    counts: dict[int, int] = {}
    for date in dates:
        counts[date.year or 0] = counts.get(date.year or 0, 0) + 1
    lefts, widths = {}, {}
    for year in shown_years(sorted(counts)):
        lefts[year], widths[year] = left, min(most, max(least, step * counts.get(year, 0)))
        left += widths[year]
    return Axis(lefts, widths)


def shown_years(years: list[int]) -> list[int]:
    """Return the years of an axis: all from the first to the last, long silences left out."""
    shown: list[int] = []
    for year in years:
        before = shown[-1] if shown else year - 1
        shown += [year] if year - before > LONG_SILENCE else range(before + 1, year + 1)
    return shown
