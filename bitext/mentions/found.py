"""The raw reading of a date, and the numeric forms that both languages share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A number of a version may look like a date.
NO_VERSION = r"(?<![\w./-])(?<!version )(?<!release )(?<!版本)(?<!版本 )"
ISO = re.compile(rf"{NO_VERSION}(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?![\d/-]|\.\d)", re.ASCII)
ISO_MONTH = re.compile(r"(?<![\w./-])((?:19|20|21)\d{2})-(0[1-9]|1[0-2])(?![\d./-])", re.ASCII)
# 25/9/2024: only where one of the two cannot be a month.
YEAR_LAST = re.compile(r"(?<![\w./-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20|21)\d{2})(?![\d/-]|\.\d)", re.ASCII)
LAST_MONTH, LAST_DAY = 12, 31


@dataclass(frozen=True, slots=True)
class Found:
    """A date as written: parts that are not written are None."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    certain: bool = True


def iso_dates(text: str) -> Iterator[Found]:
    """Yield dates such as 2024-09-08, 2024/9/8, 2024.9.8, 25/9/2024 and 2024-09."""
    for match in ISO.finditer(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        certain = 1800 <= year < 2200 and (match[2] == "-" or (0 < month <= LAST_MONTH and 0 < day <= LAST_DAY))
        yield Found(year, month, day, match.start(), match.end(), certain)
    for match in ISO_MONTH.finditer(text):
        yield Found(int(match[1]), int(match[2]), None, match.start(), match.end())
    for match in YEAR_LAST.finditer(text):
        low, high = sorted((int(match[1]), int(match[3])))
        if 0 < low <= LAST_MONTH < high <= LAST_DAY:
            yield Found(int(match[4]), low, high, match.start(), match.end())


def full_year(digits: str) -> int:
    """Return a year of four digits, or the one near our time that two digits mean."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)
