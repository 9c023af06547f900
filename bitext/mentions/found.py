"""The raw reading of a date, and the numeric forms that both languages share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# 2024.9.8 is a version in a text that speaks of versions; dates of such texts are written 2024.09.08.
VERSION = re.compile(r"\b[vV]\d|\bversion|\brelease\b|版本", re.IGNORECASE)
NO_NAME = r"(?<![\w./-])"
ISO = re.compile(rf"{NO_NAME}(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?![\d/-]|\.\d)", re.ASCII)
ISO_MONTH = re.compile(r"(?<![\w./-])((?:19|20|21)\d{2})-(0[1-9]|1[0-2])(?![\d./-])", re.ASCII)
# 25/9/2024: only where one of the two cannot be a month.
YEAR_LAST = re.compile(r"(?<![\w./-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20|21)\d{2})(?![\d/-]|\.\d)", re.ASCII)
# Years that need no word: © 2003, 2004–2021; 2015–2020; (2021). Years near our time only, for these signs are weak.
NEAR = r"(?:19[5-9]\d|20[0-3]\d)"
COPYRIGHT = re.compile(
    rf"(?:©|\([cC]\)|[Cc]opyright|版权(?:所有)?)[\s:：©]{{0,5}}(?P<years>{NEAR}(?:\s?[,，、–—-]\s?{NEAR}){{0,60}})(?!\d)"
)
YEARS = re.compile(
    rf"(?<![\w./#$€£¥%:+×*-])(?<!RFC )(?<!rfc )(?P<years>{NEAR}\s?[–—-]\s?{NEAR})(?![\w%/:]|\.\d|\s?[-–—×*]|\s?[年])"
)
BRACKETED = re.compile(rf"(?<=[(（])(?P<years>{NEAR})(?=[)）])(?![)）]\s?(?:No\b|第?\s?\d+\s?号))")
ONE_YEAR = re.compile(r"\d{4}")
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


def numeric_dates(text: str) -> Iterator[Found]:
    """Yield dates such as 2024-09-08, 2024/9/8, 2024.9.8, 25/9/2024, 2024-09, © 2024, 2019–2024."""
    if not ONE_YEAR.search(text):
        return
    of_versions = VERSION.search(text) is not None
    for match in ISO.finditer(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        certain = 1800 <= year < 2200 and (match[2] == "-" or (0 < month <= LAST_MONTH and 0 < day <= LAST_DAY))
        if match[2] == "." and of_versions:
            certain = certain and len(match[3]) == len(match[4]) == len("09")
        yield Found(year, month, day, match.start(), match.end(), certain)
    for match in ISO_MONTH.finditer(text):
        yield Found(int(match[1]), int(match[2]), None, match.start(), match.end())
    for match in YEAR_LAST.finditer(text):
        low, high = sorted((int(match[1]), int(match[3])))
        if 0 < low <= LAST_MONTH < high <= LAST_DAY:
            yield Found(int(match[4]), low, high, match.start(), match.end())
    for pattern in (COPYRIGHT, YEARS, BRACKETED):
        for match in pattern.finditer(text):
            yield from years_in(match)


def years_in(match: re.Match[str]) -> Iterator[Found]:
    """Yield the years of a match; a range that runs backwards is none of years."""
    years = [(int(year[0]), match.start("years") + year.start()) for year in ONE_YEAR.finditer(match["years"])]
    if years == sorted(years):
        for year, start in years:
            yield Found(year, None, None, start, start + 4)


def full_year(digits: str) -> int:
    """Return a year of four digits, or the one near our time that two digits mean."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)
