"""Numbers in text, by value: 35,000 and 3.5万, 两个 and two, 百分之五 and 5%."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bitext.mentions.dates import read_dates
from bitext.mentions.numbers_en import english_numbers
from bitext.mentions.numbers_zh import chinese_numbers
from bitext.mentions.quantity import Quantity
from bitext.mentions.spans import Ranges

# 1、 2. 3） (4) at the start of a line or a cell.
ENUMERATION = re.compile(r"(?:^|(?<=[\n\t]))\s*[（(]?[\d一二三四五六七八九十]{1,3}(?:[、．.）)](?!\d))")


@lru_cache(maxsize=4096)
def read_numbers(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the numbers a text mentions, in order; those of dates and of an enumeration's marks only answer."""
    reader = chinese_numbers if language == "zh" else english_numbers
    marks = [match.span() for match in ENUMERATION.finditer(text)]
    apart = Ranges([*marks, *((mention.start, mention.end) for mention in read_dates(text, language))])
    found = sorted(reader(text), key=lambda one: (one.start, -one.end))
    kept: list[Quantity] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            continue
        if apart.touch(one.start, one.end):
            one = replace(one, certain=False)
        kept.append(one)
    return tuple(kept)
