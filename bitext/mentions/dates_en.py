"""Dates as English text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitext.mentions.found import Found

NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = {name[:length]: number for number, name in enumerate(NAMES, 1) for length in (3, len(name))} | {"sept": 9}

MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY = r"(?:[1-9]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>[12]\d{3})"
JOINT = r"\s*(?:,|–|—|-|to|and|or|until|through|&|,\s*and)\s*"
DAYS = rf"(?P<days>{DAY}(?:{JOINT}(?:the\s+)?{DAY}){{0,9}})"
S = r"[ \t\n\u00a0]+"

# 8 September 2024, 7 and 8 September 2024, 8th of September, 2024, 8 September.
DAY_FIRST = re.compile(rf"(?<![\w.,/-]){DAYS}{S}(?:of{S})?{MONTH}\b\.?(?:,?{S}{YEAR}(?!\d|,\d))?")
# September 8, 2024; September 7 and 8, 2024; September 8.
MONTH_FIRST = re.compile(rf"\b{MONTH}{S}(?:the{S})?{DAYS}(?!\d|[-/:.]\d|%|{S}(?:percent|per{S}cent))(?:,?{S}{YEAR}(?!\d|,\d))?")
# September 2024, September of 2024.
MONTH_YEAR = re.compile(rf"\b{MONTH}(?:,?{S}(?:of{S})?|[-/]){YEAR}(?!\d|,\d)")
# in September; the month alone is a date only behind such a word.
MONTH_ALONE = re.compile(rf"\b(?:in|since|by|until|from|during|of|between|to|early|late|mid-?)\s+{MONTH}\b(?!\s+\d)")
# in 2024, since 2019, between 2007 and 2024: certain behind such a word.
YEAR_IN = re.compile(
    r"\b(?:in|since|by|until|till|from|during|of|before|after|between|through|year|early|late|mid|the\s+end\s+of|to|and|–|-)\s+(?:the\s+year\s+)?"
    r"(?P<year>(?:18|19|20)\d{2})(?![\d%]|,\d|\.\d|[-–]?[A-Za-z]|\s*(?:percent|per\s+cent|[a-z]+s\b(?<!\bis)(?<!\bwas)(?<!\bhas)))"
)
BARE_YEAR = re.compile(r"(?<![\d.,/%$€£¥#〔\[-])\b(?:18|19|20)\d{2}\b(?![\d%]|,\d|\.\d)")
ONE_DAY = re.compile(DAY)


def english_dates(text: str) -> Iterator[Found]:
    """Yield the dates of an English text; months and days without a year have none yet."""
    for pattern in (DAY_FIRST, MONTH_FIRST):
        for match in pattern.finditer(text):
            yield from dated_days(match)
    for match in MONTH_YEAR.finditer(text):
        yield Found(int(match["year"]), month_number(match["month"]), None, match.start(), match.end())
    for match in MONTH_ALONE.finditer(text):
        yield Found(None, month_number(match["month"]), None, match.start("month"), match.end())
    for match in YEAR_IN.finditer(text):
        yield Found(int(match["year"]), None, None, match.start("year"), match.end())
    for match in BARE_YEAR.finditer(text):
        yield Found(int(match[0]), None, None, match.start(), match.end(), certain=False)


def dated_days(match: re.Match[str]) -> Iterator[Found]:
    """Yield each day of a match such as "7 and 8 September 2024"; the first takes the whole match but the later days."""
    year = int(match["year"]) if match["year"] else None
    month = month_number(match["month"])
    days = list(ONE_DAY.finditer(match["days"]))
    base = match.start("days")
    for index, day in enumerate(days):
        start = match.start() if index == 0 else base + day.start()
        end = match.end() if index == len(days) - 1 else base + day.end()
        yield Found(year, month, int(re.sub(r"\D", "", day[0])), start, end)


def month_number(name: str) -> int:
    """Return 1 to 12 for the name of a month or its short form."""
    return MONTHS[name.lower().rstrip(".")]
