"""Dates as Chinese text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bitext.mentions.found import Found, full_year
from bitext.mentions.numerals import DIGITS, FULL_WIDTH

D = r"[\d０-９]"
YEAR = rf"(?P<year>[12１２]{D}{{3}}|[一二][〇零○一二三四五六七八九]{{3}})"
MONTH_VALUE = rf"(?:[01０１]?{D}|十[一二]?|[一二三四五六七八九])"
DAY_VALUE = rf"(?:[0-3０-３]?{D}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
MONTH, DAY = rf"(?P<month>{MONTH_VALUE})", rf"(?P<day>{DAY_VALUE})"
S = r"[ \t\n\u00a0\u3000]{0,9}"
JOINT = rf"{S}(?:[、，,至到和及与或—–~～-]|——|以及){S}"
# The sign of a day; of 9月8、9日 and 9月8—10日 only the last day has one.
DAY_END = rf"(?:{S}日|{S}号(?!公告|文|令)|(?={JOINT}{DAY_VALUE}{S}[日号、，—–~～-]))"
NO_NUMBER = r"(?<![\d０-９第])(?<!公元前)"

# 2024年9月8日, 2024年9月, 2024年, with spaces, full-width digits or Chinese numerals; 24年9月8日.
WITH_YEAR = re.compile(rf"{NO_NUMBER}{YEAR}{S}年(?![龄级])(?:{S}的?{S}{MONTH}{S}月(?:份|(?:{S}{DAY}{DAY_END})?))?")
SHORT_YEAR = re.compile(rf"(?<![\d０-９第.])['’‘]?(?P<year>{D}{{2}}){S}年{S}{MONTH}{S}月(?:份|(?:{S}{DAY}{DAY_END})?)")
NO_NUMERAL = r"(?<![\d０-９〇零一二三四五六七八九十个第./-])"
WITHOUT_YEAR = re.compile(rf"{NO_NUMERAL}{MONTH}{S}月{S}{DAY}{DAY_END}")
MONTH_ALONE = re.compile(
    r"(?<![\d０-９〇零一二三四五六七八九十个第./-])(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|(?=[初中底末上下][^级]))"
)
# 9月: September, but another language may call it by another name.
MONTH_NAMED = re.compile(rf"{NO_NUMERAL}(?P<month>1[0-2]|[1-9]){S}月(?![内里球])")
# 到6月, 从9月: as surely a month as "in June".
MONTH_IN = re.compile(rf"(?<=[到至从在自于]){S}(?P<month>1[0-2]|[1-9]){S}月(?![内里球龄薪租])")
# The further days of a list or range, right behind a date: 9月8日、10日; 9月8日至10日.
FURTHER_DAY = re.compile(rf"{JOINT}{DAY}{DAY_END}")
# The further months: 2024年9月和10月; 2024年9月至11月.
FURTHER_MONTH = re.compile(rf"{JOINT}{MONTH}{S}月(?:份|(?!{S}{DAY_VALUE}{S}[日号]))")
# The first years of a range or list: 2007—2024年, 2007至2024年, 2022、2023和2024年.
FIRST_YEAR = re.compile(rf"{NO_NUMBER}(?<![〔\[.]){YEAR}(?=(?:{JOINT}{D}{{4}}){{1,9}}{S}年(?![龄级]))")
# 在2021的报告里
YEAR_IN = re.compile(r"(?<=[在自从于])\s?(?P<year>(?:19|20)\d{2})(?=\s?的)")
# A year without 年, as in a table cell: it answers a year of the other language but asks for none.
BARE_YEAR = re.compile(r"(?<![\d.,/%〔第A-Za-z-])(?P<year>(?:18|19|20)\d{2})(?![\d,/%]|\.\d)")
# 近2000年, 2000年前, 2000年来: so many years, where the number is a round one.
SPAN_BEFORE = re.compile(r"[约近上有达去存]$")
SPAN_BEHIND = re.compile(r"(?:多?[来间]|前(?!后)|多|(?:的|悠久)?历史|左右|以上)")


def number(text: str) -> int:
    """Return the value of a year, month or day in ASCII, full-width or Chinese digits."""
    ascii_text = text.translate(FULL_WIDTH)
    if ascii_text.isdecimal():
        return int(ascii_text)
    if "十" not in text:
        return int("".join(str(DIGITS[digit]) for digit in text))
    tens, _, ones = text.partition("十")
    return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)


def chinese_dates(text: str) -> Iterator[Found]:
    """Yield the dates of a Chinese text; months and days without a year have none yet."""
    for pattern in (WITH_YEAR, SHORT_YEAR, WITHOUT_YEAR, MONTH_ALONE, FIRST_YEAR, YEAR_IN, MONTH_IN):
        for match in pattern.finditer(text):
            found = from_match(match)
            if not (found.month is None and spans_years(text, found)):
                yield from with_further(text, found)
    for pattern in (MONTH_NAMED, BARE_YEAR):
        for match in pattern.finditer(text):
            yield replace(from_match(match), certain=False)


def from_match(match: re.Match[str]) -> Found:
    """Return the date of a match that names its parts."""
    values = {name: number(part) for name, part in match.groupdict().items() if part}
    year = full_year(match["year"].translate(FULL_WIDTH)) if "year" in values and values["year"] < 100 else values.get("year")
    return Found(year, values.get("month"), values.get("day"), match.start(), match.end())


def spans_years(text: str, found: Found) -> bool:
    """Tell whether a year is a number of years: 2000年来 and 近1500年 are no dates."""
    return (
        found.year is not None
        and found.year % 100 == 0
        and bool(SPAN_BEFORE.search(text, max(0, found.start - 1), found.start) or SPAN_BEHIND.match(text, found.end))
    )


def with_further(text: str, first: Found) -> Iterator[Found]:
    """Yield a date and the days or months that follow it as a list or range and share its month or year."""
    yield first
    pattern = FURTHER_DAY if first.day is not None else FURTHER_MONTH if first.month is not None else None
    position = first.end
    while pattern and (match := pattern.match(text, position)):
        part = from_match(match)
        start = match.start("day" if first.day is not None else "month")
        yield replace(part, year=first.year, month=part.month or first.month, start=start)
        position = match.end()
