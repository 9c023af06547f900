"""Numbers in text, by value: 35,000 and 3.5万, 两个 and two, 百分之五 and 5%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from bitext.mentions.dates import read_dates
from bitext.mentions.number_characters import numeral
from bitext.mentions.numbers_en import english_numbers
from bitext.mentions.numbers_zh import chinese_numbers
from bitext.mentions.quantity import Quantity
from bitext.mentions.ranges import Ranges

# 1、 2. 3） (4) at the start of a line or a cell.
ENUMERATION = re.compile(r"(?:^|(?<=[\n\t]))\s{0,9}[（(]?(?P<mark>\d{1,3}|[一二三四五六七八九十]{1,3})(?:[、．.）)](?!\d))")
# 15:00, 9:30 p.m.; Q4.
CLOCK = re.compile(r"(?<![\w:./-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\w:/-]|\.\d)", re.ASCII)
QUARTER = re.compile(r"\bQ(?P<quarter>[1-4])(?![A-Za-z\d])", re.ASCII)


@lru_cache(maxsize=32768)
def read_numbers(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the numbers a text mentions, in order; those of dates and of an enumeration's marks only answer."""
    reader = chinese_numbers if language == "zh" else english_numbers
    dates = read_dates(text, language)
    # A bare number that may be a year is compared as a number, but the other language may leave the year out.
    bare = {mention.start for mention in dates if not mention.certain and mention.value.month is None}
    apart = Ranges((mention.start, mention.end) for mention in dates if mention.start not in bare)
    kept: list[Quantity] = []
    for one in sorted([*signs(text), *reader(text)], key=lambda one: (one.start, -one.end)):
        if kept and one.start < kept[-1].end:
            continue
        if apart.touch(one.start, one.end):
            one = replace(one, certain=False)
        elif one.start in bare:
            one = replace(one, in_words=True)
        kept.append(one)
    return tuple(kept)


def signs(text: str) -> Iterator[Quantity]:
    """Yield what both languages write alike: the marks of enumerations, hours and minutes, quarters."""
    for match in ENUMERATION.finditer(text):
        # The other language may leave it to a list to number its items.
        yield Quantity(frozenset({Decimal(numeral(match["mark"]))}), match.start("mark"), match.end("mark"), certain=False)
    for match in CLOCK.finditer(text):
        hour, minute = Decimal(match["hour"]), Decimal(match["minute"])
        yield Quantity(frozenset({hour, hour % 12, hour % 12 + 12}), match.start(), match.end("hour"))
        yield Quantity(frozenset({minute}), match.start("minute"), match.end(), certain=minute > 0)
    for match in QUARTER.finditer(text):
        yield Quantity(frozenset({Decimal(match["quarter"])}), match.start("quarter"), match.end(), in_words=True)
