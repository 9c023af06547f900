"""Dates as English text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitext.mentions.found import Found, full_year

NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS = {name.lower()[:length]: number for number, name in enumerate(NAMES, 1) for length in (3, len(name))} | {"sept": 9}
# Words that are no month in lower case: it may, a march, an august body.
ALSO_WORDS = {"March", "May", "August"}


def month_names() -> str:
    """Return an expression for the names of the months: September, SEPTEMBER, september; Sep, Sept., SEP."""
    whole = [
        form for name in NAMES for form in (name, name.upper(), name.lower()) if name not in ALSO_WORDS or form != name.lower()
    ]
    short = [f"{form}\\.?" for stem in ("Sept", *(name[:3] for name in NAMES)) for form in (stem, stem.upper())]
    return rf"(?=[A-Za-z])(?:{'|'.join([*whole, *short])})(?![A-Za-z])"


NAME = month_names()
MONTH = f"(?P<month>{NAME})"
DAY = r"(?:[1-9]\d|0?[1-9])(?:st|nd|rd|th)?"
JOINT = r"\s*(?:,|–|—|-|to|and|or|until|through|&|,\s*and)\s*"
DAYS = rf"(?P<days>{DAY}(?:{JOINT}(?:the\s+)?{DAY}){{0,9}})"
S = r"[ \t\n\u00a0]{1,9}"
YEAR_END = r"(?!\d|,\d|[–—-]\d)"
YEAR = r"(?P<year>[12]\d{3}(?!\d|,\d)|['’‘]\d\d(?!\d))"
START = r"(?<![A-Za-z\d_.,/-])"
CLOCK = rf"(?:{S}\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"

# 8 September 2024, 7 and 8 September 2024, 8th of September, 2024, the 8th day of September, 8-Sep-2024, 8 September.
DAY_FIRST = re.compile(rf"{START}{DAYS}(?:{S}(?:(?:day{S})?of{S})?|[-/]){MONTH}(?:(?:,?{S}(?:of{S})?|[-/]){YEAR})?")
# September 8, 2024; September 7 and 8, 2024; September the 8th; Sep 8 10:00:00 2024; September 8.
MONTH_FIRST = re.compile(
    rf"\b{MONTH}(?:{S}|-)(?:the{S})?{DAYS}(?!\d|[-/:.]\d\d?(?!\d)|%|{S}(?:percent|per{S}cent))(?:(?:{CLOCK},?{S}|-){YEAR})?"
)
# 2024 September 8, 2024, Sept. 8.
YEAR_FIRST = re.compile(rf"{START}(?P<year>(?:18|19|20|21)\d\d)(?:,?{S}|-){MONTH}(?:{S}|-)(?P<days>{DAY})(?![\d:%])")
# 7 of "dated 7 and made public on 8 September 2024".
DAY_APART = re.compile(
    rf"\b(?i:dated|on|from|of){S}(?P<days>{DAY})(?={S}(?:and|or|but){S}(?:[a-z]{{1,20}}{S}){{1,5}}(?:on|from|of){S}(?:the{S})?{DAY}{S}{MONTH}"
    rf"(?:,?{S}{YEAR})?)"
)
# September 2024, September of 2024.
MONTH_YEAR = re.compile(rf"\b{MONTH}(?:,?{S}(?:of{S})?|[-/]){YEAR}")
# in September; the month alone is a date only behind such a word.
MONTH_ALONE = re.compile(
    rf"\b(?i:in|since|by|until|from|during|of|between|to|early|late|mid-?)(?:\s+|(?<=-))(?:early\s+|late\s+|mid-?\s?)?{MONTH}(?!\s+\d)"
)
MONTH_NAMED = re.compile(rf"\b{MONTH}")
# What counts things, so that the number before it is no year.
COUNTED = (
    r"(?!\s?(?:%|percent|per\s+cent|people|men|women|children|staff|persons|yuan|RMB|USD|[KMGT]i?B|[kcm]?m|[kmµ]?g|[mµn]?s|[kMG]?Hz|kW|MW"
    r"|bits?|bytes?|pixels?|cores?|kelvin|yen|won|feet|square|cubic|metric|million|billion|thousand)\b|\s(?!is\b|was\b|has\b|this\b|as\b|its\b|us\b|plus\b|across\b|thus\b)[a-z]{2,30}s\b|\s?[×*+=]|\s[xX]\s"
    r"|\s(?:to|and|or|–|-)\s\d[\d,]{2,8}\s(?!is\b|was\b|has\b)[a-z]{2,30}s\b)"
)
WHOLE_YEAR = rf"(?P<year>(?:18|19|20|21)\d{{2}}){YEAR_END}(?!\.\d|[-–]?[A-Za-z]|/\d|:\d){COUNTED}"
# "a total of 2000" is no year.
OF = "".join(f"(?<!{word} )" for word in ("total", "size", "number", "sum", "length", "limit", "maximum", "minimum", "set")) + "of"
# in 2024, since 2019, early 2024, Q4 2024, spring 2024, fiscal year 2024, pre-2004: certain behind such a word.
YEAR_IN = re.compile(
    rf"(?i:\b(?:in|since|by|until|till|from|during|{OF}|before|after|between|through|throughout|years?|early|late|mid|fiscal|FY|edition|spring|summer"
    r"|autumn|fall|winter|quarter|half|Q[1-4]|H[12]|dated|around|circa|for|on|pre|post))"
    rf"(?:(?<=FY)|[\s-]{{1,9}}(?:(?:the\s+)?(?:calendar\s+|fiscal\s+)?year\s+|early\s+|late\s+|mid-?\s?|FY\s?)?){WHOLE_YEAR}"
)
# The further years of "from 2007 to 2024" and "2019, 2020 and 2021".
FURTHER_YEAR = re.compile(rf"\s?(?:,|–|—|-|to|and|or|through|until|&|,\s?and)\s?{WHOLE_YEAR}")
# 2024 edition, 2024 annual report, 2024 Q4: certain before such a word.
YEAR_OF = re.compile(
    r"(?<![\d.,/%$€£¥#〔\[-])\b(?P<year>(?:19|20)\d{2})(?=[\s-](?i:edition|version|annual|fiscal|financial|budget|Q[1-4]|H[12]|report|financial\s+year)\b)"
)
BARE_YEAR = re.compile(r"(?<![\d.,/%$€£¥#〔\[-])\b(?:18|19|20)\d{2}\b(?![\d%]|,\d|\.\d)")
ONE_DAY = re.compile(DAY)
FOUR_DIGITS = re.compile(r"\d{4}")


def english_dates(text: str) -> Iterator[Found]:
    """Yield the dates of an English text; months and days without a year have none yet."""
    if MONTH_NAMED.search(text):
        yield from with_months(text)
    if FOUR_DIGITS.search(text):
        yield from years_alone(text)


def years_alone(text: str) -> Iterator[Found]:
    """Yield the years that stand without a month; a bare one is uncertain."""
    for match in YEAR_IN.finditer(text):
        while match:
            yield Found(int(match["year"]), None, None, match.start("year"), match.end("year"))
            match = FURTHER_YEAR.match(text, match.end("year"))  # type: ignore[assignment]
    for match in YEAR_OF.finditer(text):
        yield Found(int(match["year"]), None, None, match.start(), match.end())
    for match in BARE_YEAR.finditer(text):
        yield Found(int(match[0]), None, None, match.start(), match.end(), certain=False)


def with_months(text: str) -> Iterator[Found]:
    """Yield the dates that name a month."""
    for pattern in (DAY_FIRST, MONTH_FIRST, YEAR_FIRST):
        for match in pattern.finditer(text):
            yield from dated_days(match)
    for match in DAY_APART.finditer(text):
        day = int(re.sub(r"\D", "", match["days"]))
        yield Found(year_of(match), month_number(match["month"]), day, match.start("days"), match.end())
    for match in MONTH_YEAR.finditer(text):
        yield Found(year_of(match), month_number(match["month"]), None, match.start(), match.end())
    for match in MONTH_ALONE.finditer(text):
        yield Found(None, month_number(match["month"]), None, match.start("month"), match.end())
    for match in MONTH_NAMED.finditer(text):
        yield Found(None, month_number(match["month"]), None, match.start(), match.end(), certain=False)


def dated_days(match: re.Match[str]) -> Iterator[Found]:
    """Yield each day of a match such as "7 and 8 September 2024"; the first takes the whole match but the later days."""
    year, month = year_of(match), month_number(match["month"])
    days = list(ONE_DAY.finditer(match["days"]))
    base = match.start("days")
    for index, day in enumerate(days):
        start = match.start() if index == 0 else base + day.start()
        end = match.end() if index == len(days) - 1 else base + day.end()
        yield Found(year, month, int(re.sub(r"\D", "", day[0])), start, end)


def year_of(match: re.Match[str]) -> int | None:
    """Return the year of a match, if it names one."""
    return full_year(match["year"].lstrip("'’‘")) if match["year"] else None


def month_number(name: str) -> int:
    """Return 1 to 12 for the name of a month or its short form."""
    return MONTHS[name.lower().rstrip(".")]
