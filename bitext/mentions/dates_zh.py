"""Dates as Chinese text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitext.mentions.found import Found

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
FULL_WIDTH = {full: str(value) for value, full in enumerate("０１２３４５６７８９")}

YEAR = r"(?P<year>[12１２][\d０-９]{3}|[一二][〇零○一二三四五六七八九]{3})"
MONTH = r"(?P<month>[01０１]?[\d０-９]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?P<day>[0-3０-３]?[\d０-９]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
S = r"[ \t\n\u3000]*"

# 2024年9月8日, 2024年9月, 2024年, 9月8日, with spaces, full-width digits or Chinese numerals.
WITH_YEAR = re.compile(
    rf"(?<![\d０-９第〔\[.]){YEAR}{S}年(?!龄)(?:{S}的?{S}{MONTH}{S}月(?:份|(?:{S}{DAY}{S}(?:日|号(?!公告|文|令)))?))?"
)
WITHOUT_YEAR = re.compile(rf"(?<![\d０-９十一二三四五六七八九个第.年/-]){MONTH}{S}月{S}{DAY}{S}[日号]")
MONTH_ALONE = re.compile(r"(?<![\d０-９十一二三四五六七八九个第.年/-])(?P<month>1[0-2]|[1-9])月(?:份|(?=[初中底末上下]))")
# The further days of a list or range, right behind a date: 9月8日、10日; 9月8日至10日.
FURTHER_DAY = re.compile(rf"{S}(?:[、，至到和及—–~～-]|以及){S}{DAY}{S}[日号]")
# The first year of a range: 2007—2024年, 2007至2024年.
FIRST_YEAR = re.compile(rf"(?<![\d０-９第〔\[.]){YEAR}(?={S}(?:[至到—–~～-]|——){S}[12１２][\d０-９]{{3}}{S}年)")
# A year without 年, as in a table cell: it answers a year of the other language but asks for none.
BARE_YEAR = re.compile(r"(?<![\d.,/%〔第A-Za-z-])(?:19|20)\d{2}(?![\d,/%]|\.\d)")


def number(text: str) -> int:
    """Return the value of a year, month or day in ASCII, full-width or Chinese digits."""
    ascii_text = "".join(FULL_WIDTH.get(digit, digit) for digit in text)
    if ascii_text.isdecimal():
        return int(ascii_text)
    if "十" not in text:
        return int("".join(str(DIGITS[digit]) for digit in text))
    tens, _, ones = text.partition("十")
    return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)


def chinese_dates(text: str) -> Iterator[Found]:
    """Yield the dates of a Chinese text; months and days without a year have none yet."""
    for pattern in (WITH_YEAR, WITHOUT_YEAR, MONTH_ALONE, FIRST_YEAR):
        for match in pattern.finditer(text):
            found = from_match(match)
            yield found
            if found.day is not None:
                yield from further_days(text, found)
    for match in BARE_YEAR.finditer(text):
        yield Found(int(match[0]), None, None, match.start(), match.end(), certain=False)


def from_match(match: re.Match[str]) -> Found:
    """Return the date of a match that names its parts."""
    parts = match.groupdict()
    values = {name: number(part) for name, part in parts.items() if part}
    return Found(values.get("year"), values.get("month"), values.get("day"), match.start(), match.end())


def further_days(text: str, first: Found) -> Iterator[Found]:
    """Yield the days that follow a date as a list or range and share its month."""
    position = first.end
    while match := FURTHER_DAY.match(text, position):
        yield Found(first.year, first.month, number(match["day"]), match.start("day"), match.end())
        position = match.end()
